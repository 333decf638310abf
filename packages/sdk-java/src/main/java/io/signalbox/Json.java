package io.signalbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** JSON (RFC 8259) as plain values: Map, List, String, Long, Double, Boolean and null. The JDK has no reader of its own. */
final class Json {
    private static final int DEEPEST = 200;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** Throws SignalboxException that names the place where the text stops being JSON. */
    static Object parse(String text) {
        Json json = new Json(text);
        json.skipSpace();
        Object value = json.value(0);
        json.skipSpace();
        if (json.at < text.length()) throw json.broken("an end");
        return value;
    }

    static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    static String text(Object value) {
        return cast(value, String.class);
    }

    static Long whole(Object value) {
        return value instanceof Double number ? Long.valueOf(number.longValue()) : cast(value, Long.class);
    }

    static Double decimal(Object value) {
        return value instanceof Long number ? Double.valueOf(number.doubleValue()) : cast(value, Double.class);
    }

    static Boolean flag(Object value) {
        return cast(value, Boolean.class);
    }

    static <T> List<T> list(Object value, Function<Object, T> read) {
        List<?> items = cast(value, List.class);
        if (items == null) return null;
        List<T> list = new ArrayList<>(items.size());
        for (Object item : items) list.add(read.apply(item));
        return java.util.Collections.unmodifiableList(list);
    }

    static <T> Map<String, T> map(Object value, Function<Object, T> read) {
        Map<?, ?> fields = cast(value, Map.class);
        if (fields == null) return null;
        Map<String, T> map = new LinkedHashMap<>();
        fields.forEach((name, inner) -> map.put((String) name, read.apply(inner)));
        return java.util.Collections.unmodifiableMap(map);
    }

    static <T> T object(Object value, Function<Map<String, Object>, T> read) {
        Map<String, Object> fields = map(value, inner -> inner);
        return fields == null ? null : read.apply(fields);
    }

    static void need(String type, String field, Object value) {
        if (value == null) throw new IllegalArgumentException(type + " needs the field " + field + ".");
    }

    private static <T> T cast(Object value, Class<T> type) {
        if (value == null || type.isInstance(value)) return type.cast(value);
        throw new SignalboxException("The answer has a " + value.getClass().getSimpleName() + " where a "
                + type.getSimpleName() + " was expected: is the api of another version than this client?");
    }

    private Object value(int depth) {
        if (depth > DEEPEST) throw broken("less depth");
        char first = peek();
        if (first == '{') return members(depth);
        if (first == '[') return items(depth);
        if (first == '"') return string();
        if (first == '-' || (first >= '0' && first <= '9')) return number();
        if (take("true")) return Boolean.TRUE;
        if (take("false")) return Boolean.FALSE;
        if (take("null")) return null;
        throw broken("a value");
    }

    private Map<String, Object> members(int depth) {
        Map<String, Object> fields = new LinkedHashMap<>();
        at += 1;
        skipSpace();
        if (take("}")) return fields;
        do {
            skipSpace();
            if (peek() != '"') throw broken("a name");
            String name = string();
            skipSpace();
            if (!take(":")) throw broken("a colon");
            skipSpace();
            fields.put(name, value(depth + 1));
            skipSpace();
        } while (take(","));
        if (!take("}")) throw broken("a brace");
        return fields;
    }

    private List<Object> items(int depth) {
        List<Object> list = new ArrayList<>();
        at += 1;
        skipSpace();
        if (take("]")) return list;
        do {
            skipSpace();
            list.add(value(depth + 1));
            skipSpace();
        } while (take(","));
        if (!take("]")) throw broken("a bracket");
        return list;
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        at += 1;
        while (true) {
            char next = peek();
            if (next < ' ') throw broken("the end of a text");
            at += 1;
            if (next == '"') return out.toString();
            out.append(next == '\\' ? escape() : next);
        }
    }

    private char escape() {
        char kind = peek();
        at += 1;
        switch (kind) {
            case '"', '\\', '/':
                return kind;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                int code = 0;
                for (int n = 0; n < 4; n += 1, at += 1) {
                    int digit = Character.digit(peek(), 16);
                    if (digit < 0) throw broken("four hexadecimal digits");
                    code = code * 16 + digit;
                }
                return (char) code;
            default:
                throw broken("an escape");
        }
    }

    private Object number() {
        int start = at;
        take("-");
        if (!take("0")) digits();
        boolean isWhole = true;
        if (take(".")) {
            isWhole = false;
            digits();
        }
        if (take("e") || take("E")) {
            isWhole = false;
            if (!take("+")) take("-");
            digits();
        }
        String number = text.substring(start, at);
        try {
            return isWhole ? (Object) Long.valueOf(number) : (Object) Double.valueOf(number);
        } catch (NumberFormatException tooLong) {
            return Double.valueOf(number);
        }
    }

    private void digits() {
        int start = at;
        while (peek() >= '0' && peek() <= '9') at += 1;
        if (at == start) throw broken("a digit");
    }

    private boolean take(String word) {
        if (!text.startsWith(word, at)) return false;
        at += word.length();
        return true;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at += 1;
    }

    private SignalboxException broken(String expected) {
        return new SignalboxException("The JSON is broken at character " + at + ": " + expected + " was expected.");
    }

    private static void write(Object value, StringBuilder out) {
        if (value instanceof JsonObject object) {
            write(object.toJson(), out);
        } else if (value instanceof Map<?, ?> fields) {
            String separator = "{";
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                out.append(separator);
                quote(String.valueOf(field.getKey()), out);
                out.append(':');
                write(field.getValue(), out);
                separator = ",";
            }
            out.append(fields.isEmpty() ? "{}" : "}");
        } else if (value instanceof Iterable<?> items) {
            String separator = "[";
            for (Object item : items) {
                out.append(separator);
                write(item, out);
                separator = ",";
            }
            out.append(separator.equals("[") ? "[]" : "]");
        } else if (value instanceof Double number && !Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON has no " + number + ".");
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof CharSequence text) {
            quote(text.toString(), out);
        } else {
            throw new IllegalArgumentException("JSON has no " + value.getClass().getSimpleName() + ".");
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int n = 0; n < text.length(); n += 1) {
            char next = text.charAt(n);
            if (next == '"' || next == '\\') out.append('\\').append(next);
            else if (next < ' ' || Character.isSurrogate(next)) out.append(String.format("\\u%04x", (int) next));
            else out.append(next);
        }
        out.append('"');
    }
}
