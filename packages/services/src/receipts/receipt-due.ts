import { type ReceiptDueJob, unpackUuids } from '@signalbox/contracts';
import { loadMessages, readAttempts, readPositions } from '@signalbox/db';
import type { Services } from '../context.ts';
import { settleAnswers } from '../dispatch/settle-answers.ts';

/** Ends the wait for a receipt after a lost answer: messages that still have none go on by the rule of their class. */
export async function endReceiptWait({
  ctx,
  input,
}: {
  ctx: { services: Services };
  input: ReceiptDueJob;
}): Promise<void> {
  const { services } = ctx;
  await services.database.sql.begin(async (tx) => {
    const ids = unpackUuids(input.ids);
    const [messages, positions, attempts] = await Promise.all([
      loadMessages(tx, input.workspace, ids),
      readPositions(tx, ids),
      readAttempts(tx, ids),
    ]);
    const routeOf = new Map(attempts.filter((a) => a.n === input.turn).map((a) => [a.messageId, a.route]));
    const waiting = messages.filter((message) => {
      const position = positions.get(message.id);
      return position?.state === 'sending' && position.turns === input.turn;
    });
    await settleAnswers(
      tx,
      services,
      waiting.map((message) => ({
        claim: {
          message,
          workspace: input.workspace,
          turn: input.turn,
          providerNumber: services.config.current().route(routeOf.get(message.id) ?? 0)?.provider ?? 0,
        },
        answer: { kind: 'no_receipt', after: 'indeterminate' },
        atMs: services.world.nowMs(),
      })),
    );
  });
}
