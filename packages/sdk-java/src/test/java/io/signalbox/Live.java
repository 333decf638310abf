package io.signalbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Runs against the api SIGNALBOX_BASE_URL names, with a sandbox key; FAULTS_URL misbehaves as told. */
final class Live {
    private static final String FAULTS = System.getenv("FAULTS_URL");
    private static final Signalbox client = Signalbox.fromEnvironment();

    // The example of the Standard Webhooks specification.
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String BODY = "{\"test\": 2432232314}";
    private static final long NOW = 1_614_265_330;
    private static final String GOOD = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private interface Test {
        void run() throws Exception;
    }

    private interface Thrower {
        void run() throws Exception;
    }

    public static void main(String[] args) {
        Map<String, Test> tests = new LinkedHashMap<>();
        tests.put("JSON is read as it is written, and what is none is refused", Live::json);
        tests.put("a message is sent, read and explained", Live::send);
        tests.put("a batch is answered item by item", Live::batch);
        tests.put("a list is read over its pages", Live::list);
        tests.put("a refusal says code, fields, cure and request id", Live::refusal);
        tests.put("a repeat under one key answers as the first call did", Live::repeat);
        tests.put("a verification is started and checked", Live::verification);
        tests.put("an answer without content is nothing", Live::nothing);
        tests.put("429 is tried again after Retry-After, under the same key", Live::retryAfter);
        tests.put("a Retry-After that is a date is waited for", Live::retryDate);
        tests.put("what passes by itself is tried three times and no more", Live::passing);
        tests.put("what a repeat could do twice, or cannot help, is tried once", Live::once);
        tests.put("in the long run one call in ten is tried again", Live::budget);
        tests.put("a server that hangs is left after the timeout", Live::hang);
        tests.put("fields and words of a later version are borne", Live::later);
        tests.put("an id never leads to another path", Live::paths);
        tests.put("a client without key or address says which variable is missing", Live::settings);
        tests.put("a builder names the field that is needed", Live::builders);
        tests.put("a webhook verifies by the example of the specification", Live::webhook);
        tests.put("a webhook that was changed, is old or is of another secret does not verify", Live::badWebhook);
        tests.put("while a secret is rotated a webhook verifies with the old and the new one", Live::rotated);
        int failed = 0;
        for (Map.Entry<String, Test> test : tests.entrySet()) {
            try {
                test.getValue().run();
                System.out.println("ok - " + test.getKey());
            } catch (Exception | AssertionError error) {
                failed += 1;
                System.out.println("not ok - " + test.getKey() + "\n  " + error);
                for (StackTraceElement at : error.getStackTrace()) {
                    if (at.getClassName().contains("Live")) System.out.println("  at " + at);
                }
            }
        }
        System.exit(failed == 0 ? 0 : 1);
    }

    private static void json() {
        String text = "{\"a\":[1,-2.5,1e3,true,null,\"\\u00e9\\ud83d\\ude9a\\n\\\"\"],\"b\":{},\"c\":[]}";
        Object value = Json.parse(" " + text + " ");
        same(value, Json.parse(Json.write(value)));
        same(List.of(1L, -2.5, 1000.0), ((List<?>) ((Map<?, ?>) value).get("a")).subList(0, 3));
        same("é🚚\n\"", ((List<?>) ((Map<?, ?>) value).get("a")).get(5));
        same(12345678901234567890123456.0, Json.parse("12345678901234567890123456"));
        String deep = "[".repeat(5000) + "]".repeat(5000);
        for (String broken : List.of("", "{", "[1,]", "{\"a\"}", "01", "1.", "tru", "\"\\x\"", "\"\n\"", "1 2", "\"\\u12\"", "-", deep)) {
            thrown(SignalboxException.class, () -> Json.parse(broken));
        }
        thrown(IllegalArgumentException.class, () -> Json.write(Double.NaN));
    }

