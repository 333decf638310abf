import type { StoredWebhookEvent } from '@signalbox/db';
import type { ReadyEvent } from './delivery.ts';
import { eventIdOf } from './publish.ts';

/** Events as they are sent, kept for a while because the other endpoints of a fan-out want them too. */
export interface KeptEvents {
  /** An event; null when there is none with this id, undefined when it has not been asked for. */
  get(id: string): ReadyEvent | null | undefined;
  /** Reads events; those that are no more are known to be so from now on. */
  fetch(ids: readonly string[]): Promise<void>;
  /** Takes in events that were just stored here: most are sent from here too, and need not be read. */
  keep(events: readonly StoredWebhookEvent[]): void;
}

// Characters of the bodies that are kept.
const MOST_CHARACTERS = 8 * 1024 * 1024;
// What stands for an event that is no more.
const GONE: ReadyEvent = { id: '', publicId: '', type: '', body: '' };

/** Builds the memory; `read` gives events by id, in any order, without those that are no more. */
export function createKeptEvents(read: (ids: readonly string[]) => Promise<readonly StoredWebhookEvent[]>): KeptEvents {
  // Forgotten by halves: to take the oldest out one by one costs more the more there are.
  let young = new Map<string, ReadyEvent>();
  let old = new Map<string, ReadyEvent>();
  let characters = 0;
  function keep(events: readonly StoredWebhookEvent[]): void {
    if (characters > MOST_CHARACTERS / 2) {
      old = young;
      young = new Map();
      characters = 0;
    }
    for (const { id, type, body } of events) {
      young.set(id, { id, publicId: eventIdOf(id), type, body });
      characters += body.length;
    }
  }
  return {
    keep,
    get(id) {
      const event = young.get(id) ?? (old.size === 0 ? undefined : old.get(id));
      return event === GONE ? null : event;
    },
    async fetch(ids) {
      const rows = await read(ids);
      keep(rows);
      if (rows.length < ids.length) for (const id of ids) if (!young.has(id)) young.set(id, GONE);
    },
  };
}
