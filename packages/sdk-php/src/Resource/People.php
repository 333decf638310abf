<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\CertificateVerdict;
use Signalbox\Model\ErasureAnswer;
use Signalbox\Model\ErasureCertificate;
use Signalbox\Model\KeptTables;
use Signalbox\Model\PersonCopy;
use Signalbox\Model\PersonFound;
use Signalbox\Model\PersonRequestView;
use Signalbox\Model\RectifyPersonAnswer;
use Signalbox\Pages;
use Signalbox\Transport;

/** Calls of `$client->people`. */
final class People
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * Find what is held about a person. Counts what is held about a phone number or mail address in the environment
     * of the key, by kind, with the newest few of each. The address goes in the body, so that it stands in no log of
     * URLs. It finds the person after an erasure too, under the keyed hash.
     * `POST /v1/people/find`
     *
     * @param string $address A phone number or a mail address, in any spelling.
     * @param 'sms'|'email'|'voice'|null $channel Told by the look of the address when left out.
     */
    public function findPerson(
        string $address,
        ?string $channel = null,
        ?float $timeoutSeconds = null,
    ): PersonFound {
        return PersonFound::fromArray($this->transport->call(
            'POST',
            '/v1/people/find',
            body: [
                'address' => $address,
                'channel' => $channel,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Give a person a copy of everything. One document with all that is held about a person, in parts of a thousand
     * messages; all else is in the first part. Texts are in it where they are still there; codes are masked. Each
     * part is an entry of the register and of the audit log.
     * `POST /v1/people/export`
     *
     * @param string $address A phone number or a mail address, in any spelling.
     * @param string $reason Why, for the register: who asked, and how.
     * @param 'sms'|'email'|'voice'|null $channel Told by the look of the address when left out.
     * @param string|null $cursor `next_cursor` of the part before; the first part when left out.
     */
    public function exportPerson(
        string $address,
        string $reason,
        ?string $channel = null,
        ?string $cursor = null,
        ?float $timeoutSeconds = null,
    ): PersonCopy {
        return PersonCopy::fromArray($this->transport->call(
            'POST',
            '/v1/people/export',
            body: [
                'address' => $address,
                'channel' => $channel,
                'reason' => $reason,
                'cursor' => $cursor,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Erase a person. Cancels what is open, removes or blanks what is kept of the address, and answers with a
     * certificate. A keyed hash stays, under which nothing more is sent there until its suppression is lifted. Asked
     * again it erases what came since. Where the workspace wants two people the answer has no certificate: a second
     * person approves it in the console.
     * `POST /v1/people/erase`
     *
     * @param string $address A phone number or a mail address, in any spelling.
     * @param string $reason Why, for the register: who asked, and how.
     * @param 'sms'|'email'|'voice'|null $channel Told by the look of the address when left out.
     * @param list<'otp'|'transactional'|'marketing'>|null $blockedClasses What nothing more is sent of to this address, by the keyed hash that stays: everything, unless told. The block is lifted like any suppression.
     */
    public function erasePerson(
        string $address,
        string $reason,
        ?string $channel = null,
        ?array $blockedClasses = null,
        ?float $timeoutSeconds = null,
    ): ErasureAnswer {
        return ErasureAnswer::fromArray($this->transport->call(
            'POST',
            '/v1/people/erase',
            body: [
                'address' => $address,
                'channel' => $channel,
                'reason' => $reason,
                'blocked_classes' => $blockedClasses,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Correct what is held of a person. A new address gets the suppressions, the restriction, the withdrawals and
     * the hours of the old one; what was agreed to, and places on lists, only with `same_person`, the proof that one
     * person is behind both. Consents end at the old address, and what is suppressed there stays so. Messages that
     * were accepted for the old address are not changed. The ledger keeps what was said and gets new entries.
     * `POST /v1/people/rectify`
     *
     * @param string $address A phone number or a mail address, in any spelling.
     * @param string $reason Why, for the register: who asked, and how.
     * @param 'sms'|'email'|'voice'|null $channel Told by the look of the address when left out.
     * @param string|null $newAddress Where the person is reached from now on: of the same channel as the address that is wrong.
     * @param string|null $samePerson How it is proven that one person is behind both addresses, such as a code of the new one entered in the account of the old one. It stands in the proof of each consent. Without it consents and places on lists do not go along; suppressions, restrictions and withdrawals always do.
     * @param string|null $language The language the person reads, on every list of the address.
     * @param string|null $timeZone The zone of the person, by whose clock the hours without marketing count. There must be such hours.
     */
    public function rectifyPerson(
        string $address,
        string $reason,
        ?string $channel = null,
        ?string $newAddress = null,
        ?string $samePerson = null,
        ?string $language = null,
        ?string $timeZone = null,
        ?float $timeoutSeconds = null,
    ): RectifyPersonAnswer {
        return RectifyPersonAnswer::fromArray($this->transport->call(
            'POST',
            '/v1/people/rectify',
            body: [
                'address' => $address,
                'channel' => $channel,
                'reason' => $reason,
                'new_address' => $newAddress,
                'same_person' => $samePerson,
                'language' => $language,
                'time_zone' => $timeZone,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Restrict the use of what is held about a person. Everything stays, and nothing of the named classes goes to
     * the address until the restriction is lifted, whatever is agreed to or lifted elsewhere meanwhile. It stands in
     * the register under the id that lifts it.
     * `POST /v1/people/restrict`
     *
     * @param string $address A phone number or a mail address, in any spelling.
     * @param string $reason Why, for the register: who asked, and how.
     * @param 'sms'|'email'|'voice'|null $channel Told by the look of the address when left out.
     * @param list<'otp'|'transactional'|'marketing'>|null $classes What nothing is sent of while the restriction stands. Codes go, unless they are named: the person asks for each of them.
     */
    public function restrictPerson(
        string $address,
        string $reason,
        ?string $channel = null,
        ?array $classes = null,
        ?float $timeoutSeconds = null,
    ): PersonRequestView {
        return PersonRequestView::fromArray($this->transport->call(
            'POST',
            '/v1/people/restrict',
            body: [
                'address' => $address,
                'channel' => $channel,
                'reason' => $reason,
                'classes' => $classes,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Lift a restriction. What else the address is suppressed for stays.
     * `POST /v1/people/requests/{id}/lift`
     *
     * @param string $reason Why it is lifted; the person must have been told before (GDPR, article 18(3)).
     */
    public function liftRestriction(
        string $id,
        string $reason,
        ?float $timeoutSeconds = null,
    ): PersonRequestView {
        return PersonRequestView::fromArray($this->transport->call(
            'POST',
            '/v1/people/requests/' . Transport::segment($id) . '/lift',
            body: [
                'reason' => $reason,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Take down that a person objects to marketing. The ledger has the withdrawal and marketing is suppressed, so
     * that no consent that comes later by a file opens the way again. The entry stands in the register.
     * `POST /v1/people/object`
     *
     * @param string $address A phone number or a mail address, in any spelling.
     * @param string $reason Why, for the register: who asked, and how.
     * @param 'sms'|'email'|'voice'|null $channel Told by the look of the address when left out.
     */
    public function objectToMarketing(
        string $address,
        string $reason,
        ?string $channel = null,
        ?float $timeoutSeconds = null,
    ): PersonRequestView {
        return PersonRequestView::fromArray($this->transport->call(
            'POST',
            '/v1/people/object',
            body: [
                'address' => $address,
                'channel' => $channel,
                'reason' => $reason,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * List what people asked. The register of copies and erasures, newest first, with the last day for the answer of
     * each.
     * `GET /v1/people/requests`
     *
     * @return Pages<PersonRequestView>
     */
    public function listPersonRequests(
        ?int $limit = null,
        ?string $cursor = null,
        ?float $timeoutSeconds = null,
    ): Pages {
        return $this->transport->pages(
            PersonRequestView::fromArray(...),
            'GET',
            '/v1/people/requests',
            query: [
                'limit' => $limit,
                'cursor' => $cursor,
            ],
            timeoutSeconds: $timeoutSeconds,
        );
    }

    /**
     * Read the certificate of an erasure. As it was given out when the erasure ended. It names the person by the
     * keyed hash alone.
     * `GET /v1/people/requests/{id}/certificate`
     */
    public function readErasureCertificate(
        string $id,
        ?float $timeoutSeconds = null,
    ): ErasureCertificate {
        return ErasureCertificate::fromArray($this->transport->call(
            'GET',
            '/v1/people/requests/' . Transport::segment($id) . '/certificate',
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Check the certificate of an erasure. Tells whether a certificate is ours and unchanged, and, with the address
     * given again, whether it is about that person.
     * `POST /v1/people/certificates/verify`
     *
     * @param string $address A phone number or a mail address, in any spelling.
     * @param array<string, mixed> $certificate The certificate as it was given out.
     */
    public function verifyErasureCertificate(
        string $address,
        array $certificate,
        ?float $timeoutSeconds = null,
    ): CertificateVerdict {
        return CertificateVerdict::fromArray($this->transport->call(
            'POST',
            '/v1/people/certificates/verify',
            body: [
                'address' => $address,
                'certificate' => $certificate === null ? null : (object) $certificate,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Read the record of processing. On whose behalf and for what data of recipients are processed, who outside gets
     * some (carriers, webhook endpoints, services that are asked, by name and host), and each table that holds some:
     * in which columns, what an erasure does to it, and how long it is kept.
     * `GET /v1/people/kept`
     */
    public function readKept(
        ?float $timeoutSeconds = null,
    ): KeptTables {
        return KeptTables::fromArray($this->transport->call(
            'GET',
            '/v1/people/kept',
            timeoutSeconds: $timeoutSeconds,
        ));
    }
}
