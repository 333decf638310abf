package io.signalbox;

import java.util.Map;

/**
 * An event as your endpoint receives it.
 *
 * @param id the same at every try: keep it to take an event once
 * @param type {@code message.delivered}, and others that may come
 * @param timestamp RFC 3339: when it happened
 */
public record WebhookEvent(String id, String type, String timestamp, Map<String, Object> data) {}
