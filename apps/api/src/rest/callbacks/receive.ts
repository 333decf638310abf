import type { IncomingMessage } from 'node:http';
import { SignalboxError } from '@signalbox/contracts';
import { receiveCallback } from '@signalbox/services';
import { readBody } from '../../http/body.ts';
import { emptyReply, type Reply } from '../../http/reply.ts';
import type { World } from '../../world.ts';

/** Largest callback taken: receipts are small, and a provider is not trusted to know that. */
const CALLBACK_MAX_BYTES = 256 * 1024;

/** Takes a receipt of a provider. The provider proves itself to the verb (signature or secret), never by an API key. */
export async function receiveProviderCallback(
  world: World,
  providerId: string,
  incoming: IncomingMessage,
): Promise<Reply> {
  const body = await readBody(incoming);
  if (body.length > CALLBACK_MAX_BYTES) {
    throw new SignalboxError('payload_too_large', { detail: 'A callback is at most 256 KiB.' });
  }
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  const { status } = await receiveCallback({
    services: world.services,
    input: { providerId, headers, body: body.toString('utf8') },
  });
  if (status === 200) return emptyReply(200);
  if (status === 404) throw new SignalboxError('not_found', { detail: 'No provider listens at this address.' });
  if (status === 401)
    throw new SignalboxError('unauthenticated', { detail: 'The callback does not prove its origin.' });
  throw new SignalboxError('request_invalid', { detail: 'The callback is not one this provider sends.' });
}
