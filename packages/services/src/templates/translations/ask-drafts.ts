import {
  DRAFT_QUEUE,
  type DraftJob,
  type DraftTranslationsRequest,
  encodeId,
  SignalboxError,
  TEMPLATE_BODIES_MAX,
  type TemplateDetail,
} from '@signalbox/contracts';
import { insertDrafting, readLastDrafting, readTemplateTranslations, readTranslationService } from '@signalbox/db';
import { recordAudit } from '../../audit/record.ts';
import type { RequestContext } from '../../context.ts';
import { refuseField } from '../../field-refusal.ts';
import { inWorkspace } from '../../tenant.ts';
import { getTemplate } from '../read.ts';
import { actorNow, lockedTemplate, newestOf } from '../view.ts';
import { assertRoom } from '../write.ts';
import { isStale, planDrafts } from './plan-drafts.ts';
import { isUnderWay } from './view.ts';

/**
 * Has the service of the workspace draft languages of a template, all of them in one job; they become the next version. Throws `not_found`, `request_invalid` when none of the languages lacks anything or is stale, and
 * `conflict` while no service is switched on or drafts are being made already.
 */
export async function askDrafts({
  ctx,
  input: { key, locales },
}: {
  ctx: RequestContext;
  input: DraftTranslationsRequest & { key: string };
}): Promise<TemplateDetail> {
  const workspace = ctx.workspace.number;
  const nowMs = ctx.services.world.nowMs();
  await inWorkspace(ctx, async (tx, asOwner) => {
    const row = await lockedTemplate(tx, ctx, key);
    const template = row.number;
    assertRoom(row);
    if ((await readTranslationService(tx, workspace))?.enabled !== true) {
      throw new SignalboxError('conflict', {
        detail: 'No translation service is switched on: set one on the page Translations, or by PUT /v1/translation.',
      });
    }
    const last = await readLastDrafting(tx, template);
    if (last !== undefined && isUnderWay(last, nowMs)) {
      throw new SignalboxError('conflict', {
        detail: `Drafts in ${last.locales.join(', ')} are being made: wait until they are there.`,
      });
    }
    const newest = await newestOf(tx, row);
    const marks = await readTemplateTranslations(tx, newest.number);
    const plan = planDrafts(newest, row.defaultLocale, locales, marks);
    if (plan.length === 0) {
      throw refuseField('locales', 'nothing_missing', 'The template says everything in these languages already.');
    }
    const more = plan.filter((place) => !isStale(marks, place));
    if (newest.bodies.length + more.length > TEMPLATE_BODIES_MAX) {
      throw refuseField('locales', 'too_many', `A template has at most ${TEMPLATE_BODIES_MAX} bodies; draft fewer.`);
    }
    const asked = actorNow(ctx);
    const drafting = await insertDrafting(tx, { workspace, template, locales: [...new Set(locales)], asked });
    await recordAudit(tx, ctx, {
      action: 'template.drafting_asked',
      object: { kind: 'template', id: encodeId('template', row.id), name: key },
      before: null,
      after: { bodies: plan.map(({ channel, locale }) => `${channel} ${locale}`) },
      environment: null,
    });
    await asOwner();
    const job: DraftJob = { workspace, drafting };
    await ctx.services.queue.enqueue(tx, DRAFT_QUEUE, [{ data: job }]);
  });
  return getTemplate({ ctx, input: { key } });
}
