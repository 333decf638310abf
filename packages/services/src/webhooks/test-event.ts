import { encodeId, WEBHOOK_TEST_EVENT, type WebhookDeliveryView } from '@signalbox/contracts';
import { deliveryIdOf, insertPackets, insertWebhookEvents, readDeliveries } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { auditedWebhook } from './audited.ts';
import { findWebhook } from './endpoints.ts';
import { bodyOf, packetsOf } from './publish.ts';
import { viewDelivery } from './view.ts';

/** Sends a test event to one endpoint, tried once. Answers the delivery, whose try stands in the log a moment later. */
export async function testWebhook({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string };
}): Promise<WebhookDeliveryView> {
  const { services, environment } = ctx;
  const workspace = ctx.workspace.number;
  return inWorkspace(ctx, async (tx) => {
    const endpoint = await findWebhook(ctx, tx, input.id);
    if (!endpoint.enabled)
      throw refuseField('id', 'switched_off', 'The endpoint is switched off; switch it on, then test it.');
    const id = services.ids.next();
    const data = { webhook_id: encodeId('webhook', endpoint.id), environment };
    const event = { id, workspace, environment, type: WEBHOOK_TEST_EVENT, atMs: services.world.nowMs(), data };
    await insertWebhookEvents(tx, [{ ...event, body: bodyOf(event) }]);
    const packets = packetsOf(services, { ...endpoint, workspace, origin: 'test' }, [id]);
    await insertPackets(tx, packets);
    const [packet] = packets;
    if (packet === undefined) throw new Error('a test event made no packet');
    const filter = { workspace, endpoint: endpoint.number, state: null, id: deliveryIdOf(packet.id, 0), belowId: null };
    const [row] = await readDeliveries(tx, filter, 1);
    if (row === undefined) throw new Error('a test event was not stored');
    const view = viewDelivery(row, []);
    await recordAudit(tx, ctx, {
      action: 'webhook.tested',
      object: auditedWebhook(endpoint).object,
      before: null,
      after: { delivery_id: view.id },
    });
    return view;
  });
}
