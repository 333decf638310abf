import { type ReceiptDueJob, unpackUuids } from '@signalbox/contracts';
import { loadMessages, readAttempts, readPositions } from '@signalbox/db';
import type { Services } from '../context.ts';
import { settleAnswers } from '../dispatch/settle-answers.ts';
import { countedTrial } from '../experiments/trial.ts';
import { noteAnswer } from '../learning/note-outcomes.ts';

/** Ends the wait for a receipt after a lost answer: messages that still have none go on by the rule of their class. */
export async function endReceiptWait({
  ctx,
  input,
}: {
  ctx: { services: Services };
  input: ReceiptDueJob;
}): Promise<void> {
  const { services } = ctx;
  const ended = await services.database.sql.begin(async (tx) => {
    const ids = unpackUuids(input.ids);
    const [messages, positions, attempts] = await Promise.all([
      loadMessages(tx, input.workspace, ids),
      readPositions(tx, ids),
      readAttempts(tx, ids),
    ]);
    const turnOf = new Map(attempts.filter((a) => a.n === input.turn).map((a) => [a.messageId, a]));
    const waiting = messages.filter((message) => {
      const position = positions.get(message.id);
      return position?.state === 'sending' && position.turns === input.turn;
    });
    const unsettled = waiting.map((message) => {
      const attempt = turnOf.get(message.id);
      const routeNumber = attempt?.route ?? 0;
      const claimedAtMs = attempt?.claimedAtMs ?? 0;
      return {
        claim: {
          message,
          workspace: input.workspace,
          turn: input.turn,
          routeNumber,
          claimedAtMs,
          trial: countedTrial(services, { ...message, workspace: input.workspace }, claimedAtMs),
          providerNumber: services.config.current().route(routeNumber)?.provider ?? 0,
        },
        answer: { kind: 'no_receipt' as const, after: 'indeterminate' as const },
        atMs: services.world.nowMs(),
      };
    });
    await settleAnswers(tx, services, unsettled);
    return unsettled;
  });
  for (const { claim, answer } of ended) noteAnswer(services, claim, answer);
}
