package io.signalbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Webhooks as your endpoint receives them. */
public final class Webhooks {
    private static final String PREFIX = "whsec_";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private Webhooks() {}

    /**
     * Checks a webhook by the Standard Webhooks specification and returns its event.
     *
     * @param body the bytes exactly as they came, before any parser
     * @param headers gives the value of a header, or null: {@code request::getHeader}
     * @param secret the one shown when the endpoint was made ({@code whsec_...})
     * @throws WebhookVerificationException when it must not be trusted
     */
    public static WebhookEvent verify(byte[] body, UnaryOperator<String> headers, String secret) {
        return verify(body, headers, secret, TOLERANCE, Instant.now());
    }

    /** The same with headers in a map, as com.sun.net.httpserver gives them. */
    public static WebhookEvent verify(byte[] body, Map<String, List<String>> headers, String secret) {
        UnaryOperator<String> find = name -> headers.entrySet().stream()
                .filter(header -> name.equalsIgnoreCase(header.getKey()) && !header.getValue().isEmpty())
                .map(header -> header.getValue().get(0))
                .findFirst()
                .orElse(null);
        return verify(body, find, secret);
    }

    /** The same with another tolerance, at another instant. */
    public static WebhookEvent verify(
            byte[] body, UnaryOperator<String> headers, String secret, Duration tolerance, Instant now) {
        String id = header(headers, "webhook-id");
        String timestamp = header(headers, "webhook-timestamp");
        String signatures = header(headers, "webhook-signature");
        if (!timestamp.matches("[0-9]{1,12}")) {
            throw new WebhookVerificationException("The header webhook-timestamp is no number.");
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
        if (age.compareTo(tolerance) > 0) {
            throw new WebhookVerificationException(
                    "The webhook is more than " + tolerance.toSeconds() + " s old or ahead of the clock.");
        }
        byte[] expected = sign(keyOf(secret), id + "." + timestamp + ".", body);
        boolean isGood = false;
        // All of them are looked at: there are two while a secret is being rotated.
        for (String signature : signatures.split(" ")) {
            byte[] given = signature.getBytes(StandardCharsets.UTF_8);
            isGood |= MessageDigest.isEqual(given, expected);
        }
        if (!isGood) {
            throw new WebhookVerificationException("No signature fits: another secret, or the body was changed.");
        }
        return read(id, new String(body, StandardCharsets.UTF_8));
    }

    private static WebhookEvent read(String id, String text) {
        try {
            return Json.object(Json.parse(text), event -> new WebhookEvent(
                    id,
                    Json.text(event.get("type")),
                    Json.text(event.get("timestamp")),
                    Json.map(event.get("data"), inner -> inner)));
        } catch (SignalboxException notJson) {
            throw new WebhookVerificationException("The body is no event: " + notJson.getMessage());
        }
    }

    private static byte[] sign(byte[] key, String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            String signature = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
            return signature.getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException impossible) {
            throw new SignalboxException("This Java has no HMAC-SHA256.", impossible);
        }
    }

    private static byte[] keyOf(String secret) {
        String text = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
        try {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length > 0) return key;
        } catch (IllegalArgumentException notBase64) {
            // Said below, without the secret.
        }
        throw new WebhookVerificationException("The secret is not whole: give the one that begins with whsec_.");
    }

    private static String header(UnaryOperator<String> headers, String name) {
        String value = headers.apply(name);
        if (value == null || value.isEmpty()) {
            throw new WebhookVerificationException("The header " + name + " is missing.");
        }
        return value;
    }
}
