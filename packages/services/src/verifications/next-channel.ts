import { type Channel, isByPhone, type NextChannelJob } from '@signalbox/contracts';
import { type ChannelEnd, channelEnd } from '@signalbox/core';
import {
  addSend,
  type BlockFacts,
  endVerification,
  insertMessages,
  lockVerification,
  type MessageRow,
  readAttempts,
  readMessageRows,
  type Transaction,
  type VerificationRow,
} from '@signalbox/db';
import type { Services } from '../context.ts';
import { chooseSender } from '../countries/choose-sender.ts';
import { enqueueLanes } from '../messages/enqueue-lanes.ts';
import { announceVerifications } from './announce.ts';
import { codeMessage, codePlace } from './code-message.ts';

/**
 * Goes on with a verification whose newest message has failed, or has had its share of the time and no receipt says that it arrived: the
 * code goes by the next channel, or, where there is none, the verification is blocked when a rule against fraud stopped it and has failed
 * otherwise. Does nothing when the code was used, barred, canceled or has expired, when a newer send is waited for, or when the message
 * arrived. Runs in the caller's transaction.
 */
export async function followCode(tx: Transaction, services: Services, input: NextChannelJob): Promise<void> {
  const { workspace, owner: id, message } = input;
  const row = await lockVerification(tx, workspace, id);
  if (row === undefined || row.state !== 'pending' || row.messageIds.at(-1) !== message) return;
  const [before] = await readMessageRows(tx, workspace, row.environment, [message]);
  if (before === undefined) return;
  const end = channelEnd(before.state, before.reason);
  if (end === 'delivered') return;
  const next = row.channels[row.channels.indexOf(before.channel) + 1];
  if (end !== 'stops' && next !== undefined) await sendBy(next, tx, services, workspace, row);
  else await endFor(tx, services, workspace, row, before, end);
}

async function sendBy(
  channel: Channel,
  tx: Transaction,
  services: Services,
  workspace: number,
  row: VerificationRow,
): Promise<void> {
  const { id, appName, locale, domain, channels, email, sender, channelTimeoutSeconds } = row;
  const address = isByPhone(channel) ? row.address : email;
  if (row.sealedCode === null || address === null) return;
  const country = isByPhone(channel) ? row.country : null;
  const messageId = services.ids.next();
  const next = codeMessage(services.sealer, {
    messageId,
    verificationId: id,
    workspace,
    environment: row.environment,
    apiKey: row.apiKey,
    channel,
    address,
    country,
    // The sender that was given is one of the first channel.
    sender: chooseSender(
      services.config.current(),
      workspace,
      { channel, country, class: 'otp', nowMs: services.world.nowMs() },
      null,
      [],
    ),
    appName,
    locale,
    domain,
    code: services.sealer.open(row.sealedCode, codePlace(id)),
    expiresAtMs: row.expiresAtMs,
    leftMs: row.leftMs,
  });
  await addSend(tx, workspace, id, {
    messageId,
    email,
    sender,
    channels,
    channelTimeoutSeconds,
    appName,
    locale,
    domain,
  });
  await insertMessages(tx, [next]);
  await Promise.all(await enqueueLanes(tx, services, [next]));
}

/** Rules of ours that stop a code because of where it goes, not because of who gets it. */
const FRAUD_REASONS: readonly (string | null)[] = ['policy.fraud_blocked', 'policy.budget_exceeded'];

async function endFor(
  tx: Transaction,
  services: Services,
  workspace: number,
  row: VerificationRow,
  before: MessageRow,
  end: ChannelEnd,
): Promise<void> {
  // A message that is still open may arrive, and one that its caller canceled leaves the code as good as it was.
  if (end === 'open' || before.state === 'canceled') return;
  const state = FRAUD_REASONS.includes(before.reason) ? 'blocked' : 'failed';
  const evidence = state === 'blocked' ? await factsOf(tx, before.id) : null;
  await endVerification(tx, workspace, row.id, { state, reason: before.reason, evidence });
  await announceVerifications(tx, services, [
    { ...row, workspace, type: `verification.${state}`, state, reason: before.reason },
  ]);
}

async function factsOf(tx: Transaction, messageId: string): Promise<BlockFacts | null> {
  const attempt = (await readAttempts(tx, [messageId])).at(-1);
  const facts = attempt?.facts as Partial<BlockFacts> | null | undefined;
  if (attempt === undefined || facts == null) return null;
  return { fraud: facts.fraud ?? null, spend: facts.spend ?? null, atMs: attempt.claimedAtMs };
}
