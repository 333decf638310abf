import type { ConsentAsOf, ConsentAsOfQuery } from '@signalbox/contracts';
import { consentInForce } from '@signalbox/core';
import { readConsents } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { channelOf, normaliseAddress } from '../policy/address.ts';
import { readWithin } from '../tenant.ts';
import { viewConsent } from './spell.ts';

// More than any person says; what a flood of entries of one address may cost.
const ENTRIES_MAX = 5000;

/** Whether a message for a purpose could have gone at an instant, by what the ledger held then, and by which entry. The function is that of the sender. */
export async function readConsentAsOf({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ConsentAsOfQuery;
}): Promise<ConsentAsOf> {
  const { purpose, topic } = input;
  const channel = input.channel ?? channelOf(input.address);
  const address = normaliseAddress(channel, input.address, 'address');
  const atMs = input.at === undefined ? ctx.services.world.nowMs() : Date.parse(input.at);
  const place = { workspace: ctx.workspace.number, environment: ctx.environment, channel, addresses: [address] };
  const rows = await readWithin(ctx, 'The ledger takes too long to search; try again.', (tx) =>
    readConsents(tx, place, ENTRIES_MAX, atMs),
  );
  const decides = consentInForce(rows, { purpose, topic });
  return {
    address,
    channel,
    purpose,
    topic: topic ?? null,
    at: new Date(atMs).toISOString(),
    allowed: decides?.state === 'granted',
    decided_by: decides === null ? null : viewConsent(decides),
  };
}
