import { uuidFloor, uuidTimeMs } from '@signalbox/contracts';
import { moveMark, readExpired, readMark } from '@signalbox/db';
import type { Services } from '../context.ts';
import { announceVerifications } from './announce.ts';

const MARK = 'verifications_expired';
// Longer than a transaction lasts that a check or a resend runs in.
const SETTLED_MS = 5_000;
const STEP_MS = 3_600_000;

/** Tells webhooks which verifications have expired since it last did: nobody writes that down when it happens, the clock alone ends them. */
export async function announceExpired({ ctx }: { ctx: { services: Services } }): Promise<void> {
  const { services } = ctx;
  const { workspaces, hasWebhooks } = services.config.current();
  const listening = [...workspaces.keys()].filter(hasWebhooks);
  await services.database.sql.begin(async (tx) => {
    const mark = await readMark(tx, MARK);
    const untilMs = services.world.nowMs() - SETTLED_MS;
    // The first run of an installation finds nothing older than itself.
    const fromMs = mark === uuidFloor(0) ? untilMs : uuidTimeMs(mark);
    const toMs = Math.min(untilMs, fromMs + STEP_MS);
    if (toMs < fromMs) return;
    const expired = listening.length === 0 ? [] : await readExpired(tx, listening, fromMs, toMs);
    await announceVerifications(
      tx,
      services,
      expired.map((row) => ({ ...row, type: 'verification.expired', state: 'expired', reason: null })),
    );
    await moveMark(tx, MARK, uuidFloor(toMs));
  });
}
