package io.signalbox;

import java.util.List;

/**
 * One page of a list.
 *
 * @param nextCursor null on the last page
 */
public record Page<T>(List<T> data, String nextCursor) {}
