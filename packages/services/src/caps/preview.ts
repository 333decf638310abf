import type { CapPreview, SaveCap } from '@signalbox/contracts';
import { replayCap } from '@signalbox/core';
import { readPastMessages } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { assertSense } from './caps.ts';

const WEEK_MS = 7 * 86_400_000;
const MOST_MESSAGES = 200_000;
const MOST_PEOPLE = 5000;

/**
 * What a cap would have done with the messages that went in the last seven days, as if each one over it had been dropped; nothing is stored.
 * Who got one message is over no cap, so only people who got more are looked at, those with most of them first.
 */
export async function previewCap({
  ctx,
  input: { cap },
}: {
  ctx: RequestContext;
  input: { cap: SaveCap };
}): Promise<CapPreview> {
  assertSense(cap);
  const nowMs = ctx.services.world.nowMs();
  const { environment, workspace } = ctx;
  const past = await inWorkspace(ctx, (tx) =>
    readPastMessages(tx, {
      ...{ workspace: workspace.number, environment, classes: cap.classes, alsoCounts: cap.also_counts },
      ...{ channels: cap.channels, scope: cap.scope, keptFor: cap.kept_for, fromMs: nowMs - WEEK_MS },
      ...{ mostMessages: MOST_MESSAGES, mostPeople: MOST_PEOPLE },
    }),
  );
  const homeZone = ctx.services.config.current().workspaces.get(workspace.number)?.timeZone ?? 'UTC';
  const { limit, rolling_seconds: windowSeconds, calendar, min_gap_seconds: gapSeconds, kept } = cap;
  const overs = past.rows.map(({ country, instantsMs, areCapped, arePreferred }) =>
    replayCap(
      { limit, windowSeconds, calendar, gapSeconds, kept },
      { country, homeZone },
      instantsMs.map((atMs, index) => ({
        ...{ atMs: Math.floor(atMs), isCapped: areCapped[index] === true, isPreferred: arePreferred[index] === true },
      })),
    ),
  );
  return {
    ...{ from: new Date(nowMs - WEEK_MS).toISOString(), to: new Date(nowMs).toISOString() },
    ...{ counted: past.counted, people: past.people },
    over: overs.reduce((sum, one) => sum + one, 0),
    people_over: overs.filter((one) => one > 0).length,
    complete: past.repeated <= MOST_PEOPLE && past.counted < MOST_MESSAGES,
  };
}