    private static void send() {
        SendMessageAnswer sent = client.messages().send(SendMessageRequest.builder()
                .to(number())
                .channel(Channel.SMS)
                .class_(TrafficClass.TRANSACTIONAL)
                .content(SmsContent.builder().text("Hola 🚚").build())
                .metadata(Map.of("order", "84-2201"))
                .validForSeconds(600)
                .build());
        check(sent.id().startsWith("msg_"), sent.id());
        same(null, sent.warnings());
        MessageView message = client.messages().get(sent.id());
        same("Hola 🚚", message.content().text());
        same(Map.of("order", "84-2201"), message.metadata());
        same("accept", client.messages().getTimeline(sent.id()).data().get(0).kind());
    }

    private static void batch() {
        SendBatchAnswer answer = client.messages()
                .sendBatch(SendBatchRequest.builder().messages(List.of(item(number()), item("nobody"))).build());
        same(List.of(0L), answer.accepted().stream().map(SendBatchAnswerAccepted::index).toList());
        same(1L, answer.rejected().get(0).index());
        same("to", answer.rejected().get(0).error().errors().get(0).path());
    }

    private static void list() {
        String to = number();
        client.messages().sendBatch(SendBatchRequest.builder().messages(List.of(item(to), item(to), item(to))).build());
        ListMessagesParams one = ListMessagesParams.builder().to(to).limit(1).build();
        same(3L, client.messages().list(one).stream().map(MessageView::id).distinct().count());
        ListMessagesParams two = ListMessagesParams.builder().to(to).limit(2).build();
        List<Integer> sizes = new ArrayList<>();
        for (Page<MessageView> page : client.messages().list(two).pages()) sizes.add(page.data().size());
        same(List.of(2, 1), sizes);
        int items = 0;
        for (MessageView message : client.messages().list(two)) items += message.to().equals(to) ? 1 : 0;
        same(3, items);
        same(2, client.messages().list(two).first().data().size());
        check(client.messages().list().iterator().hasNext(), "a list without parameters");
    }

    private static void refusal() {
        ApiException error = thrown(ApiException.class, () -> client.messages().send(sms("nobody")));
        same(List.of(400, "request_invalid", "to"), List.of(error.status(), error.code(), error.errors().get(0).path()));
        check(error.requestId().startsWith("req_"), error.requestId());
        check(error.cure() != null, "the cure");
        Signalbox stranger = Signalbox.builder().apiKey("sb_test_00000000_wrong").build();
        same("unauthenticated", thrown(ApiException.class, () -> stranger.messages().get("x")).code());
        same(404, thrown(ApiException.class, () -> client.webhooks().get("whe_00000000000000000000000000")).status());
    }

    private static void repeat() {
        RequestOptions key = RequestOptions.idempotencyKey(UUID.randomUUID().toString());
        SendMessageRequest body = sms(number());
        String first = client.messages().send(body, key).id();
        same(first, client.messages().send(body, key).id());
        ApiException other = thrown(ApiException.class, () -> client.messages().send(sms(number()), key));
        same("idempotency_mismatch", other.code());
    }

    private static void verification() {
        StartVerificationAnswer started = client.verifications()
                .start(StartVerificationRequest.builder().to(number()).appName("Shop").locale("es").build());
        Matcher found = Pattern.compile("\\d{6}")
                .matcher(client.messages().get(started.messageId()).content().text());
        check(found.find(), "a code in the text");
        String wrong = found.group().equals("000000") ? "000001" : "000000";
        same(false, checked(started.id(), wrong));
        same(true, checked(started.id(), found.group()));
        same("approved", client.verifications().get(started.id()).state());
    }

    private static Boolean checked(String id, String code) {
        return client.verifications().check(id, CheckVerificationRequest.builder().code(code).build()).valid();
    }

    private static void nothing() {
        String id = client.suppressions().add(suppress()).id();
        client.suppressions().remove(id);
        same(404, thrown(ApiException.class, () -> client.suppressions().remove(id)).status());
    }

