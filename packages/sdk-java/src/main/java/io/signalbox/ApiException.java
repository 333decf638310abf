package io.signalbox;

import java.util.List;
import java.util.Map;

/** The api refused the call (RFC 9457). */
public final class ApiException extends SignalboxException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final String cure;
    private final String requestId;
    private final transient List<FieldError> errors;
    private final Double retryAfterSeconds;

    private ApiException(int status, Problem problem, String requestId, Double retryAfterSeconds) {
        super(problem.sentence(status));
        this.status = status;
        this.code = problem.code() == null ? "http_" + status : problem.code();
        this.cure = problem.cure();
        this.requestId = problem.requestId() == null ? requestId : problem.requestId();
        this.errors = problem.errors();
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** Reads a refusal; {@code requestId} is that of the header, for answers that carry none in their body. */
    static ApiException of(int status, String text, String requestId, Double retryAfterSeconds) {
        return new ApiException(status, Problem.of(text), requestId, retryAfterSeconds);
    }

    /** HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** Stable code such as {@code request_invalid}; {@code http_502} and the like when something before the api answered. */
    public String code() {
        return code;
    }

    /** One sentence that says what to do, or null. */
    public String cure() {
        return cure;
    }

    /** Quote it when you ask for help; null when something before the api answered. */
    public String requestId() {
        return requestId;
    }

    /** Every field at fault. */
    public List<FieldError> errors() {
        return errors == null ? List.of() : errors;
    }

    /** When the call may be repeated, in seconds from now, or null. */
    public Double retryAfterSeconds() {
        return retryAfterSeconds;
    }

    private record Problem(
            String title, String detail, String code, String cure, String requestId, List<FieldError> errors) {
        static Problem of(String text) {
            try {
                return read(text);
            } catch (SignalboxException notJson) {
                return new Problem(null, null, null, null, null, List.of());
            }
        }

        private static Problem read(String text) {
            Map<String, Object> json = Json.object(Json.parse(text), problem -> problem);
            if (json == null) throw new SignalboxException("The refusal is empty.");
            List<FieldError> errors = Json.list(json.get("errors"), item -> Json.object(item, error ->
                    new FieldError(Json.text(error.get("path")), Json.text(error.get("code")), Json.text(error.get("message")))));
            return new Problem(
                    Json.text(json.get("title")),
                    Json.text(json.get("detail")),
                    Json.text(json.get("code")),
                    Json.text(json.get("cure")),
                    Json.text(json.get("request_id")),
                    errors == null ? List.of() : errors);
        }

        String sentence(int status) {
            StringBuilder text = new StringBuilder(title == null ? "The server answered " + status + "." : title);
            if (detail != null) text.append(' ').append(detail);
            for (FieldError error : errors) text.append(' ').append(error.path()).append(": ").append(error.message());
            return text.toString();
        }
    }
}
