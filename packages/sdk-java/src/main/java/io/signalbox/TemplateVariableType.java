// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class TemplateVariableType {
    public static final String TEXT = "text";
    public static final String NUMBER = "number";
    public static final String MONEY = "money";
    public static final String DATE = "date";
    public static final String URL = "url";
    public static final String CODE = "code";
    public static final String FLAG = "flag";

    private TemplateVariableType() {}
}