    private static void retryAfter() throws Exception {
        Told told = new Told("429r1,ok");
        told.client.messages().send(sms(number()));
        List<Map<String, Object>> visits = told.visits();
        same(2, visits.size());
        check((Long) visits.get(1).get("atMs") - (Long) visits.get(0).get("atMs") >= 1000, "the wait");
        check(visits.get(0).get("key") != null, "the key");
        same(visits.get(0).get("key"), visits.get(1).get("key"));
        check(((String) visits.get(0).get("agent")).startsWith("signalbox-java/"), "the agent");
    }

    private static void retryDate() throws Exception {
        Told told = new Told("later,ok");
        told.client.messages().send(sms(number()));
        List<Map<String, Object>> visits = told.visits();
        check((Long) visits.get(1).get("atMs") - (Long) visits.get(0).get("atMs") >= 900, "the wait");
    }

    private static void passing() throws Exception {
        for (String script : List.of("503r0,502,ok", "drop,html,ok", "busy,504,ok")) {
            Told told = new Told(script);
            same("msg_fault", told.client.messages().send(sms(number())).id());
            List<Object> keys = told.visits().stream().map(visit -> visit.get("key")).toList();
            same(3, keys.size());
            same(1L, keys.stream().distinct().count());
        }
        Told told = new Told("503r0");
        same("req_fault", thrown(ApiException.class, () -> told.client.messages().send(sms(number()))).requestId());
        same(3, told.visits().size());
    }

    private static void once() throws Exception {
        for (String script : List.of("502", "html", "drop")) {
            Told told = new Told(script);
            thrown(SignalboxException.class, () -> told.client.suppressions().add(suppress()));
            same(1, told.visits().size());
        }
        for (String script : List.of("500", "409", "429r3600", "302")) {
            Told told = new Told(script);
            thrown(ApiException.class, () -> told.client.messages().send(sms(number())));
            same(1, told.visits().size());
        }
    }

    private static void budget() throws Exception {
        Told told = new Told("503r0");
        for (int call = 0; call < 20; call += 1) {
            thrown(ApiException.class, () -> told.client.messages().send(sms(number())));
        }
        int tries = told.visits().size();
        check(tries >= 30 && tries <= 32, tries + " tries of 20 calls");
    }

    private static void hang() {
        Told told = new Told("hang");
        RequestOptions soon = RequestOptions.timeout(Duration.ofMillis(150));
        thrown(ConnectionException.class, () -> told.client.messages().send(sms(number()), soon));
    }

    private static void later() {
        same("teleported", new Told("ok").client.messages().send(sms(number())).state());
    }

    private static void paths() {
        for (String id : Arrays.asList("", ".", "..", null)) {
            thrown(SignalboxException.class, () -> client.messages().get(id));
        }
    }

    private static void settings() {
        SignalboxException none = thrown(SignalboxException.class, () -> Signalbox.builder().apiKey("").build());
        check(none.getMessage().contains("SIGNALBOX_API_KEY"), none.getMessage());
        none = thrown(SignalboxException.class, () -> Signalbox.builder().baseUrl("messages.example.com").build());
        check(none.getMessage().contains("SIGNALBOX_BASE_URL"), none.getMessage());
    }

    private static void builders() {
        IllegalArgumentException error =
                thrown(IllegalArgumentException.class, () -> SendMessageRequest.builder().channel("sms").build());
        check(error.getMessage().contains("needs the field class"), error.getMessage());
    }

    private static void webhook() {
        same(ID, verify(BODY, signed(), SECRET, NOW).id());
        Map<String, List<String>> map = Map.of("Webhook-Id", List.of(ID), "Webhook-Timestamp", List.of("1"), "Webhook-Signature", List.of(GOOD));
        String old = thrown(WebhookVerificationException.class, () -> Webhooks.verify(BODY.getBytes(StandardCharsets.UTF_8), map, SECRET)).getMessage();
        check(old.contains("300 s"), old);
    }

