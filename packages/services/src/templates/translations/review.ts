import {
  encodeId,
  type ReviewTranslationRequest,
  SignalboxError,
  type TemplateBody,
  type TemplateDetail,
  TRANSLATION_MOVES,
  type TranslationMove,
} from '@signalbox/contracts';
import {
  insertTemplateVersion,
  moveTranslation,
  readTemplateTranslations,
  type TemplateContentRow,
  type Transaction,
} from '@signalbox/db';
import { assertSecondPerson } from '../../approvals/second-person.ts';
import { recordAudit } from '../../audit/record.ts';
import type { RequestContext } from '../../context.ts';
import { refuseField } from '../../field-refusal.ts';
import { inWorkspace } from '../../tenant.ts';
import { makeBodies, toldBody } from '../compile-content.ts';
import { getTemplate } from '../read.ts';
import { actorNow, lockedTemplate, newestOf } from '../view.ts';
import { assertReadable, assertRoom } from '../write.ts';

const ACTIONS = {
  begin: 'template.translation_begun',
  accept: 'template.translation_accepted',
  reject: 'template.translation_rejected',
  reopen: 'template.translation_reopened',
} as const satisfies Record<TranslationMove, string>;

const REVIEW = { what: 'drafts of a service reviewed', own: 'asked for this draft' };

/**
 * Moves a text that a service drafted through its review. What is accepted with other words, and what is rejected, makes the next version, for what a version says never changes. Throws `not_found`, `conflict`
 * when the version or the text stands somewhere else, `request_invalid` for words that cannot be read, and `forbidden` when the workspace wants a second person and this is not one.
 */
export async function reviewTranslation({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ReviewTranslationRequest & { key: string };
}): Promise<TemplateDetail> {
  const { key, version, channel, locale, move, body, comment } = input;
  if (body !== undefined) assertFits(input, body);
  const made = await makeBodies(body === undefined ? [] : [body], ctx.services.world.nowMs);
  await inWorkspace(ctx, async (tx) => {
    const template = await lockedTemplate(tx, ctx, key);
    const newest = await newestOf(tx, template, true);
    if (newest.version !== version || newest.state !== 'draft') {
      throw new SignalboxError('conflict', {
        detail: `The newest version is ${newest.version}, and it is ${newest.state}: only texts of the newest version are reviewed, while it is a draft.`,
      });
    }
    const marks = await readTemplateTranslations(tx, newest.number);
    const mark = marks.find((one) => one.channel === channel && one.locale === locale);
    if (mark === undefined) {
      throw new SignalboxError('not_found', {
        detail: `No service drafted what this version says by ${channel} in ${locale}.`,
      });
    }
    const { from, to } = TRANSLATION_MOVES[move];
    if (!from.includes(mark.state)) {
      throw new SignalboxError('conflict', {
        detail: `The text by ${channel} in ${locale} is ${mark.state}; ${move} is for one that is ${from.join(' or ')}.`,
      });
    }
    if (move === 'accept') await assertSecondPerson(tx, ctx, { by: [mark.drafted], ...REVIEW });
    const isHere = (one: { channel: string; locale: string }) => one.channel === channel && one.locale === locale;
    const put = made.bodies[0];
    if (put !== undefined) {
      const { variables } = newest;
      const bodies = newest.bodies.map((one) => (isHere(one) ? put : one));
      const content = { variables, bodies: bodies.map(toldBody), class: template.class };
      // Its place among all bodies, so that a fault is told at the field that is at fault.
      const at = newest.bodies.findIndex(isHere);
      const faults = made.faults.map((fault) => ({ ...fault, path: fault.path.replace('bodies.0', `bodies.${at}`) }));
      assertReadable(ctx, { ...content, default_locale: template.defaultLocale }, { bodies, faults });
    }
    const after =
      put === undefined && to !== null
        ? newest
        : await nextVersion(tx, ctx, template, newest, {
            bodies: newest.bodies.flatMap((one) => (!isHere(one) ? [one] : put === undefined ? [] : [put])),
          });
    if (to !== null) await moveTranslation(tx, after.number, { channel, locale }, to, actorNow(ctx));
    await recordAudit(tx, ctx, {
      action: ACTIONS[move],
      object: { kind: 'template', id: encodeId('template', template.id), name: key },
      before: { version, channel, locale, state: mark.state },
      after: {
        version: after.version,
        channel,
        locale,
        state: to,
        edited: put !== undefined,
        comment: comment ?? null,
      },
      environment: null,
    });
  });
  ctx.services.templates.forget();
  return getTemplate({ ctx, input: { key } });
}

/** Other words are for the text that is accepted, and for no other. */
function assertFits({ move, channel, locale }: ReviewTranslationRequest, body: TemplateBody): void {
  if (move !== 'accept') throw refuseField('body', 'not_allowed', 'Other words are given with `accept` only.');
  if (body.channel === channel && body.locale === locale) return;
  throw refuseField(
    'body',
    'mismatch',
    `These are the words of ${body.channel} in ${body.locale}: give those of ${channel} in ${locale}.`,
  );
}

async function nextVersion(
  tx: Transaction,
  ctx: RequestContext,
  template: { number: number; version: number },
  { variables }: TemplateContentRow,
  { bodies }: Pick<TemplateContentRow, 'bodies'>,
): Promise<{ number: number; version: number }> {
  assertRoom(template);
  const workspace = ctx.workspace.number;
  return insertTemplateVersion(tx, { workspace, template: template.number, variables, bodies, by: actorNow(ctx) });
}
