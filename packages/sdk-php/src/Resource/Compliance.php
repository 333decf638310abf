<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\AskRegistryResult;
use Signalbox\Model\ComplianceAnswer;
use Signalbox\Model\LegalRuleView;
use Signalbox\Model\PackList;
use Signalbox\Model\PackView;
use Signalbox\Model\RegistryList;
use Signalbox\Model\RegistryView;
use Signalbox\Transport;

/** Calls of `$client->compliance`. */
final class Compliance
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * Ask whether a message may be sent. Answers "may I send this, to this number, now?" by the very rules that will
     * judge the message, and sends nothing: `decided_by` is the rule that stands against it, with its source; `law`
     * are the rules of the country in force for such a message, with who says so and how sure that is. Leave out the
     * sender or the content, and rules about them are not asked.
     * `POST /v1/compliance/check`
     *
     * @param string $to Number or mail address of the recipient.
     * @param 'otp'|'transactional'|'marketing' $class
     * @param 'sms'|'email'|'voice'|null $channel
     * @param string|null $from Sender; left out, rules about senders are not asked.
     * @param array{text: string, subject?: string, locale?: string}|null $content Left out, rules about the content are not asked.
     * @param string|null $sendAt When it would go; left out, now. At most 90 days ahead.
     */
    public function check(
        string $to,
        string $class,
        ?string $channel = null,
        ?string $from = null,
        ?array $content = null,
        ?string $sendAt = null,
        ?float $timeoutSeconds = null,
    ): ComplianceAnswer {
        return ComplianceAnswer::fromArray($this->transport->call(
            'POST',
            '/v1/compliance/check',
            body: [
                'to' => $to,
                'channel' => $channel,
                'class' => $class,
                'from' => $from,
                'content' => $content,
                'send_at' => $sendAt,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * List the packs of country rules. One for each country whose rules are known, by code: its version, when it was
     * last compared with its sources, how many rules are not settled, and whether marketing goes there now.
     * `GET /v1/compliance/packs`
     */
    public function listPacks(
        ?float $timeoutSeconds = null,
    ): PackList {
        return PackList::fromArray($this->transport->call(
            'GET',
            '/v1/compliance/packs',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Read the rules of a country. Every rule with its dates, its readings side by side with their sources, how sure
     * it is, and which reading counts for the workspace. A country without a pack answers 404.
     * `GET /v1/compliance/packs/{country}`
     */
    public function readPack(
        string $country,
        ?float $timeoutSeconds = null,
    ): PackView {
        return PackView::fromArray($this->transport->call(
            'GET',
            '/v1/compliance/packs/' . Transport::segment($country),
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Say how you read a rule. Where a rule is not confirmed, a workspace chooses the reading it goes by, or says
     * with `none` that it does not hold; of a rule with lists of words it names phrases that it found harmless.
     * Takes the place of what was said before, in live and in sandbox, and is kept in the audit log with its note.
     * `PUT /v1/compliance/answers/{rule}`
     *
     * @param string $note Why: who found it so, and on what ground. Kept in the audit log.
     * @param string|null $reading A reading of the rule, or `none`: it does not hold. Null leaves it to the pack.
     * @param list<string>|null $exceptions Phrases that were found harmless, though a banned word stands in them; of a rule with lists of words.
     * @param int|null $version Version of the answer that was read: the change is refused when somebody else made one since.
     */
    public function answerRule(
        string $rule,
        string $note,
        ?string $reading = null,
        ?array $exceptions = null,
        ?int $version = null,
        ?float $timeoutSeconds = null,
    ): LegalRuleView {
        return LegalRuleView::fromArray($this->transport->call(
            'PUT',
            '/v1/compliance/answers/' . Transport::segment($rule),
            body: [
                'reading' => $reading,
                'exceptions' => $exceptions,
                'note' => $note,
                'version' => $version,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Take an answer back. The rule holds as its pack says again.
     * `DELETE /v1/compliance/answers/{rule}`
     */
    public function removeRuleAnswer(
        string $rule,
        ?float $timeoutSeconds = null,
    ): void {
        $this->transport->call(
            'DELETE',
            '/v1/compliance/answers/' . Transport::segment($rule),
            timeoutSeconds: $timeoutSeconds,
        );
    }

    /**
     * List the registries. The public registries that marketing is checked against before it goes, such as IYS in
     * Türkiye or a list of numbers that want no marketing (DNC, DND), with what each was asked for today. Secrets
     * are never shown.
     * `GET /v1/compliance/registries`
     */
    public function listRegistries(
        ?float $timeoutSeconds = null,
    ): RegistryList {
        return RegistryList::fromArray($this->transport->call(
            'GET',
            '/v1/compliance/registries',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Set a registry. Sets a registry as a whole; a `secret` that is left out stays. Marketing of live to its
     * country and channels is asked for before it is decided, unless an answer still holds or another rule stops or
     * holds the message. Without an answer a message never goes: it is held and asks again, or is stopped, as
     * `unanswered` says. Codes and transactional messages are never asked for. Needs a key of live.
     * `PUT /v1/compliance/registries/{key}`
     *
     * @param 'blocks'|'permits' $meaning
     * @param array{url: string, body?: array<string, mixed>, max_numbers?: int, auth?: 'none'|'bearer'|'basic'|'header', auth_user?: string, auth_header?: string, results_pointer?: string, number_pointer?: string, listed_pointer?: string, listed_words?: list<string>, unlisted_words?: list<string>, only_listed?: bool, timeout_ms?: int, price_micros: int, currency: string, daily_numbers?: int, daily_micros?: int, valid_hours?: int} $service
     * @param int|null $version The version you read, 0 for one that is not there: when somebody else was faster you get `conflict`. Left out, what is there is replaced.
     * @param string|null $country The country of the recipients it is asked for; null for all. Mail belongs to no country.
     * @param list<'sms'|'email'|'voice'>|null $channels
     * @param 'hold'|'stop'|null $unanswered
     * @param string|null $secret The password, token or key. Left out it stays as it is; empty it is removed.
     */
    public function setRegistry(
        string $key,
        string $name,
        bool $enabled,
        string $meaning,
        array $service,
        ?int $version = null,
        ?string $country = null,
        ?array $channels = null,
        ?string $unanswered = null,
        ?string $secret = null,
        ?float $timeoutSeconds = null,
    ): RegistryView {
        return RegistryView::fromArray($this->transport->call(
            'PUT',
            '/v1/compliance/registries/' . Transport::segment($key),
            body: [
                'version' => $version,
                'name' => $name,
                'enabled' => $enabled,
                'country' => $country,
                'channels' => $channels,
                'meaning' => $meaning,
                'unanswered' => $unanswered,
                'service' => $service,
                'secret' => $secret,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Remove a registry. Marketing is checked against it no more, and what it said is forgotten. Needs a key of
     * live.
     * `DELETE /v1/compliance/registries/{key}`
     */
    public function removeRegistry(
        string $key,
        ?float $timeoutSeconds = null,
    ): void {
        $this->transport->call(
            'DELETE',
            '/v1/compliance/registries/' . Transport::segment($key),
            timeoutSeconds: $timeoutSeconds,
        );
    }

    /**
     * Ask a registry. Asks a registry for one address now. By default nothing is asked (`dry_run`): the answer that
     * still holds is told, and what asking would cost. To ask needs a key of live.
     * `POST /v1/compliance/registries/{key}/ask`
     *
     * @param string $address A number with its country code, or a mail address.
     * @param bool|null $dryRun Only tell what is known and what asking would cost.
     */
    public function askRegistry(
        string $key,
        string $address,
        ?bool $dryRun = null,
        ?float $timeoutSeconds = null,
    ): AskRegistryResult {
        return AskRegistryResult::fromArray($this->transport->call(
            'POST',
            '/v1/compliance/registries/' . Transport::segment($key) . '/ask',
            body: [
                'address' => $address,
                'dry_run' => $dryRun,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }
}
