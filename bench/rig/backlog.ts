import type { Rig } from '../rig.ts';
import { sendAll } from './http-client.ts';
import { assertAccepted, openSender } from './sending.ts';

const PER_REQUEST = 500;

/** Accepts that many transactional texts in batches; returns the rate. */
export async function fillBacklog(rig: Rig, messages: number, signal: AbortSignal): Promise<number> {
  const sender = openSender(rig);
  let left = Math.ceil(messages / PER_REQUEST);
  const startedAt = performance.now();
  try {
    const answers = await sendAll(sender.client, 8, signal, () => {
      if (left === 0) return undefined;
      left -= 1;
      return sender.batch('transactional', PER_REQUEST);
    });
    assertAccepted(answers);
    return messages / ((performance.now() - startedAt) / 1000);
  } finally {
    sender.client.close();
  }
}
