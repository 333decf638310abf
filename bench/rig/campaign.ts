import { setTimeout as sleep } from 'node:timers/promises';
import type { Rig } from '../rig.ts';
import { assertAccepted, openSender } from './sending.ts';

/** A load that goes on until stopped; `stop` tells how many messages it sent a second. */
export type Campaign = { stop: () => Promise<number> };

const CONNECTIONS = 24;
const PER_REQUEST = 100;

/** Sends transactional texts in batches of 100: so many a second, or as many as are taken. */
export function startCampaign(rig: Rig, perSecond: number): Campaign {
  const sender = openSender(rig);
  const startedAt = performance.now();
  let begun = 0;
  let accepted = 0;
  let stopping = false;
  const work = async () => {
    while (!stopping) {
      const due = startedAt + (begun * PER_REQUEST * 1000) / perSecond;
      begun += 1;
      const wait = due - performance.now();
      if (wait > 0) await sleep(wait);
      const answer = await sender.client.send(sender.batch('transactional', PER_REQUEST));
      assertAccepted([answer]);
      accepted += PER_REQUEST;
    }
  };
  const working = Promise.all(Array.from({ length: CONNECTIONS }, work));
  // Told by stop(), which waits for it.
  working.catch(() => undefined);
  return {
    async stop() {
      const seconds = (performance.now() - startedAt) / 1000;
      const rate = accepted / seconds;
      stopping = true;
      try {
        await working;
      } finally {
        sender.client.close();
      }
      return rate;
    },
  };
}
