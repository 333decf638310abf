import { SignalboxError } from '@signalbox/contracts';
import { readWorkspaceSettings, type SqlRunner, type TemplateActorRow } from '@signalbox/db';
import type { RequestContext } from '../context.ts';

/**
 * Where the workspace wants two people, whoever had a part in something does not let it go, and a key, which any of them may hold, lets none go. `what` is had by a second person, `own` is what the one
 * who asks did. Throws `forbidden`.
 */
export async function assertSecondPerson(
  tx: SqlRunner,
  { actor, workspace }: RequestContext,
  { by, what, own }: { by: readonly (TemplateActorRow | null)[]; what: string; own: string },
): Promise<void> {
  const { needsSecondPerson } = await readWorkspaceSettings(tx, workspace.number);
  if (!needsSecondPerson) return;
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
