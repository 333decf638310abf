import { type LookupView, type SetLookupRequest, SignalboxError } from '@signalbox/contracts';
import { isCountry, LOOKUP_WAIT_MS } from '@signalbox/core';
import {
  lockNumberLookup,
  type NumberLookupRow,
  putNumberLookup,
  readLookupDays,
  readNumberLookups,
  type SqlRunner,
} from '@signalbox/db';
import { assertAskable } from '../asking/assert-askable.ts';
import { assertLive } from '../audit/assert-live.ts';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { lookupSecretPlace } from './number-lookups.ts';

const DAYS_SHOWN = 30;
const DAY_MS = 86_400_000;

/** How the workspace looks numbers up, and what that came to in the last thirty days. Live and sandbox share it. */
export async function getLookup({ ctx }: { ctx: RequestContext; input: object }): Promise<LookupView> {
  return inWorkspace(ctx, async (tx) => viewOf(ctx, tx, await readOwn(ctx, tx)));
}

const readOwn = async (ctx: RequestContext, tx: SqlRunner): Promise<NumberLookupRow | undefined> =>
  (await readNumberLookups(tx, ctx.workspace.number))[0];

async function viewOf(ctx: RequestContext, tx: SqlRunner, row: NumberLookupRow | undefined): Promise<LookupView> {
  const since = new Date(ctx.services.world.nowMs() - DAYS_SHOWN * DAY_MS).toISOString().slice(0, 10);
  const days = await readLookupDays(tx, ctx.workspace.number, since, 'lookup');
  return {
    version: row?.version ?? 0,
    enabled: row?.enabled ?? false,
    service: row?.service ?? null,
    secret_stored: row !== undefined && row.secret !== null,
    rules: row?.rules ?? [],
    waits_ms: { ...LOOKUP_WAIT_MS },
    days: days.map(({ day, currency, asked, answered, spentMicros }) => ({
      ...{ day, currency, asked, answered },
      spent_micros: spentMicros,
    })),
  };
}

/**
 * Sets the service and the rules as a whole; in force for the next decision of every process. A secret that is left out stays as it is. Throws `request_invalid` for a service that cannot be asked as it is
 * described and for a rule that is there twice, `conflict` when the version was left behind, and `forbidden` for a key of the sandbox: live pays for it.
 */
export async function setLookup({ ctx, input }: { ctx: RequestContext; input: SetLookupRequest }): Promise<LookupView> {
  assertLive(ctx, 'The rules hold in live too: set them with a key of live.');
  assertSound(ctx, input);
  const { version, enabled, service, rules, secret } = input;
  const workspace = ctx.workspace.number;
  const place = lookupSecretPlace(workspace);
  const view = await inWorkspace(ctx, async (tx) => {
    const before = await lockNumberLookup(tx, workspace);
    if (version !== undefined && version !== (before?.version ?? 0)) throw new SignalboxError('conflict');
    const kept = before?.secret ?? null;
    const sealed = secret === undefined ? kept : secret === '' ? null : ctx.services.sealer.seal(secret, place);
    await putNumberLookup(tx, { workspace, enabled, service, rules, secret: sealed });
    const after = await viewOf(ctx, tx, await readOwn(ctx, tx));
    await recordAudit(tx, ctx, {
      action: 'lookup.set',
      object: { kind: 'networks', id: 'lookup', name: URL.parse(service.url)?.hostname ?? '' },
      environment: null,
      before: before === undefined ? null : factsOf(before, false),
      after: factsOf({ enabled, service, rules }, secret !== undefined),
    });
    return after;
  });
  await ctx.services.config.refresh();
  return view;
}

const factsOf = (
  { enabled, service, rules }: Pick<NumberLookupRow, 'enabled' | 'service' | 'rules'>,
  isNewSecret: boolean,
) => ({
  enabled,
  service,
  rules,
  ...(isNewSecret ? { secret: 'changed' } : {}),
});

function assertSound(ctx: RequestContext, { service, rules }: SetLookupRequest): void {
  assertAskable(ctx, service);
  const seen = new Set<string>();
  for (const [index, { country, class: trafficClass, absent, unknown }] of rules.entries()) {
    if (country !== null && !isCountry(country))
      throw refuseField(
        `rules.${index}.country`,
        'not_allowed',
        `${country} is no country; write its code of two letters, such as MX.`,
      );
    if (service.state_pointer === '' && (absent === 'stop' || unknown === 'stop'))
      throw refuseField(
        `rules.${index}.${absent === 'stop' ? 'absent' : 'unknown'}`,
        'not_allowed',
        'The service does not tell whether phones can be reached; say where it does in `state_pointer`, or send.',
      );
    const name = `${country} ${trafficClass}`;
    if (seen.has(name))
      throw refuseField(
        `rules.${index}`,
        'duplicate',
        'There are two rules for this country and class; keep one of them.',
      );
    seen.add(name);
  }
}
