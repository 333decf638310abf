import type { InboundReceipt, InboundReply } from '@signalbox/contracts';
import { insertReceipts, insertReplies, takeOrphans } from '@signalbox/db';
import type { Services } from '../context.ts';
import { refOf } from '../dispatch/ref-registry.ts';
import { applyReceipts } from './apply-receipts.ts';

/** The provider something came in from. */
export interface InboundProvider {
  number: number;
  workspace: number;
}

/** Stores receipts and applies them to their messages in one transaction; resolves once they are durable. For processes that did not submit. */
export async function recordReceipts({
  ctx,
  input,
}: {
  ctx: { services: Services };
  input: { provider: InboundProvider; receipts: readonly InboundReceipt[] };
}): Promise<void> {
  const { services } = ctx;
  const { provider, receipts } = input;
  if (receipts.length === 0) return;
  const stored = receipts.map((receipt) => ({ id: services.ids.next(), receipt }));
  await services.database.sql.begin(async (tx) => {
    const { number, workspace } = provider;
    await insertReceipts(
      tx,
      stored.map(({ id, receipt }) => ({
        id,
        provider: number,
        workspace,
        verdict: receipt.verdict,
        raw: receipt.raw,
      })),
    );
    await applyReceipts(
      tx,
      stored.map(({ id, receipt: { ref, verdict, reason } }) => ({
        receiptId: id,
        workspace,
        ref: refOf(number, ref),
        verdict,
        reason,
      })),
      services.world.nowMs(),
    );
  });
}

/** Stores what people sent back. */
export async function recordReplies({
  ctx,
  input,
}: {
  ctx: { services: Services };
  input: { provider: InboundProvider; replies: readonly InboundReply[] };
}): Promise<void> {
  const { services } = ctx;
  const { number, workspace } = input.provider;
  await insertReplies(
    services.database.sql,
    input.replies.map((reply) => ({ id: services.ids.next(), workspace, provider: number, ...reply })),
  );
}

const ORPHAN_BATCH = 2000;

/** Tries again to match receipts that found no message; those that still find none go back. Returns how many were looked at. */
export async function matchOrphans({ ctx }: { ctx: { services: Services } }): Promise<number> {
  const { services } = ctx;
  return services.database.sql.begin(async (tx) => {
    const orphans = await takeOrphans(tx, null, ORPHAN_BATCH);
    await applyReceipts(tx, orphans, services.world.nowMs());
    return orphans.length;
  });
}
