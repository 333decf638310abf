<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Model;

/** The words known to this version; answers may bring others. */
final class FollowUpEvent
{
    public const DELIVERED = 'delivered';
    public const NO_RECEIPT = 'no_receipt';
    public const TAKEN = 'taken';
    public const ENDED = 'ended';
    public const ENDED_FOR_PERSON = 'ended_for_person';
    public const HELD = 'held';
    public const ANY = 'any';
}
