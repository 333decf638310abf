package io.signalbox;

/** Anything this client throws on purpose. */
public class SignalboxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SignalboxException(String message) {
        super(message);
    }

    SignalboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
