import { type Channel, personChannel } from '@signalbox/contracts';
import { findSuppressions, passTurnstile, type SqlRunner } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { erasedAs } from './person-hash.ts';

/**
 * Which of these people were erased and stay blocked, by the address. Passes the turnstile beside others to the end of the transaction: an erasure
 * either is seen by it, or waits for what it writes and erases that too.
 */
export async function findErased(
  tx: SqlRunner,
  { environment, services, workspace }: RequestContext,
  channel: Channel,
  people: readonly { address: string }[],
): Promise<ReadonlySet<string>> {
  const { configVersion } = await passTurnstile(tx, workspace.number, false);
  // What is in memory knows every erasure that had begun by its version: where there was none, nobody is hashed and nothing is asked.
  const config = services.config.current();
  if (config.version >= configVersion && !config.knowsByHash(workspace.number)) return new Set();
  const addresses = new Map(
    people.map(({ address }) => [erasedAs(services.personHash.of(workspace.number, channel, address)), address]),
  );
  const hits = await findSuppressions(tx, workspace.number, environment, personChannel(channel), [...addresses.keys()]);
  return new Set(hits.flatMap(({ address }) => addresses.get(address) ?? []));
}

/** Refuses to write down an address again whose person was erased: whoever comes back is let in by lifting the block. */
export async function assertNotErased(
  tx: SqlRunner,
  ctx: RequestContext,
  channel: Channel,
  address: string,
  path = 'address',
): Promise<void> {
  if ((await findErased(tx, ctx, channel, [{ address }])).size === 0) return;
  throw refuseField(
    path,
    'erased',
    'This person was erased, and the address stays blocked. Find it with POST /v1/people/find and lift its suppression first, if the person comes back.',
  );
}
