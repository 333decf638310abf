<?php

// Runs against the api SIGNALBOX_BASE_URL names, with a sandbox key; FAULTS_URL misbehaves as told.

declare(strict_types=1);

use Signalbox\ApiError;
use Signalbox\ConnectionError;
use Signalbox\Signalbox;
use Signalbox\SignalboxError;
use Signalbox\Webhooks;
use Signalbox\WebhookVerificationError;

set_error_handler(static function (int $level, string $message, string $file, int $line): never {
    throw new ErrorException($message, 0, $level, $file, $line);
});
spl_autoload_register(static function (string $class): void {
    require __DIR__ . '/../src/' . str_replace(['Signalbox\\', '\\'], ['', '/'], $class) . '.php';
});

function number(): string
{
    return '+5255125' . random_int(10_000, 89_999);
}

function sms(?string $to = null): array
{
    return ['to' => $to ?? number(), 'channel' => 'sms', 'class' => 'transactional', 'content' => ['text' => 'Hola 🚚']];
}

function same(mixed $expected, mixed $actual, string $about = ''): void
{
    if ($expected !== $actual) {
        throw new Exception("$about: " . var_export($expected, true) . ' was expected, not ' . var_export($actual, true));
    }
}

function isTrue(bool $value, string $about): void
{
    same(true, $value, $about);
}

/** @return ApiError|SignalboxError what the call threw, which must be of this class */
function thrown(string $class, Closure $call): SignalboxError
{
    try {
        $call();
    } catch (SignalboxError $error) {
        isTrue($error instanceof $class, "$class was expected, not " . $error::class);
        return $error;
    }
    throw new Exception("$class was expected, and nothing was thrown");
}

/** A client of the fault server, and who came there. */
final class Told
{
    public readonly Signalbox $client;
    private readonly string $name;

    public function __construct(string $script, float $timeoutSeconds = 30.0)
    {
        $this->name = bin2hex(random_bytes(8));
        $url = getenv('FAULTS_URL') . "/s/{$this->name}/$script";
        $this->client = new Signalbox(baseUrl: $url, timeoutSeconds: $timeoutSeconds);
    }

    public function visits(): array
    {
        return json_decode(file_get_contents(getenv('FAULTS_URL') . "/log/{$this->name}"), true);
    }
}

$client = new Signalbox();

// The example of the Standard Webhooks specification.
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const ID = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
const BODY = '{"test": 2432232314}';
const NOW = 1_614_265_330;
const GOOD = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

function signed(array $more = []): array
{
    return $more + ['Webhook-Id' => ID, 'Webhook-Timestamp' => (string) NOW, 'Webhook-Signature' => GOOD];
}

