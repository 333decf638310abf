import { type Channel, type Environment, encodeId, type RecordConsentRequest } from '@signalbox/contracts';
import { type ConsentRow, insertConsent, passTurnstile, readConsents } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace, readWithin } from '../tenant.ts';
import { channelOf, normaliseAddress } from './address.ts';

/** An entry of the consent ledger as the API shows it. */
export interface ConsentView {
  id: string;
  address: string;
  channel: Channel;
  environment: Environment;
  state: 'granted' | 'withdrawn';
  source: string;
  at: string;
  recorded_at: string;
}

const LIST_MAX = 200;
// A clock of the caller that is a little ahead must not turn "now" into an error.
const FUTURE_TOLERANCE_MS = 300_000;

const viewOf = ({ atMs, recordedAtMs, ...row }: ConsentRow): ConsentView => ({
  ...row,
  id: encodeId('consent', row.id),
  at: new Date(atMs).toISOString(),
  recorded_at: new Date(recordedAtMs).toISOString(),
});

const factsOf = ({ channel, address, state, source, atMs }: ConsentRow) => ({
  channel,
  address,
  state,
  source,
  at: new Date(atMs).toISOString(),
});

/**
 * Adds an entry to the consent ledger; the newest entry of an address, by the instant it was given, is the one in force. A withdrawal
 * passes the turnstile alone: a claim that commits after this answer has seen it.
 */
export async function recordConsent({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: RecordConsentRequest;
}): Promise<ConsentView> {
  const { channel, state, source } = input;
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
  const id = ctx.services.ids.next();
  return inWorkspace(ctx, async (tx) => {
    if (state === 'withdrawn') await passTurnstile(tx, workspace, true);
    const place = { workspace, environment: ctx.environment, channel, address };
    const [inForce] = await readConsents(tx, place, 1);
    const row = await insertConsent(tx, { id, ...place, state, source, atMs });
    await recordAudit(tx, ctx, {
      action: 'consent.recorded',
      object: { kind: 'consent', id: encodeId('consent', id), name: address },
      before: inForce === undefined ? null : factsOf(inForce),
      after: factsOf(row),
    });
    return viewOf(row);
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
    address: normaliseAddress(channel, input.address, 'address'),
  };
  const rows = await readWithin(ctx, 'The ledger takes too long to search; try again.', (tx) =>
    readConsents(tx, filter, LIST_MAX),
  );
  return { data: rows.map(viewOf) };
}
