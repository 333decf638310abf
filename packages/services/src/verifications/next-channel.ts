import type { NextChannelJob } from '@signalbox/contracts';
import { addSend, insertMessages, lockVerification, readPositions } from '@signalbox/db';
import type { Services } from '../context.ts';
import { enqueueLanes } from '../messages/accept-writer.ts';
import { codeMessage, codePlace } from './code-message.ts';

/**
 * Sends the code of a verification by its next channel, when its first has had its share of the time and no receipt says that the text
 * arrived. Does nothing when the code was used, barred or has expired, when a newer send is waited for, or when this one has gone already.
 */
export async function sendNextChannel({
  ctx,
  input,
}: {
  ctx: { services: Services };
  input: NextChannelJob;
}): Promise<void> {
  const { services } = ctx;
  const { workspace, verification: id, message } = input;
  await services.database.sql.begin(async (tx) => {
    const [row, positions] = await Promise.all([lockVerification(tx, workspace, id), readPositions(tx, [message])]);
    if (row === undefined || row.state !== 'pending' || row.sealedCode === null || row.email === null) return;
    if (row.messageIds.at(-1) !== message || positions.get(message)?.state === 'delivered') return;
    const messageId = services.ids.next();
    const { appName, locale, domain, channels, email, sender, channelTimeoutSeconds } = row;
    const next = codeMessage(services.sealer, {
      messageId,
      verificationId: id,
      workspace,
      environment: row.environment,
      apiKey: row.apiKey,
      channel: 'email',
      address: row.email,
      country: null,
      // The sender that was given is one of texts.
      sender: null,
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
  });
}
