<?php

declare(strict_types=1);

namespace Signalbox;

/** Anything this client throws on purpose. */
class SignalboxError extends \RuntimeException
{
}
