package io.signalbox;

import java.net.http.HttpClient;
import java.time.Duration;

/** The public API of Signalbox. One client serves a whole program and all its threads: it keeps connections and counts its retries. */
public final class Signalbox extends Resources {
    private Signalbox(Transport transport) {
        super(transport);
    }

    /** A client with the key of SIGNALBOX_API_KEY and the address of SIGNALBOX_BASE_URL. */
    public static Signalbox fromEnvironment() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects how a client finds its api. */
    public static final class Builder {
        private String apiKey = System.getenv("SIGNALBOX_API_KEY");
        private String baseUrl = System.getenv("SIGNALBOX_BASE_URL");
        private Duration timeout = Duration.ofSeconds(30);
        private HttpClient http;

        private Builder() {}

        /** Without it, SIGNALBOX_API_KEY. */
        public Builder apiKey(String value) {
            this.apiKey = value;
            return this;
        }

        /** Origin of your api: {@code https://messages.example.com}. Without it, SIGNALBOX_BASE_URL. */
        public Builder baseUrl(String value) {
            this.baseUrl = value;
            return this;
        }

        /** How long one try may take; 30 s without it. */
        public Builder timeout(Duration value) {
            this.timeout = value;
            return this;
        }

        /** One of your own, for a proxy or an executor. It must not follow redirects. */
        public Builder httpClient(HttpClient value) {
            this.http = value;
            return this;
        }

        /** Throws SignalboxException when there is no key or no address. */
        public Signalbox build() {
            if (apiKey == null || apiKey.isEmpty()) {
                throw new SignalboxException("There is no API key: give apiKey, or set SIGNALBOX_API_KEY.");
            }
            if (baseUrl == null || !baseUrl.matches("https?://[^/].*")) {
                throw new SignalboxException("There is no address of the api: give baseUrl, or set SIGNALBOX_BASE_URL,"
                        + " such as https://messages.example.com.");
            }
            // The key goes to the api named and nowhere else, so no redirect is followed.
            HttpClient client = http != null
                    ? http
                    : HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .followRedirects(HttpClient.Redirect.NEVER)
                            .connectTimeout(timeout)
                            .build();
            return new Signalbox(new Transport(apiKey, baseUrl.replaceAll("/+$", ""), timeout, client));
        }
    }
}