    private static void badWebhook() {
        refused(BODY + " ", signed(), SECRET, NOW);
        refused(BODY, signed("webhook-id", "msg_other"), SECRET, NOW);
        refused(BODY, signed(), "whsec_AAAA", NOW);
        refused(BODY, signed(), "", NOW);
        refused(BODY, signed(), SECRET, NOW + 301);
        refused(BODY, signed(), SECRET, NOW - 301);
        refused(BODY, signed("webhook-signature", "v2" + GOOD.substring(2)), SECRET, NOW);
        refused(BODY, signed("webhook-signature", ""), SECRET, NOW);
        refused(BODY, signed("webhook-timestamp", "soon"), SECRET, NOW);
    }

    private static void rotated() throws Exception {
        byte[] other = "another secret of the same endpoint".getBytes(StandardCharsets.UTF_8);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(other, "HmacSHA256"));
        byte[] digest = mac.doFinal((ID + "." + NOW + "." + BODY).getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers = signed("webhook-signature", "v1," + Base64.getEncoder().encodeToString(digest) + " " + GOOD);
        verify(BODY, headers, SECRET, NOW);
        verify(BODY, headers, "whsec_" + Base64.getEncoder().encodeToString(other), NOW);
    }

    private static Map<String, String> signed(String... more) {
        Map<String, String> headers =
                new HashMap<>(Map.of("webhook-id", ID, "webhook-timestamp", String.valueOf(NOW), "webhook-signature", GOOD));
        for (int n = 0; n < more.length; n += 2) headers.put(more[n], more[n + 1]);
        return headers;
    }

    private static WebhookEvent verify(String body, Map<String, String> headers, String secret, long now) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return Webhooks.verify(bytes, headers::get, secret, Duration.ofMinutes(5), Instant.ofEpochSecond(now));
    }

    private static void refused(String body, Map<String, String> headers, String secret, long now) {
        thrown(WebhookVerificationException.class, () -> verify(body, headers, secret, now));
    }

    private static String number() {
        return "+5255126" + ThreadLocalRandom.current().nextInt(10_000, 89_999);
    }

    private static SendMessageRequest sms(String to) {
        return SendMessageRequest.builder()
                .to(to)
                .channel("sms")
                .class_("transactional")
                .content(SmsContent.builder().text("Hola 🚚").build())
                .build();
    }

    private static BatchItem item(String to) {
        return BatchItem.builder()
                .to(to)
                .channel("sms")
                .class_("transactional")
                .content(SmsContent.builder().text("Hola 🚚").build())
                .build();
    }

    private static SuppressRequest suppress() {
        return SuppressRequest.builder().address(number()).channel("sms").reason("asked by mail").build();
    }

    private static void same(Object expected, Object actual) {
        check(Objects.equals(expected, actual), expected + " was expected, not " + actual);
    }

    private static void check(boolean isGood, String about) {
        if (!isGood) throw new AssertionError(about);
    }

    private static <T extends Exception> T thrown(Class<T> type, Thrower call) {
        try {
            call.run();
        } catch (Exception error) {
            check(type.isInstance(error), type.getSimpleName() + " was expected, not " + error);
            return type.cast(error);
        }
        throw new AssertionError(type.getSimpleName() + " was expected, and nothing was thrown");
    }

    /** A client of the fault server, and who came there. */
    private static final class Told {
        private final String name = UUID.randomUUID().toString();
        private final Signalbox client;

        Told(String script) {
            client = Signalbox.builder().baseUrl(FAULTS + "/s/" + name + "/" + script).build();
        }

        List<Map<String, Object>> visits() throws Exception {
            HttpRequest request = HttpRequest.newBuilder(URI.create(FAULTS + "/log/" + name)).build();
            String text = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
            return Json.list(Json.parse(text), item -> Json.object(item, visit -> visit));
        }
    }
}
