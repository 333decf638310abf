<?php

declare(strict_types=1);

namespace Signalbox;

/** No answer came: the address is wrong, the network is down, or the time was up. A call that may be repeated safely was. */
final class ConnectionError extends SignalboxError
{
}
