import { type AskRegistryRequest, type AskRegistryResult, SignalboxError } from '@signalbox/contracts';
import { personAddress, registryAllows } from '@signalbox/core';
import { findRegistryAnswers } from '@signalbox/db';
import { assertLive } from '../audit/assert-live.ts';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { channelOf, normaliseAddress } from '../policy/address.ts';
import { inWorkspace } from '../tenant.ts';

const WITHIN_MS = 10_000;

/**
 * Asks a registry for one address, or in a dry run tells what is known and what asking would cost. What is known is asked for again: who asks by hand wants to know how it stands now. Throws `not_found`
 * where no such registry is switched on, `request_invalid` for what is no address, and `forbidden` for a key of the sandbox, from which nothing leaves the house.
 */
export async function askRegistry({
  ctx,
  input: { key, question },
}: {
  ctx: RequestContext;
  input: { key: string; question: AskRegistryRequest };
}): Promise<AskRegistryResult> {
  if (!question.dry_run) assertLive(ctx, 'Nothing leaves the house from the sandbox: ask with a key of live.');
  const workspace = ctx.workspace.number;
  const { config, registryChecks, world } = ctx.services;
  const row = config.current().registriesOf(workspace)?.named(key);
  if (row === undefined)
    throw new SignalboxError('not_found', {
      detail: 'No registry of this key is switched on; set one with PUT /v1/compliance/registries/{key}.',
    });
  const address = personAddress(normaliseAddress(channelOf(question.address), question.address, 'address'));
  const { price_micros: price, currency } = row.service;
  const read = () =>
    inWorkspace(ctx, async (tx) =>
      (await findRegistryAnswers(tx, workspace, [address])).get(address)?.find(({ registry }) => registry === key),
    );
  const tell = (
    outcome: AskRegistryResult['outcome'],
    found: Awaited<ReturnType<typeof read>>,
    cost: number,
  ): AskRegistryResult => ({
    ...{ address, outcome, currency, cost_micros: cost, dry_run: question.dry_run },
    listed: found?.listed ?? null,
    allows: found === undefined ? null : registryAllows(row.meaning, found.listed),
    asked_at: found === undefined ? null : new Date(found.atMs).toISOString(),
    valid_until: found === undefined ? null : new Date(found.untilMs).toISOString(),
  });
  if (question.dry_run) {
    const known = await read();
    return tell(known === undefined ? 'to_ask' : 'known', known, price);
  }
  const ends = await registryChecks.ask(workspace, key, [{ address, messageId: null }], world.nowMs() + WITHIN_MS);
  const end = ends.get(address) ?? 'not_asked';
  const cost = end === 'asked' || end === 'no_answer' ? price : 0;
  const found = await inWorkspace(ctx, async (tx) => {
    await recordAudit(tx, ctx, {
      action: 'registry.asked',
      object: { kind: 'registry', id: key, name: row.name },
      environment: null,
      before: null,
      // That somebody was asked for, never who.
      after: { outcome: end, cost_micros: cost, currency },
    });
    return (await findRegistryAnswers(tx, workspace, [address])).get(address)?.find(({ registry }) => registry === key);
  });
  return tell(end === 'not_asked' ? 'no_answer' : end, found, cost);
}
