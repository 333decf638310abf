<?php

declare(strict_types=1);

namespace Signalbox;

/** The public API of Signalbox. One client serves a whole program: it keeps its connection and counts its retries. */
final class Signalbox extends Resources
{
    /**
     * @param string|null $apiKey Without it, SIGNALBOX_API_KEY.
     * @param string|null $baseUrl Origin of your api: `https://messages.example.com`. Without it, SIGNALBOX_BASE_URL.
     * @param float $timeoutSeconds How long one try may take.
     */
    public function __construct(
        #[\SensitiveParameter] ?string $apiKey = null,
        ?string $baseUrl = null,
        float $timeoutSeconds = 30.0,
    ) {
        $apiKey ??= getenv('SIGNALBOX_API_KEY') ?: '';
        $baseUrl ??= getenv('SIGNALBOX_BASE_URL') ?: '';
        if ($apiKey === '') {
            throw new SignalboxError('There is no API key: give apiKey, or set SIGNALBOX_API_KEY.');
        }
        if (preg_match('#^https?://[^/]#', $baseUrl) !== 1) {
            throw new SignalboxError(
                'There is no address of the api: give baseUrl, or set SIGNALBOX_BASE_URL, such as https://messages.example.com.',
            );
        }
        parent::__construct(new Transport($apiKey, rtrim($baseUrl, '/'), $timeoutSeconds));
    }
}
