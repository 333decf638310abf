import {
  confirmRanges,
  type Database,
  type NumberNetworkRow,
  readSentNumbers,
  storeNumberNetworks,
} from '@signalbox/db';
import type { Log, World } from '../clock.ts';
import type { TariffStore } from '../prices/tariff-store.ts';
import { writeEvery } from '../timed-writer.ts';

/** Gathers the networks that receipts name, and corrects what is believed of the numbers. */
export interface NetworkNotes {
  /** The network that a receipt names for the number of a message. */
  note(named: { workspace: number; messageId: string; network: string }): void;
  /** Writes what was gathered; resolves when it is written. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

const FLUSH_MS = 2_000;
/** As long as a number is believed to stay where a receipt saw it. */
const BELIEVED_MS = 90 * 86_400_000;
// What is beyond is heard of by the next receipts.
const HELD_MAX = 20_000;

type Named = Parameters<NetworkNotes['note']>[0];

/**
 * As figures of routes, this is gathered in memory and written every two seconds: a receipt costs an entry in a list, and one that names no network nothing. Only numbers that do not
 * belong to the network of their range are stored; a receipt that names that one takes back what was stored before.
 */
export function createNetworkNotes(database: Database, tariffs: TariffStore, { nowMs }: World, log: Log): NetworkNotes {
  let held: Named[] = [];

  async function write(): Promise<void> {
    if (held.length === 0) return;
    const taken = new Map(held.map((named) => [named.messageId, named]));
    held = [];
    try {
      await database.sql.begin(async (tx) => {
        const sent = await readSentNumbers(tx, [...taken.values()]);
        const stored = new Map<string, NumberNetworkRow>();
        const agreeing = new Map<string, Pick<NumberNetworkRow, 'workspace' | 'address' | 'network'>>();
        for (const { id, workspace, address, country } of sent) {
          const network = taken.get(id)?.network ?? '';
          const book = tariffs.current().networksOf(workspace);
          const name = `${workspace} ${address}`;
          if (book.at(address)?.code === network) {
            stored.delete(name);
            agreeing.set(name, { workspace, address, network });
          } else if (book.isHome(country, network)) {
            agreeing.delete(name);
            stored.set(name, { workspace, address, network, source: 'receipt', untilMs: nowMs() + BELIEVED_MS });
          }
        }
        await confirmRanges(tx, [...agreeing.values()]);
        await storeNumberNetworks(tx, [...stored.values()]);
      });
    } catch (error) {
      log.warn('Networks that receipts named could not be written; later receipts name them again.', {
        error: String(error),
      });
    }
  }

  return {
    note(named) {
      if (held.length < HELD_MAX) held.push(named);
    },
    ...writeEvery(FLUSH_MS, write),
  };
}
