import { type SetTranslationRequest, SignalboxError, type TranslationView } from '@signalbox/contracts';
import {
  lockTranslationService,
  putTranslationService,
  readLookupDays,
  readTranslationService,
  type SqlRunner,
  type TranslationServiceRow,
} from '@signalbox/db';
import { assertLive } from '../../audit/assert-live.ts';
import { recordAudit } from '../../audit/record.ts';
import type { RequestContext } from '../../context.ts';
import { refuseField } from '../../field-refusal.ts';
import { inWorkspace } from '../../tenant.ts';
import { TRANSLATION_SOURCE, translationSecretPlace } from './ask-service.ts';

/** The service that drafts translations; live and sandbox share it. */
export async function getTranslation({ ctx }: { ctx: RequestContext; input: object }): Promise<TranslationView> {
  return inWorkspace(ctx, async (tx) => viewOf(ctx, tx, await readTranslationService(tx, ctx.workspace.number)));
}

async function viewOf(
  ctx: RequestContext,
  tx: SqlRunner,
  row: TranslationServiceRow | undefined,
): Promise<TranslationView> {
  const today = new Date(ctx.services.world.nowMs()).toISOString().slice(0, 10);
  const days = await readLookupDays(tx, ctx.workspace.number, today, TRANSLATION_SOURCE);
  return {
    version: row?.version ?? 0,
    enabled: row?.enabled ?? false,
    service: row?.service ?? null,
    secret_stored: row !== undefined && row.secret !== null,
    asked_today: days.reduce((sum, { asked }) => sum + asked, 0),
  };
}

/**
 * Sets the service as a whole. A key that is left out stays as it is. Throws `request_invalid` for an address where nothing may be asked, `conflict` when the version was left behind, and `forbidden` for a
 * key of the sandbox: both environments go by it.
 */
export async function setTranslation({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: SetTranslationRequest;
}): Promise<TranslationView> {
  assertLive(ctx, 'Both environments go by this service: set it with a key of live.');
  const { version, enabled, service, secret } = input;
  const why = ctx.services.judgeUrl(service.url);
  if (why !== null) throw refuseField('service.url', 'not_allowed', why);
  const workspace = ctx.workspace.number;
  return inWorkspace(ctx, async (tx) => {
    const before = await lockTranslationService(tx, workspace);
    if (version !== undefined && version !== (before?.version ?? 0)) throw new SignalboxError('conflict');
    const place = translationSecretPlace(workspace);
    const kept = before?.secret ?? null;
    const sealed = secret === undefined ? kept : secret === '' ? null : ctx.services.sealer.seal(secret, place);
    await putTranslationService(tx, workspace, { enabled, service, secret: sealed });
    await recordAudit(tx, ctx, {
      action: 'translation.set',
      object: { kind: 'translation', id: 'translation', name: service.url },
      environment: null,
      before: before === undefined ? null : { enabled: before.enabled, service: before.service },
      after: { enabled, service, ...(secret === undefined ? {} : { secret: 'changed' }) },
    });
    return viewOf(ctx, tx, await readTranslationService(tx, workspace));
  });
}
