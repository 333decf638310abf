package io.signalbox;

/** No answer came: the address is wrong, the network is down, or the time was up. A call that may be repeated safely was. */
public final class ConnectionException extends SignalboxException {
    private static final long serialVersionUID = 1;

    ConnectionException(String message, Throwable cause) {
        super(message, cause);
    }
}
