import {
  type AuditAction,
  encodeId,
  SignalboxError,
  TEMPLATE_MOVES,
  type TemplateDetail,
  type TemplateEventType,
  type TemplateMove,
} from '@signalbox/contracts';
import {
  moveTemplateVersion,
  passTurnstile,
  readTemplateTranslations,
  readTemplateVersion,
  type SqlRunner,
  type TemplateVersionRow,
} from '@signalbox/db';
import { assertSecondPerson } from '../approvals/second-person.ts';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { announceMove } from './announce-move.ts';
import { getTemplate, noVersion } from './read.ts';
import { notReviewed } from './translations/not-reviewed.ts';
import { actorNow, templateOf } from './view.ts';

const ACTIONS = {
  submit: 'template.submitted',
  approve: 'template.approved',
  reject: 'template.rejected',
  pause: 'template.paused',
  resume: 'template.resumed',
} as const satisfies Record<TemplateMove, AuditAction & TemplateEventType>;

/** Moves that let a version go to live. */
const LETS_GO: readonly TemplateMove[] = ['approve', 'resume'];

/**
 * Moves a version of a template from one state to the next; in force for the next send of every process, and what is taken back also
 * stops what was accepted by it and has not left. Throws `not_found`, `conflict`
 * when the version stands somewhere else, and `forbidden` when the workspace wants a second person and this is not one.
 */
export async function moveTemplate({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { key: string; version: number; move: TemplateMove; comment?: string | undefined };
}): Promise<TemplateDetail> {
  const { key, version, move, comment } = input;
  const { from, to } = TEMPLATE_MOVES[move];
  if (move === 'reject' && comment === undefined) {
    throw refuseField('comment', 'required', 'Say what must change, so that the author can mend it.');
  }
  await inWorkspace(ctx, async (tx, asOwner) => {
    const template = await templateOf(tx, ctx, key);
    const row = await readTemplateVersion(tx, template.number, version, true);
    if (row === undefined) throw noVersion(version);
    if (row.state !== from) {
      throw new SignalboxError('conflict', {
        detail: `Version ${version} is ${row.state}; only one that is ${from} can be ${PAST[move]}.`,
      });
    }
    // Alone through the turnstile: a claim that commits later knows that this version is taken back.
    if (move === 'pause' || move === 'reject') await passTurnstile(tx, ctx.workspace.number, true);
    if (move === 'submit' || LETS_GO.includes(move)) await assertReviewed(tx, row, move);
    if (LETS_GO.includes(move)) await assertSecondPerson(tx, ctx, { by: [row.created, row.submitted], ...VERSION });
    await moveTemplateVersion(tx, row.number, to, actorNow(ctx), comment ?? null);
    await recordAudit(tx, ctx, {
      action: ACTIONS[move],
      object: { kind: 'template', id: encodeId('template', template.id), name: key },
      before: { version, state: from },
      after: { version, state: to, comment: comment ?? null },
      environment: null,
    });
    await asOwner();
    const told = { key, version, state: to, comment: comment ?? null };
    await announceMove(tx, ctx, { type: ACTIONS[move], id: template.id, ...told });
  });
  ctx.services.templates.forget();
  return getTemplate({ ctx, input: { key } });
}

/** What a second person is asked for. */
const VERSION = { what: 'templates approved', own: 'wrote or submitted this version' };

const PAST: Readonly<Record<TemplateMove, string>> = {
  submit: 'submitted',
  approve: 'approved',
  reject: 'rejected',
  pause: 'paused',
  resume: 'resumed',
};

/** Refuses a version with a text that a service drafted and nobody answers for. */
async function assertReviewed(
  tx: SqlRunner,
  { number, version }: TemplateVersionRow,
  move: TemplateMove,
): Promise<void> {
  const open = (await readTemplateTranslations(tx, number)).filter(({ state }) => state !== 'reviewed');
  if (open.length === 0) return;
  const unreviewed = [...new Set(open.map(({ locale }) => locale))];
  throw new SignalboxError('conflict', { detail: notReviewed({ version, unreviewed }, `${move} it`) });
}
