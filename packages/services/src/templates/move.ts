import {
  type AuditAction,
  encodeId,
  SignalboxError,
  TEMPLATE_MOVES,
  type TemplateDetail,
  type TemplateMove,
} from '@signalbox/contracts';
import {
  moveTemplateVersion,
  passTurnstile,
  readTemplateVersion,
  readWorkspaceSettings,
  type SqlRunner,
  type TemplateVersionRow,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { getTemplate, noVersion } from './read.ts';
import { actorNow, templateOf } from './view.ts';

const ACTIONS = {
  submit: 'template.submitted',
  approve: 'template.approved',
  reject: 'template.rejected',
  pause: 'template.paused',
  resume: 'template.resumed',
} as const satisfies Record<TemplateMove, AuditAction>;

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
  await inWorkspace(ctx, async (tx) => {
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
    if (LETS_GO.includes(move)) await assertSecondPerson(tx, ctx, row);
    await moveTemplateVersion(tx, row.number, to, actorNow(ctx), comment ?? null);
    await recordAudit(tx, ctx, {
      action: ACTIONS[move],
      object: { kind: 'template', id: encodeId('template', template.id), name: key },
      before: { version, state: from },
      after: { version, state: to, comment: comment ?? null },
      environment: null,
    });
  });
  ctx.services.templates.forget();
  return getTemplate({ ctx, input: { key } });
}

const PAST: Readonly<Record<TemplateMove, string>> = {
  submit: 'submitted',
  approve: 'approved',
  reject: 'rejected',
  pause: 'paused',
  resume: 'resumed',
};

/** Where the workspace wants two people, whoever wrote or submitted a version does not let it go, and a key, which any of them may hold, lets none go. */
async function assertSecondPerson(
  tx: SqlRunner,
  { actor, workspace }: RequestContext,
  { created, submitted }: TemplateVersionRow,
): Promise<void> {
  const { needsSecondPerson } = await readWorkspaceSettings(tx, workspace.number);
  if (!needsSecondPerson) return;
  if (actor.kind !== 'user') {
    throw new SignalboxError('forbidden', {
      detail: 'This workspace has templates approved by a second person: sign in to the console and approve it there.',
    });
  }
  if (created.id === actor.id || submitted?.id === actor.id) {
    throw new SignalboxError('forbidden', {
      detail:
        'You wrote or submitted this version, and this workspace has templates approved by a second person: ask somebody else.',
    });
  }
}
