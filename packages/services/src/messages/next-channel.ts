import { manifestOf } from '@signalbox/channels/manifests';
import { NEXT_CHANNEL_QUEUE, type NextChannelJob, type ReasonCode } from '@signalbox/contracts';
import { channelEnd } from '@signalbox/core';
import {
  addToTally,
  type GroupRow,
  insertMessages,
  lockGroup,
  type MessageRow,
  type NewMessage,
  noteNextMessage,
  readMessageRows,
  readPositions,
  stopGroup,
  type Transaction,
  type WaitingChannel,
} from '@signalbox/db';
import type { Services } from '../context.ts';
import { holdIn, reasonOfHold } from '../dispatch/hold.ts';
import { tallyChange } from '../dispatch/tally-change.ts';
import { followCode } from '../verifications/next-channel.ts';
import { announceEvents, toldOf } from '../webhooks/announce-events.ts';
import { endWaiting } from './end-waiting.ts';
import { enqueueLanes } from './enqueue-lanes.ts';

/**
 * Goes on by the next channel of a send or of a verification: when the message before it has ended without delivery, or has had its time
 * without a receipt. Running twice, late or beside another changes nothing: the owner's row is locked and names the message it waits for.
 */
export async function sendNextChannel({
  ctx,
  input,
}: {
  ctx: { services: Services };
  input: NextChannelJob;
}): Promise<void> {
  const { services } = ctx;
  await services.database.sql.begin(async (tx) => {
    // The ids of groups and verifications never meet: what is no group is a verification.
    const group = await lockGroup(tx, input.workspace, input.owner);
    if (group === undefined) await followCode(tx, services, input);
    else await goOn(tx, services, group, input.message);
  });
}

async function goOn(tx: Transaction, services: Services, group: GroupRow, waitedFor: string): Promise<void> {
  const [next, ...others] = group.waiting ?? [];
  if (next === undefined || group.messageIds.at(-1) !== waitedFor) return;
  const rows = await readMessageRows(tx, group.workspace, group.environment, group.messageIds);
  const before = rows.find((row) => row.id === waitedFor);
  if (before === undefined) return;
  // A late receipt may have delivered an earlier one meanwhile.
  if (rows.some((row) => row.state === 'delivered')) return stopGroup(tx, group, 'delivered');
  if (group.leftMs <= 0) return stopGroup(tx, group, 'platform.expired');
  if (channelEnd(before.state, before.reason) === 'stops') {
    return stopGroup(tx, group, before.reason ?? 'platform.canceled');
  }
  if (await isTakenForGood(tx, services, before)) return stopGroup(tx, group, 'sent');
  const hold = holdIn(before.hold);
  // Nothing was tried yet: the wait for a receipt begins with the release.
  if (hold !== null && hold.untilMs < before.expiresAtMs) return waitAgain(tx, services, group, hold.releaseAtMs);
  if (hold !== null) await giveUpHeld(tx, services, group.workspace, before, reasonOfHold(hold));
  const message = nextMessage(services.ids.next(), group, before, next);
  await insertMessages(tx, [message]);
  await noteNextMessage(tx, group, message.id, hold === null ? reasonOf(before) : reasonOfHold(hold));
  await Promise.all(await enqueueLanes(tx, services, [message]));
  if (others.length === 0) return;
  const data: NextChannelJob = { workspace: group.workspace, owner: group.id, message: message.id };
  // The channels that are left share what is left of the time.
  const shareSeconds = Math.max(1, Math.floor(group.leftMs / 1000 / (others.length + 1)));
  const startAfterSeconds = Math.min(group.timeoutSeconds ?? shareSeconds, shareSeconds);
  await services.queue.enqueue(tx, NEXT_CHANNEL_QUEUE, [{ data, startAfterSeconds }]);
}

/** Looks at the same message again when it has had its time for a receipt, counted from its release. */
async function waitAgain(tx: Transaction, services: Services, group: GroupRow, releaseAtMs: number): Promise<void> {
  const message = group.messageIds.at(-1) ?? group.id;
  const data: NextChannelJob = { workspace: group.workspace, owner: group.id, message };
  const startAtMs = Math.min(releaseAtMs + (group.timeoutSeconds ?? 0) * 1000, group.expiresAtMs);
  await services.queue.enqueue(tx, NEXT_CHANNEL_QUEUE, [{ data, startAtMs }]);
}

/** Ends a message that is held to the end of its validity: the next channel goes in its place, and both must not. */
async function giveUpHeld(
  tx: Transaction,
  services: Services,
  workspace: number,
  held: MessageRow,
  reason: ReasonCode,
): Promise<void> {
  const end = { state: 'suppressed', reason, atMs: services.world.nowMs() } as const;
  const endings = await endWaiting(tx, workspace, [held], end);
  // The queue brings the job again, and then the message stands somewhere else.
  if (endings === null) throw new Error('a held message was judged afresh at this moment');
  await announceEvents(
    tx,
    services,
    endings.map((ending) => ({ ...ending, message: toldOf(held) })),
  );
  await addToTally(tx, tallyChange([{ message: held, workspace, state: end.state, delta: 1 }]));
}

/** Whether all that will be known of a message is that its provider took it: a mail server sends no receipts, and waiting for one would send twice. */
async function isTakenForGood(tx: Transaction, services: Services, { id, state }: MessageRow): Promise<boolean> {
  if (state !== 'sent') return false;
  const route = (await readPositions(tx, [id])).get(id)?.route ?? null;
  const config = services.config.current();
  const provider = route === null ? undefined : config.providers.get(config.route(route)?.provider ?? 0);
  return provider !== undefined && !manifestOf(provider.protocol).capabilities.receipts;
}

/** Why the next one goes: the reason of the one before it, or that no receipt of it came. */
const reasonOf = ({ state, reason }: MessageRow): ReasonCode =>
  channelEnd(state, reason) === 'open' ? 'platform.no_receipt' : (reason ?? 'unknown.unspecified');

/** The message of the next channel: address and content of its own, all else as the one before it. */
function nextMessage(id: string, group: GroupRow, before: MessageRow, next: WaitingChannel): NewMessage {
  return {
    ...next,
    // A group from before templates has none.
    template: next.template ?? null,
    topic: before.topic,
    id,
    workspace: group.workspace,
    environment: group.environment,
    class: before.class,
    apiKey: before.apiKey,
    clientRef: null,
    metadata: before.metadata,
    sendAtMs: null,
    expiresAtMs: group.expiresAtMs,
    maxPriceMicros: before.maxPriceMicros,
    maxPriceCurrency: before.maxPriceCurrency,
    sealedBody: null,
    sentFor: group.id,
  };
}
