import { type SecondPersonKind, SignalboxError } from '@signalbox/contracts';
import { readWorkspaceSettings, type SqlRunner, type TemplateActorRow } from '@signalbox/db';
import type { RequestContext } from '../context.ts';

/** Whether the workspace has what is of this kind approved by a second person. */
export async function needsSecondPerson(tx: SqlRunner, workspace: number, kind: SecondPersonKind): Promise<boolean> {
  const { secondPersonFor } = await readWorkspaceSettings(tx, workspace);
  return secondPersonFor.includes(kind);
}

/** Refuses what one person or key would do at once, where the workspace has it approved by a second person. */
export async function assertNoSecondPerson(
  tx: SqlRunner,
  { workspace }: RequestContext,
  kind: 'senders' | 'packs',
): Promise<void> {
  if (await needsSecondPerson(tx, workspace.number, kind)) {
    const what = kind === 'senders' ? 'changes of senders' : 'what it says of rules';
    throw new SignalboxError('forbidden', {
      detail: `This workspace has ${what} approved by a second person: ask for it in the console.`,
    });
  }
}

/**
 * Where the workspace has templates approved by a second person, whoever had a part in one does not let it go, and a key, which any of them may
 * hold, lets none go. `what` is had by a second person, `own` is what the one who asks did. Throws `forbidden`.
 */
export async function assertSecondPerson(
  tx: SqlRunner,
  { actor, workspace }: RequestContext,
  { by, what, own }: { by: readonly (TemplateActorRow | null)[]; what: string; own: string },
): Promise<void> {
  if (!(await needsSecondPerson(tx, workspace.number, 'templates'))) return;
  if (actor.kind !== 'user') {
    throw new SignalboxError('forbidden', {
      detail: `This workspace has ${what} by a second person: sign in to the console and do it there.`,
    });
  }
  if (by.some((one) => one?.id === actor.id)) {
    throw new SignalboxError('forbidden', {
      detail: `You ${own}, and this workspace has ${what} by a second person: ask somebody else.`,
    });
  }
}
