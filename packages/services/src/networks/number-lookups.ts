import { askNumbers, readLookup } from '@signalbox/channels/manifests';
import { type LookedUpRow, storeLookedUp } from '@signalbox/db';
import type { AskEnd, Asked, Asker, AskWish } from '../asking/asker.ts';
import type { ConfigStore } from '../config/config-store.ts';
import type { LookupBook } from '../config/lookup-book.ts';

/** Asks the services of workspaces for the networks of numbers, and keeps what they say. */
export interface NumberLookups {
  /** Asks for numbers and resolves when what came is stored; no call begins after `untilMs`. Never rejects: what was not asked or answered says so. */
  ask(workspace: number, wishes: readonly AskWish[], untilMs: number): Promise<Map<string, AskEnd>>;
  /** Resolves when nothing is asked any more. */
  idle(): Promise<void>;
}

/** The place the secret of a workspace's service is bound to. */
export const lookupSecretPlace = (workspace: number): string => `number_lookup/${workspace}/secret`;

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
// A number of which the service knows nothing is not asked for at every text.
const NOTHING_KNOWN_MS = DAY_MS;

type Finding = Pick<LookedUpRow, 'network' | 'reach'>;

/** Lookups by the service that a workspace has set; without one nothing is asked. */
export function createNumberLookups({ config, asker }: { config: ConfigStore; asker: Asker }): NumberLookups {
  return {
    async ask(workspace, wishes, untilMs) {
      const book = config.current().lookupOf(workspace);
      return book === undefined ? new Map() : asker.ask(askedOf(workspace, book), wishes, untilMs);
    },
    idle: () => asker.idle(),
  };
}

const askedOf = (workspace: number, book: LookupBook): Asked<Finding> => ({
  workspace,
  name: 'lookup',
  service: book.service,
  secret: book.secret,
  secretPlace: lookupSecretPlace(workspace),
  write: (addresses, secret) => askNumbers(book.service, secret, addresses),
  read: (numbers, answer) => readLookup(book.service, numbers, answer),
  keep: (tx, found) =>
    storeLookedUp(
      tx,
      found.map(({ address, messageId, finding, atMs }) => ({
        ...{ workspace, address, messageId, atMs },
        ...finding,
        ...lifeOf(book, finding, atMs),
      })),
    ),
});

/** How long what was found of a number is believed. */
function lifeOf(
  { service }: LookupBook,
  { network, reach }: Finding,
  atMs: number,
): Pick<LookedUpRow, 'reachUntilMs' | 'untilMs'> {
  const reachUntilMs = reach === null ? null : atMs + service.reach_minutes * MINUTE_MS;
  return {
    reachUntilMs,
    untilMs:
      network === null ? Math.max(reachUntilMs ?? 0, atMs + NOTHING_KNOWN_MS) : atMs + service.network_days * DAY_MS,
  };
}
