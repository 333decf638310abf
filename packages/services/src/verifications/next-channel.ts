import type { NextChannelJob } from '@signalbox/contracts';
import { channelEnd } from '@signalbox/core';
import { addSend, insertMessages, lockVerification, readMessageRows, type Transaction } from '@signalbox/db';
import type { Services } from '../context.ts';
import { chooseSender } from '../countries/choose-sender.ts';
import { enqueueLanes } from '../messages/enqueue-lanes.ts';
import { codeMessage, codePlace } from './code-message.ts';

/**
 * Sends the code of a verification by its next channel, when its first has failed, or has had its share of the time and no receipt says that
 * the text arrived. Does nothing when the code was used, barred or has expired, when a newer send is waited for, when this one has gone
 * already, or when the first ended for a reason that holds for the person. Runs in the caller's transaction.
 */
export async function sendCodeByNextChannel(tx: Transaction, services: Services, input: NextChannelJob): Promise<void> {
  const { workspace, owner: id, message } = input;
  const row = await lockVerification(tx, workspace, id);
  if (row === undefined || row.state !== 'pending' || row.sealedCode === null || row.email === null) return;
  if (row.messageIds.at(-1) !== message) return;
  const [before] = await readMessageRows(tx, workspace, row.environment, [message]);
  if (before === undefined || ['delivered', 'stops'].includes(channelEnd(before.state, before.reason))) return;
  const messageId = services.ids.next();
  const { appName, locale, domain, channels, email, sender, channelTimeoutSeconds } = row;
  const next = codeMessage(services.sealer, {
    messageId,
    verificationId: id,
    isFollowed: false,
    workspace,
    environment: row.environment,
    apiKey: row.apiKey,
    channel: 'email',
    address: row.email,
    country: null,
    // The sender that was given is one of texts.
    sender: chooseSender(services.config.current().regionsOf(workspace)?.(null), 'email', null, []),
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
