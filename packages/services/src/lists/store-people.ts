import { consentInForce } from '@signalbox/core';
import {
  findConsents,
  type NewListMember,
  type OptInListRow,
  readConsentHead,
  readPlacesOf,
  saveListMembers,
  type Transaction,
} from '@signalbox/db';
import { appendEvents } from '../consent/append.ts';
import type { RequestContext } from '../context.ts';
import { findErased } from '../people/erased.ts';
import type { FilePerson } from './read-person.ts';

/** Where the people of a file come from, and what is done about those who are on the list. */
export interface FileOrigin {
  source: string;
  reference: string;
  /** Public id of the import. */
  importId: string;
  /** Whoever is on the list already is left as he is. */
  keepsMembers: boolean;
  /** True for a place of the ledger that this file has filled. */
  isOurs: (seq: number) => boolean;
}

/** What became of a person of a file. */
export interface StoredPerson {
  fate: 'added' | 'known' | 'repeated' | 'withdrawn_since' | 'erased';
  /** Whether the ledger has a new entry. */
  isNew: boolean;
}

/**
 * Stores some people of a file, each of whom stands in it once, in a few statements: who was erased, who is on the list, what they said before;
 * into the ledger, and onto the list. Answers what became of each, and the places of the ledger that were filled.
 */
export async function storePeople(
  tx: Transaction,
  ctx: RequestContext,
  list: OptInListRow,
  origin: FileOrigin,
  given: readonly FilePerson[],
): Promise<{ stored: StoredPerson[]; range: { first: number; last: number } | null }> {
  const { channel, purpose, topic } = list;
  const workspace = ctx.workspace.number;
  const erased = await findErased(tx, ctx, channel, given);
  const addresses = given.map(({ address }) => address);
  const places = new Map((await readPlacesOf(tx, workspace, list.id, addresses)).map((one) => [one.address, one]));
  const fateBefore = ({ address }: FilePerson): StoredPerson | null => {
    if (erased.has(address)) return { fate: 'erased', isNew: false };
    const place = places.get(address);
    if (place?.state !== 'confirmed') return null;
    if (place.seq !== null && origin.isOurs(place.seq)) return { fate: 'repeated', isNew: false };
    return origin.keepsMembers ? { fate: 'known', isNew: false } : null;
  };
  const stored = given.map(fateBefore);
  const people = given.filter((_, index) => stored[index] === null);
  const place = { workspace, environment: ctx.environment, channel, purposes: [purpose] };
  const said = Map.groupBy(
    await findConsents(
      tx,
      place,
      people.map(({ address }) => address),
    ),
    ({ address }) => address,
  );
  const outcomes = await appendEvents(
    tx,
    ctx,
    people.map(({ address, locale, givenAtMs, ip, reference }) => ({
      ...{ channel, address, state: 'granted', source: origin.source, atMs: givenAtMs, purpose, topic },
      ...{ list: list.id, locale, wordingText: null, wordingVersion: null, jurisdiction: null },
      proof: {
        file: origin.reference,
        import: origin.importId,
        ...(ip === null ? {} : { ip }),
        ...(reference === null ? {} : { reference }),
      },
      occasion: `import ${origin.source} ${givenAtMs}`,
    })),
  );
  const members: NewListMember[] = [];
  const fates = people.map(({ address, locale, givenAtMs }, index): StoredPerson => {
    const { added: isNew = false, id: consent = null } = outcomes[index] ?? {};
    const granted = { purpose, topic, state: 'granted', atMs: givenAtMs, seq: Number.MAX_SAFE_INTEGER } as const;
    const decides = consentInForce([...(said.get(address) ?? []), granted], { purpose, topic: topic ?? undefined });
    if (decides?.state !== 'granted') return { fate: 'withdrawn_since', isNew };
    members.push({
      ...{ address, state: 'confirmed', locale, source: origin.source, sinceMs: givenAtMs, confirmByMs: null },
      ...{ list: list.id, message: null, proof: null, consent },
    });
    return { fate: isNew ? 'added' : 'known', isNew };
  });
  await saveListMembers(tx, workspace, members);
  return {
    stored: stored.map((fate) => fate ?? (fates.shift() as StoredPerson)),
    range: await rangeOf(tx, workspace, outcomes.filter(({ added }) => added).length),
  };
}

/** The places the last entries took: other writers of the ledger wait until the commit. */
async function rangeOf(
  tx: Transaction,
  workspace: number,
  added: number,
): Promise<{ first: number; last: number } | null> {
  if (added === 0) return null;
  const head = await readConsentHead(tx, workspace);
  if (head === undefined) throw new Error('a ledger with entries has no head');
  return { first: head.seq - added + 1, last: head.seq };
}
