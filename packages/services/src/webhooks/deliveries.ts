import type { WebhookDeliveryState, WebhookDeliveryView } from '@signalbox/contracts';
import { readDeliveries, readOutcomes } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import { readWithin } from '../tenant.ts';
import { findWebhook } from './endpoints.ts';
import { viewDelivery } from './view.ts';

/** Filters of the delivery log. */
export interface ListDeliveriesInput {
  id: string;
  limit: number;
  cursor?: string | undefined;
  state?: WebhookDeliveryState | undefined;
}

/** The deliveries of an endpoint with every try, newest first. */
export async function listWebhookDeliveries({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ListDeliveriesInput;
}): Promise<{ data: WebhookDeliveryView[]; next_cursor: string | null }> {
  const workspace = ctx.workspace.number;
  const belowId = decodeCursor(input.cursor);
  return readWithin(ctx, 'The log takes too long to search; ask without a state.', async (tx) => {
    const { number } = await findWebhook(ctx, tx, input.id);
    const filter = { workspace, endpoint: number, state: input.state ?? null, id: null, belowId };
    const { rows, next_cursor } = pageOf(await readDeliveries(tx, filter, input.limit + 1), input.limit);
    const outcomes = await readOutcomes(
      tx,
      workspace,
      number,
      rows.map((row) => row.id),
    );
    const outcomesOf = Map.groupBy(outcomes, (outcome) => outcome.deliveryId);
    return { data: rows.map((row) => viewDelivery(row, outcomesOf.get(row.id) ?? [])), next_cursor };
  });
}
