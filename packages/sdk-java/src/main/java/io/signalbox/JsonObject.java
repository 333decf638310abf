package io.signalbox;

import java.util.Map;

/** Something that is sent as an object of JSON. */
public interface JsonObject {
    /** Its fields by their names on the wire; those that are not set are left out. */
    Map<String, Object> toJson();
}
