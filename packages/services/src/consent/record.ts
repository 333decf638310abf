import { type Channel, type ConsentView, encodeId, type RecordConsentRequest } from '@signalbox/contracts';
import { consentInForce } from '@signalbox/core';
import { type ConsentRow, passTurnstile, readConsent, readConsents } from '@signalbox/db';
import type { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { assertNotErased } from '../people/erased.ts';
import { channelOf, normaliseAddress } from '../policy/address.ts';
import { inWorkspace, readWithin } from '../tenant.ts';
import { appendEvents } from './append.ts';
import { viewConsent } from './spell.ts';

const LIST_MAX = 200;
// A clock of the caller that is a little ahead must not turn "now" into an error.
const FUTURE_TOLERANCE_MS = 300_000;

const factsOf = ({ channel, address, state, source, purpose, topic, atMs }: ConsentRow) => ({
  channel,
  address,
  state,
  source,
  purpose,
  topic,
  at: new Date(atMs).toISOString(),
});

/**
 * Adds an entry to the consent ledger; the newest entry of an address about a purpose, by the instant it was given, is the one in force. A
 * withdrawal passes the turnstile alone: a claim that commits after this answer has seen it. An event that names its instant and is in the
 * ledger already adds nothing and answers with the entry it made.
 */
export async function recordConsent({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: z.input<typeof RecordConsentRequest>;
}): Promise<ConsentView> {
  const { channel, state, source, purpose = 'marketing', wording } = input;
  const topic = input.topic ?? null;
  const address = normaliseAddress(channel, input.address, 'address');
  const nowMs = ctx.services.world.nowMs();
  const atMs = input.at === undefined ? nowMs : Date.parse(input.at);
  if (atMs > nowMs + FUTURE_TOLERANCE_MS) {
    throw refuseField(
      'at',
      'in_the_future',
      'A consent cannot be given or withdrawn in the future; give the instant it happened.',
    );
  }
  const workspace = ctx.workspace.number;
  return inWorkspace(ctx, async (tx) => {
    if (state === 'withdrawn') await passTurnstile(tx, workspace, true);
    else await assertNotErased(tx, ctx, channel, address);
    const place = { workspace, environment: ctx.environment, channel, addresses: [address] };
    const inForce = consentInForce(await readConsents(tx, place, LIST_MAX), { purpose, topic: topic ?? undefined });
    const [made] = await appendEvents(tx, ctx, [
      {
        ...{ channel, address, state, source, purpose, topic, atMs, list: null, locale: input.locale ?? null },
        wordingText: wording?.text ?? null,
        wordingVersion: wording?.version ?? null,
        jurisdiction: input.jurisdiction ?? null,
        proof: input.proof ?? null,
        occasion: input.at === undefined ? null : `${source} ${atMs}`,
      },
    ]);
    const row = await readConsent(tx, workspace, ctx.environment, made?.id ?? '');
    if (row === undefined) throw new Error('a consent entry was not stored');
    if (made?.added === true) {
      await recordAudit(tx, ctx, {
        action: 'consent.recorded',
        object: { kind: 'consent', id: encodeId('consent', row.id), name: address },
        before: inForce === null ? null : factsOf(inForce),
        after: factsOf(row),
      });
    }
    return viewConsent(row);
  });
}

/** The newest 200 entries of an address, newest first. */
export async function listConsents({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { address: string; channel?: Channel | undefined };
}): Promise<{ data: ConsentView[] }> {
  const channel = input.channel ?? channelOf(input.address);
  const filter = {
    workspace: ctx.workspace.number,
    environment: ctx.environment,
    channel,
    addresses: [normaliseAddress(channel, input.address, 'address')],
  };
  const rows = await readWithin(ctx, 'The ledger takes too long to search; try again.', (tx) =>
    readConsents(tx, filter, LIST_MAX),
  );
  return { data: rows.map(viewConsent) };
}
