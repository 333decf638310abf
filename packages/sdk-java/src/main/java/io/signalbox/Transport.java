package io.signalbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Speaks with the api: one call in, one parsed answer out, retries and errors between. */
final class Transport {
    private static final String USER_AGENT =
            "signalbox-java/" + Version.NAME + " (java " + System.getProperty("java.version") + ")";

    private final String apiKey;
    private final String baseUrl;
    private final Duration timeout;
    private final HttpClient http;
    private final Retry retry = new Retry();

    /** One call as the resources describe it; {@code query} and {@code body} may be null. */
    record Call(
            String method, String path, JsonObject query, JsonObject body, boolean takesKey, RequestOptions options) {}

    Transport(String apiKey, String baseUrl, Duration timeout, HttpClient http) {
        this.apiKey = apiKey;
        this.baseUrl = baseUrl;
        this.timeout = timeout;
        this.http = http;
    }

    /** Returns the parsed answer of the api, its text when it is not JSON, or null when it is empty. */
    Object call(Call call) {
        return send(call, call.query() == null ? Map.of() : call.query().toJson());
    }

    /** A list, page after page. */
    <T> Pages<T> pages(Call call, Function<Object, T> read) {
        Map<String, Object> asked = call.query() == null ? Map.of() : call.query().toJson();
        return new Pages<>(cursor -> {
            Map<String, Object> query = new LinkedHashMap<>(asked);
            if (cursor != null) query.put("cursor", cursor);
            return Json.object(send(call, query), page ->
                    new Page<>(Json.list(page.get("data"), read), Json.text(page.get("next_cursor"))));
        });
    }

    /** An id as one segment of a path; what would lead to another path is refused. */
    static String segment(String id) {
        if (id == null || id.isEmpty() || id.equals(".") || id.equals("..")) {
            throw new SignalboxException("\"" + id + "\" is no id: give the id that the api answered.");
        }
        return encode(id);
    }

    private Object send(Call call, Map<String, Object> query) {
        HttpRequest request = requestOf(call, query);
        boolean isRepeatable = !call.method().equals("POST") || call.takesKey();
        retry.deposit();
        for (int tries = 1; ; tries += 1) {
            try {
                return tryOnce(request);
            } catch (ApiException refusal) {
                boolean mayPass = Retry.isPassing(refusal.status(), refusal.code(), isRepeatable);
                waitOrThrow(refusal, tries, mayPass, refusal.retryAfterSeconds());
            } catch (ConnectionException failure) {
                waitOrThrow(failure, tries, isRepeatable, null);
            }
        }
    }

    private HttpRequest requestOf(Call call, Map<String, Object> query) {
        String asked = query.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(String.valueOf(field.getValue())))
                .collect(Collectors.joining("&"));
        RequestOptions options = call.options();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(baseUrl + call.path() + (asked.isEmpty() ? "" : "?" + asked)))
                .timeout(options.timeout() == null ? timeout : options.timeout())
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + apiKey)
                .header("User-Agent", USER_AGENT);
        if (call.body() != null) request.header("Content-Type", "application/json");
        if (call.takesKey()) {
            String key = options.idempotencyKey();
            request.header("Idempotency-Key", key == null ? UUID.randomUUID().toString() : key);
        }
        return request.method(
                        call.method(),
                        call.body() == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(Json.write(call.body())))
                .build();
    }

    private Object tryOnce(HttpRequest request) {
        HttpResponse<String> response;
        try {
            response = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException cause) {
            throw new ConnectionException(baseUrl + " did not answer (" + cause + ").", cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new SignalboxException("The call was interrupted.", cause);
        }
        int status = response.statusCode();
        if (status < 200 || status > 299) {
            Double retryAfter = Retry.readRetryAfter(response.headers().firstValue("retry-after").orElse(null));
            String requestId = response.headers().firstValue("x-request-id").orElse(null);
            throw ApiException.of(status, response.body(), requestId, retryAfter);
        }
        if (response.body().isEmpty()) return null;
        String type = response.headers().firstValue("content-type").orElse("");
        return type.contains("json") ? Json.parse(response.body()) : response.body();
    }

    private void waitOrThrow(SignalboxException error, int tries, boolean mayPass, Double retryAfterSeconds) {
        Double pause = Retry.pauseSeconds(tries, retryAfterSeconds);
        if (!mayPass || tries == Retry.MAX_TRIES || pause == null || !retry.withdraw()) throw error;
        try {
            Thread.sleep((long) (pause * 1000));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw error;
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
