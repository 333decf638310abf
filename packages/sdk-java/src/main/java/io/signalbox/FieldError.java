package io.signalbox;

/**
 * One field at fault.
 *
 * @param path where, dotted
 * @param code stable code
 * @param message a sentence with the cure
 */
public record FieldError(String path, String code, String message) {}
