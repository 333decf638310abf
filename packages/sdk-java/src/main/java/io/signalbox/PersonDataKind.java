// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

package io.signalbox;

/** The words known to this version; answers may bring others. */
public final class PersonDataKind {
    public static final String MESSAGES = "messages";
    public static final String EVENTS = "events";
    public static final String ATTEMPTS = "attempts";
    public static final String RECEIPTS = "receipts";
    public static final String LATER_CHANNELS = "later_channels";
    public static final String REPLIES = "replies";
    public static final String VERIFICATIONS = "verifications";
    public static final String CONSENTS = "consents";
    public static final String LIST_MEMBERS = "list_members";
    public static final String IMPORT_FILES = "import_files";
    public static final String SUPPRESSIONS = "suppressions";
    public static final String COUNTERS = "counters";
    public static final String NETWORKS = "networks";
    public static final String REGISTRIES = "registries";
    public static final String BLOCKED_NUMBERS = "blocked_numbers";
    public static final String REFERENCES = "references";
    public static final String WEBHOOK_EVENTS = "webhook_events";
    public static final String ANSWERS = "answers";
    public static final String REQUEST_LOG = "request_log";
    public static final String AUDIT_LOG = "audit_log";

    private PersonDataKind() {}
}
