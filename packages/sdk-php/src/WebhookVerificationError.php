<?php

declare(strict_types=1);

namespace Signalbox;

/** The request is not from your Signalbox, was changed on its way, or is too old. Answer it with 400. */
final class WebhookVerificationError extends SignalboxError
{
}
