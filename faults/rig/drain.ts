import { setTimeout as sleep } from 'node:timers/promises';
import type { Stage } from './stage.ts';
import { passReceiptWait, readStanding, type Standing } from './stored-log.ts';

const LONGEST_MS = 240_000;
const POLL_MS = 250;
// Receipts are late by the carrier's choice, at most some seconds in all scenarios.
const RECEIPTS_MS = 20_000;
const QUIET_MS = 750;

/**
 * Waits until no message is on its way: each has ended, or waits minutes for a receipt after a lost answer; and the carriers have handed
 * over their receipts. Returns the seconds it took. Throws nothing when it takes too long: the reconciliation then names what is left.
 */
export async function drain(stage: Stage): Promise<number> {
  const startedAt = performance.now();
  let movedAt = startedAt;
  let last = '';
  while (performance.now() - startedAt < LONGEST_MS) {
    stage.signal.throwIfAborted();
    const standing = await readStandingPatiently(stage);
    const receipts = await countReceipts(stage);
    const now = JSON.stringify([standing, receipts]);
    if (now !== last) movedAt = performance.now();
    last = now;
    const quietMs = performance.now() - movedAt;
    const isDone = standing?.moving === 0 && standing.orphans === 0 && quietMs > QUIET_MS;
    if (isDone && ((standing.sent === 0 && receipts === 0) || quietMs > RECEIPTS_MS)) break;
    await sleep(POLL_MS);
  }
  return (movedAt - startedAt) / 1000;
}

/** Lets the time for receipts pass for messages whose answer was lost, and drains again. Returns how many there were. */
export async function settleWaits(stage: Stage): Promise<number> {
  const { sql } = stage.rig;
  const before = await readStanding(sql, stage.workspace.number);
  if (before.awaitingReceiptAfterLoss === 0) return 0;
  const end = performance.now() + LONGEST_MS;
  await passReceiptWait(sql, stage.workspace.number);
  while (performance.now() < end) {
    stage.signal.throwIfAborted();
    const standing = await readStanding(sql, stage.workspace.number);
    if (standing.awaitingReceiptAfterLoss === 0) break;
    await sleep(POLL_MS);
  }
  await drain(stage);
  return before.awaitingReceiptAfterLoss;
}

/** Receipts the carriers of the stage have not got rid of. */
async function countReceipts({ rig, carriers }: Stage): Promise<number> {
  const waiting = await Promise.all(carriers.map(({ name }) => rig.carriers.waiting(name)));
  return waiting.reduce((sum, count) => sum + count, 0);
}

/** The database may be on its way up again. */
async function readStandingPatiently({ rig, workspace }: Stage): Promise<Standing | undefined> {
  try {
    return await readStanding(rig.sql, workspace.number);
  } catch {
    return undefined;
  }
}
