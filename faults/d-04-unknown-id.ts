import { receiptScenario } from './rig/receipt-scenario.ts';
import { entryOf } from './rig/scenario.ts';
import { type Stage, waitUntil } from './rig/stage.ts';

const STRAYS = 40;
const ARRIVAL_MS = 20_000;

/** D-04: receipts for ids nobody was given, among the right ones: they are kept, change nothing and stop nobody. */
export default entryOf(
  receiptScenario({
    name: 'D-04',
    behaviours: [{}],
    beside: sendStrays,
    fault: { what: 'messages with a receipt of their own', isMet: ([submit]) => submit?.receipts.length === 1 },
  }),
);

async function sendStrays(stage: Stage): Promise<void> {
  const { rig, workspace, random, generator, proveInjected } = stage;
  const ids = Array.from({ length: STRAYS }, () => `stray${random.between(0, 2 ** 31)}`);
  for (const id of ids) {
    const stat = random.pick(['DELIVRD', 'UNDELIV', 'EXPIRED']);
    await rig.carriers.sendReceipt('aurora', { id, stat, from: generator.nextNumber(), to: 'SIGNALBOX' });
  }
  let kept = 0;
  await waitUntil(stage, 'the receipts without a message are kept', ARRIVAL_MS, async () => {
    const [row] = await rig.sql<{ count: number }[]>`
      select count(distinct ref)::int as count from orphan_receipt
      where workspace = ${workspace.number} and split_part(ref, ':', 2) = any(${ids}::text[])`;
    kept = row?.count ?? 0;
    return kept === STRAYS;
  });
  proveInjected('receipts for unknown ids', kept, STRAYS);
}
