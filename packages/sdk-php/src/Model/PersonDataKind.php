<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class PersonDataKind
{
    public const MESSAGES = 'messages';
    public const EVENTS = 'events';
    public const ATTEMPTS = 'attempts';
    public const RECEIPTS = 'receipts';
    public const LATER_CHANNELS = 'later_channels';
    public const REPLIES = 'replies';
    public const VERIFICATIONS = 'verifications';
    public const CONSENTS = 'consents';
    public const LIST_MEMBERS = 'list_members';
    public const IMPORT_FILES = 'import_files';
    public const SUPPRESSIONS = 'suppressions';
    public const COUNTERS = 'counters';
    public const NETWORKS = 'networks';
    public const REGISTRIES = 'registries';
    public const BLOCKED_NUMBERS = 'blocked_numbers';
    public const REFERENCES = 'references';
    public const WEBHOOK_EVENTS = 'webhook_events';
    public const ANSWERS = 'answers';
    public const REQUEST_LOG = 'request_log';
    public const AUDIT_LOG = 'audit_log';
}