$tests = [
    'a message is sent, read and explained' => function () use ($client): void {
        $sent = $client->messages->send(...sms(), metadata: ['order' => '84-2201']);
        isTrue(str_starts_with($sent->id, 'msg_'), $sent->id);
        same(null, $sent->warnings);
        $message = $client->messages->get($sent->id);
        same('Hola 🚚', $message->content->text);
        same(['order' => '84-2201'], $message->metadata);
        same('accept', $client->messages->getTimeline($sent->id)->data[0]->kind);
    },
    'an empty object does not leave as a list' => function () use ($client): void {
        same([], $client->messages->get($client->messages->send(...sms(), metadata: [])->id)->metadata);
    },
    'a batch is answered item by item' => function () use ($client): void {
        $answer = $client->messages->sendBatch([sms(), sms('nobody')]);
        same([0], array_map(fn ($one) => $one->index, $answer->accepted));
        same(1, $answer->rejected[0]->index);
        same('to', $answer->rejected[0]->error->errors[0]->path);
    },
    'a list is read over its pages' => function () use ($client): void {
        $to = number();
        $client->messages->sendBatch([sms($to), sms($to), sms($to)]);
        $ids = [];
        foreach ($client->messages->list(to: $to, limit: 1) as $message) {
            $ids[$message->id] = true;
        }
        same(3, count($ids));
        $pages = iterator_to_array($client->messages->list(to: $to, limit: 2)->pages());
        same([2, 1], array_map(fn ($page) => count($page->data), $pages));
        same(2, count($client->messages->list(to: $to, limit: 2)->first()->data));
    },
    'a refusal says code, fields, cure and request id' => function () use ($client): void {
        $error = thrown(ApiError::class, fn () => $client->messages->send(...sms('nobody')));
        same([400, 'request_invalid', 'to'], [$error->status, $error->errorCode, $error->errors[0]->path]);
        isTrue(str_starts_with($error->requestId, 'req_'), $error->requestId);
        isTrue($error->cure !== null, 'the cure');
        $stranger = new Signalbox(apiKey: 'sb_test_00000000_wrong');
        same('unauthenticated', thrown(ApiError::class, fn () => $stranger->messages->get('x'))->errorCode);
        $none = thrown(ApiError::class, fn () => $client->webhooks->get('whe_00000000000000000000000000'));
        same(404, $none->status);
    },
    'a repeat under one key answers as the first call did' => function () use ($client): void {
        $key = bin2hex(random_bytes(16));
        $body = sms();
        $first = $client->messages->send(...$body, idempotencyKey: $key);
        same($first->id, $client->messages->send(...$body, idempotencyKey: $key)->id);
        $other = thrown(ApiError::class, fn () => $client->messages->send(...sms(), idempotencyKey: $key));
        same('idempotency_mismatch', $other->errorCode);
    },
    'a verification is started and checked' => function () use ($client): void {
        $started = $client->verifications->start(to: number(), appName: 'Shop', locale: 'es');
        preg_match('/\d{6}/', $client->messages->get($started->messageId)->content->text, $found);
        $wrong = $found[0] === '000000' ? '000001' : '000000';
        same(false, $client->verifications->check($started->id, code: $wrong)->valid);
        same(true, $client->verifications->check($started->id, code: $found[0])->valid);
        same('approved', $client->verifications->get($started->id)->state);
    },
    'an answer without content is nothing' => function () use ($client): void {
        $made = $client->suppressions->add(address: number(), channel: 'sms', reason: 'asked by mail');
        $client->suppressions->remove($made->id);
        same(404, thrown(ApiError::class, fn () => $client->suppressions->remove($made->id))->status);
    },
    '429 is tried again after Retry-After, under the same key' => function (): void {
        $told = new Told('429r1,ok');
        $told->client->messages->send(...sms());
        [$first, $second] = $told->visits();
        isTrue($second['atMs'] - $first['atMs'] >= 1000, 'the wait');
        isTrue($first['key'] !== null, 'the key');
        same($first['key'], $second['key']);
        isTrue(preg_match('#^signalbox-php/\d#', $first['agent']) === 1, $first['agent']);
    },
    'a Retry-After that is a date is waited for' => function (): void {
        $told = new Told('later,ok');
        $told->client->messages->send(...sms());
        [$first, $second] = $told->visits();
        isTrue($second['atMs'] - $first['atMs'] >= 900, 'the wait');
    },
    'what passes by itself is tried three times and no more' => function (): void {
        foreach (['503r0,502,ok', 'drop,html,ok', 'busy,504,ok'] as $script) {
            $told = new Told($script);
            same('msg_fault', $told->client->messages->send(...sms())->id);
            $keys = array_column($told->visits(), 'key');
            same([3, 1], [count($keys), count(array_unique($keys))], $script);
        }
        $told = new Told('503r0');
        same('req_fault', thrown(ApiError::class, fn () => $told->client->messages->send(...sms()))->requestId);
        same(3, count($told->visits()));
    },
    'what a repeat could do twice, or cannot help, is tried once' => function (): void {
        foreach (['502', 'html', 'drop'] as $script) {
            $told = new Told($script);
            $add = fn () => $told->client->suppressions->add(address: number(), channel: 'sms', reason: 'asked');
            thrown(SignalboxError::class, $add);
            same(1, count($told->visits()), $script);
        }
        foreach (['500', '409', '429r3600', '302'] as $script) {
            $told = new Told($script);
            thrown(ApiError::class, fn () => $told->client->messages->send(...sms()));
            same(1, count($told->visits()), $script);
        }
    },
    'in the long run one call in ten is tried again' => function (): void {
        $told = new Told('503r0');
        for ($call = 0; $call < 20; $call++) {
            thrown(ApiError::class, fn () => $told->client->messages->send(...sms()));
        }
        $tries = count($told->visits());
        isTrue($tries >= 30 && $tries <= 32, "$tries tries of 20 calls");
    },
    'a server that hangs is left after the timeout' => function (): void {
        $told = new Told('hang', timeoutSeconds: 0.15);
        thrown(ConnectionError::class, fn () => $told->client->messages->send(...sms()));
        $told = new Told('hang');
        thrown(ConnectionError::class, fn () => $told->client->messages->send(...sms(), timeoutSeconds: 0.15));
    },
    'fields and words of a later version are borne' => function (): void {
        same('teleported', (new Told('ok'))->client->messages->send(...sms())->state);
    },
    'an id never leads to another path' => function () use ($client): void {
        foreach (['', '.', '..'] as $id) {
            thrown(SignalboxError::class, fn () => $client->messages->get($id));
        }
    },
    'a client without key or address says which variable is missing' => function (): void {
        $none = thrown(SignalboxError::class, fn () => new Signalbox(apiKey: ''));
        isTrue(str_contains($none->getMessage(), 'SIGNALBOX_API_KEY'), $none->getMessage());
        $none = thrown(SignalboxError::class, fn () => new Signalbox(baseUrl: 'messages.example.com'));
        isTrue(str_contains($none->getMessage(), 'SIGNALBOX_BASE_URL'), $none->getMessage());
    },
    'a webhook verifies by the example of the specification' => function (): void {
        same(ID, Webhooks::verify(BODY, signed(), SECRET, now: NOW)->id);
        $server = ['HTTP_WEBHOOK_ID' => ID, 'HTTP_WEBHOOK_TIMESTAMP' => (string) NOW, 'HTTP_WEBHOOK_SIGNATURE' => GOOD];
        same(ID, Webhooks::verify(BODY, $server, SECRET, now: NOW)->id);
    },
    'a webhook that was changed, is old or is of another secret does not verify' => function (): void {
        $refused = fn (string $body, array $headers, string $secret = SECRET, int $now = NOW) => thrown(
            WebhookVerificationError::class,
            fn () => Webhooks::verify($body, $headers, $secret, now: $now),
        );
        $refused(BODY . ' ', signed());
        $refused(BODY, signed(['Webhook-Id' => 'msg_other']));
        $refused(BODY, signed(), 'whsec_AAAA');
        $refused(BODY, signed(), '');
        $refused(BODY, signed(), SECRET, NOW + 301);
        $refused(BODY, signed(), SECRET, NOW - 301);
        $refused(BODY, signed(['Webhook-Signature' => 'v2' . substr(GOOD, 2)]));
        $refused(BODY, ['Webhook-Id' => ID, 'Webhook-Timestamp' => (string) NOW]);
        $refused(BODY, signed(['Webhook-Timestamp' => 'soon']));
    },
    'while a secret is rotated a webhook verifies with the old and the new one' => function (): void {
        $other = 'another secret of the same endpoint';
        $second = base64_encode(hash_hmac('sha256', ID . '.' . NOW . '.' . BODY, $other, true));
        foreach ([SECRET, 'whsec_' . base64_encode($other)] as $secret) {
            Webhooks::verify(BODY, signed(['Webhook-Signature' => "v1,$second " . GOOD]), $secret, now: NOW);
        }
    },
];

$failed = 0;
foreach ($tests as $name => $test) {
    try {
        $test();
        echo "ok - $name\n";
    } catch (Throwable $error) {
        $failed++;
        echo "not ok - $name\n  {$error->getMessage()}\n  at {$error->getFile()}:{$error->getLine()}\n";
    }
}
exit($failed === 0 ? 0 : 1);
