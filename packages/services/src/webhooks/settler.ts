import type { Services } from '../context.ts';
import type { Ended, HeldDue } from './delivery.ts';
import { noteHealth } from './note-health.ts';
import { recordTries } from './record-tries.ts';

/** Writes what came of deliveries, all that has gathered in one transaction: never one commit a delivery. */
export interface Settler {
  add(ended: Ended): void;
  /** Gives back the rest of a claim, or ends it when nothing is left of it, as soon as no try of it is open. */
  leave(due: HeldDue): void;
  /** How many tries are not written yet. */
  waiting(): number;
  /** Resolves when everything added so far is written. */
  drain(): Promise<void>;
}

const RETRY_MS = 500;
// So many at most: a transaction of them stays within tens of milliseconds.
const MOST = 2000;
// The pause after a batch that shows load and is still small: the next one is then worth its transaction. Nobody waits for it.
const REST_MS = 10;
const REST_FROM = 16;
const REST_TO = 1000;

/** Builds the settler; `onWritten` is called after each batch. */
export function createSettler(services: Services, onWritten: () => void): Settler {
  const { log } = services;
  const note = noteHealth(services);
  let tries: Ended[] = [];
  let leaving = new Set<HeldDue>();
  let unnoted: Ended[] = [];
  let failed = false;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (tries.length > 0 || leaving.size > 0) {
      const batch = tries.slice(0, MOST);
      const left = leaving;
      tries = tries.slice(MOST);
      leaving = new Set();
      try {
        await recordTries(services, batch, left, failed);
        failed = false;
      } catch (error) {
        // What an endpoint answered exists nowhere but here. A commit that was not heard of may have been made.
        failed = true;
        log.error('Tries of webhooks could not be written; they are kept and tried again.', { error: String(error) });
        tries = [...batch, ...tries];
        leaving = new Set([...left, ...leaving]);
        await sleep(RETRY_MS);
        continue;
      }
      unnoted.push(...batch);
      try {
        await note(unnoted);
        unnoted = [];
      } catch (error) {
        log.warn('How webhook endpoints fare could not be noted; it is tried again.', { error: String(error) });
      }
      onWritten();
      if (batch.length >= REST_FROM && batch.length < REST_TO) await sleep(REST_MS);
    }
  }

  function start(): void {
    running ??= run().finally(() => {
      running = undefined;
    });
  }

  return {
    add(ended) {
      tries.push(ended);
      start();
    },
    leave(due) {
      leaving.add(due);
      start();
    },
    waiting: () => tries.length,
    drain: async () => {
      while (running !== undefined) await running;
    },
  };
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
