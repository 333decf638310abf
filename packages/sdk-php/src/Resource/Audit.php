<?php

// Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.

declare(strict_types=1);

namespace Signalbox\Resource;

use Signalbox\Model\AuditEntryView;
use Signalbox\Model\AuditExport;
use Signalbox\Model\AuditVerdict;
use Signalbox\Pages;
use Signalbox\Transport;

/** Calls of `$client->audit`. */
final class Audit
{
    public function __construct(private readonly Transport $transport)
    {
    }

    /**
     * List what was done. Every change made by a person or an API key, in both environments, newest first: who,
     * what, before and after. Sends are not in it: each message names its key and request itself.
     * `GET /v1/audit`
     *
     * @param string|null $actorId Id of a person or an API key.
     * @param 'session.signed_in'|'session.sign_in_failed'|'session.signed_out'|'session.revoked'|'account.password_changed'|'account.changed'|'account.alert_mail_set'|'member.joined'|'member.role_changed'|'member.removed'|'invitation.created'|'invitation.withdrawn'|'key.created'|'key.rotated'|'key.revoked'|'limit.set'|'limit.lifted'|'provider.created'|'provider.changed'|'route.created'|'route.changed'|'route.weight_changed'|'route.paused'|'route.pause_lifted'|'weights.set'|'weights.approved'|'weights.rejected'|'weights.undone'|'weights.removed'|'weights.ramp_paused'|'weights.ramp_resumed'|'weights.ramp_finished'|'experiment.started'|'experiment.stopped'|'experiment.adopted'|'success_model.switched'|'webhook.created'|'webhook.changed'|'webhook.secret_rotated'|'webhook.tested'|'webhook.replayed'|'webhook.removed'|'suppression.added'|'suppression.lifted'|'consent.recorded'|'list.created'|'list.changed'|'list.member_added'|'list.members_imported'|'import.created'|'import.started'|'import.canceled'|'import.undo_started'|'import.undone'|'list.member_confirmed'|'keyword.saved'|'keyword.removed'|'keyword.reply_set'|'glossary.term_saved'|'glossary.term_removed'|'topic.saved'|'topic.removed'|'inbound.decided'|'message.canceled'|'message.revealed'|'verification.canceled'|'prefix.blocked'|'prefix.allowed'|'prefix.lifted'|'fraud_rules.set'|'workspace.created'|'workspace.changed'|'organisation.renamed'|'organisation.second_factor_set'|'single_sign_on.set'|'single_sign_on.removed'|'country.set'|'country.removed'|'sender.set'|'sender.removed'|'dlt.stored'|'dlt.removed'|'rule.answered'|'rule.answer_removed'|'cap.saved'|'cap.removed'|'registry.set'|'registry.removed'|'registry.asked'|'prices.imported'|'prices.undone'|'exchange_rates.set'|'exchange_rate.removed'|'networks.imported'|'lookup.set'|'numbers.looked_up'|'concentration.limit_set'|'substitutions.set'|'template.created'|'template.version_added'|'template.submitted'|'template.approved'|'template.rejected'|'template.paused'|'template.resumed'|'template.drafting_asked'|'template.translations_drafted'|'template.translation_begun'|'template.translation_accepted'|'template.translation_rejected'|'template.translation_reopened'|'translation.set'|'approval.asked'|'approval.approved'|'approval.rejected'|'approval.withdrawn'|'approval.used'|'person.previewed'|'person.copied'|'person.erasure_asked'|'person.erasure_rejected'|'person.erased'|'person.restricted'|'person.restriction_lifted'|'person.objected'|'person.rectified'|null $action
     * @param 'user'|'invitation'|'key'|'limit'|'provider'|'route'|'weights'|'experiment'|'success_model'|'webhook'|'suppression'|'consent'|'list'|'import'|'keyword'|'cap'|'glossary'|'topic'|'inbound'|'message'|'verification'|'prefix'|'fraud_rules'|'workspace'|'organisation'|'single_sign_on'|'country'|'sender'|'dlt'|'rule'|'registry'|'translation'|'prices'|'exchange_rates'|'networks'|'concentration'|'substitutions'|'template'|'person'|'approval'|null $objectKind
     * @param string|null $objectId Id of the thing that was changed.
     * @return Pages<AuditEntryView>
     */
    public function list(
        ?int $limit = null,
        ?string $cursor = null,
        ?string $actorId = null,
        ?string $action = null,
        ?string $objectKind = null,
        ?string $objectId = null,
        ?string $since = null,
        ?string $until = null,
        ?float $timeoutSeconds = null,
    ): Pages {
        return $this->transport->pages(
            AuditEntryView::fromArray(...),
            'GET',
            '/v1/audit',
            query: [
                'limit' => $limit,
                'cursor' => $cursor,
                'actor_id' => $actorId,
                'action' => $action,
                'object_kind' => $objectKind,
                'object_id' => $objectId,
                'since' => $since,
                'until' => $until,
            ],
            timeoutSeconds: $timeoutSeconds,
        );
    }

    /**
     * Export the audit log. A part of the chain, oldest first, with its head and the rule of its hashes: anybody can
     * check it without us. Give `next_after` of one part as `after` of the next.
     * `GET /v1/audit/export`
     *
     * @param int|null $after Number of the last entry you have; 0 from the beginning.
     */
    public function export(
        ?int $after = null,
        ?int $limit = null,
        ?float $timeoutSeconds = null,
    ): AuditExport {
        return AuditExport::fromArray($this->transport->call(
            'GET',
            '/v1/audit/export',
            query: [
                'after' => $after,
                'limit' => $limit,
            ],
            timeoutSeconds: $timeoutSeconds,
        ));
    }

    /**
     * Check the audit log. Computes every hash of the chain anew and names the first entry that was changed, moved
     * or is missing.
     * `GET /v1/audit/verify`
     */
    public function verify(
        ?float $timeoutSeconds = null,
    ): AuditVerdict {
        return AuditVerdict::fromArray($this->transport->call(
            'GET',
            '/v1/audit/verify',
            timeoutSeconds: $timeoutSeconds,
        ));
    }
}
