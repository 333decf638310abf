import type { OnboardingView } from '@signalbox/contracts';
import { putOnboardingAway, readFirstTimes } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { instantText } from '../instant-text.ts';
import { inWorkspace, readWithin } from '../tenant.ts';

/** How far the workspace is on its way to its first live messages, by what really happened in it. */
export async function readOnboarding({ ctx }: { ctx: RequestContext; input: object }): Promise<OnboardingView> {
  const first = await readWithin(ctx, 'The first steps take too long to look up.', (tx) =>
    readFirstTimes(tx, ctx.workspace.number),
  );
  const { deliveredAtMs, createdAtMs } = first;
  return {
    steps: [
      { step: 'key', done_at: instantText(first.keyAtMs) },
      { step: 'call', done_at: instantText(first.callAtMs) },
      { step: 'delivered', done_at: instantText(deliveredAtMs) },
      { step: 'webhook', done_at: instantText(first.webhookAtMs) },
      { step: 'verification', done_at: instantText(first.verificationAtMs) },
      { step: 'live', done_at: instantText(first.liveAtMs) },
      { step: 'teammate', done_at: instantText(first.teammateAtMs) },
    ],
    first_delivered_seconds: deliveredAtMs === null ? null : Math.max(0, (deliveredAtMs - createdAtMs) / 1000),
    closed_at: instantText(first.closedAtMs),
  };
}

/** Puts the first steps away for everybody in the workspace, or takes them out again. */
export async function closeOnboarding({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { closed: boolean };
}): Promise<null> {
  await inWorkspace(ctx, (tx) => putOnboardingAway(tx, ctx.workspace.number, input.closed));
  return null;
}
