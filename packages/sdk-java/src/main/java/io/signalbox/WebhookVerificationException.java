package io.signalbox;

/** The request is not from your Signalbox, was changed on its way, or is too old. Answer it with 400. */
public final class WebhookVerificationException extends SignalboxException {
    private static final long serialVersionUID = 1;

    WebhookVerificationException(String message) {
        super(message);
    }
}
