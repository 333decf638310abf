import {
  type FieldError,
  type LookedUpNumber,
  type LookUpNumbersRequest,
  type LookUpNumbersResult,
  SignalboxError,
} from '@signalbox/contracts';
import { parseNumber } from '@signalbox/core';
import { findNumberNetworks, type LearnedNumber } from '@signalbox/db';
import type { AskEnd } from '../asking/asker.ts';
import { assertLive } from '../audit/assert-live.ts';
import { recordAudit } from '../audit/record.ts';
import type { LookupBook } from '../config/lookup-book.ts';
import type { RequestContext } from '../context.ts';
import { learnedOf } from '../dispatch/plan-book.ts';
import { inWorkspace } from '../tenant.ts';

const WITHIN_MS = 10_000;

interface Asked {
  address: string;
  country: string | null;
}

/**
 * Tells the networks of numbers, and whether their phones can be reached. What is known is told; the rest is asked of the service, or in a dry run only counted and priced. Throws `not_found` where no service
 * is switched on, `request_invalid` for what is no number, and `forbidden` for a key of the sandbox, from which nothing leaves the house.
 */
export async function lookUpNumbers({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: LookUpNumbersRequest;
}): Promise<LookUpNumbersResult> {
  if (!input.dry_run) assertLive(ctx, 'Nothing leaves the house from the sandbox: look numbers up with a key of live.');
  const workspace = ctx.workspace.number;
  const book = ctx.services.config.current().lookupOf(workspace);
  if (book === undefined)
    throw new SignalboxError('not_found', {
      detail: 'No lookup service is switched on; set one with PUT /v1/networks/lookup.',
    });
  const sinceMs = ctx.services.world.nowMs();
  const numbers = readNumbers(input.numbers);
  const addresses = numbers.map(({ address }) => address);
  const read = () => inWorkspace(ctx, (tx) => findNumberNetworks(tx, workspace, addresses));
  const known = await read();
  const missing = addresses.filter((address) => isMissing(book, known.get(address)));
  const { price_micros: priceMicros, currency } = book.service;
  if (input.dry_run || missing.length === 0) {
    const left = new Set(missing);
    const data = numbers.map((one) =>
      viewOf(ctx, one, known.get(one.address), left.has(one.address) ? 'to_ask' : 'known', sinceMs),
    );
    return { data, asked: missing.length, cost_micros: missing.length * priceMicros, currency, dry_run: input.dry_run };
  }
  const ends = await ctx.services.numberLookups.ask(
    workspace,
    missing.map((address) => ({ address, messageId: null })),
    sinceMs + WITHIN_MS,
  );
  const found = await read();
  const asked = [...ends.values()].filter((end) => end === 'asked' || end === 'no_answer').length;
  await inWorkspace(ctx, (tx) =>
    recordAudit(tx, ctx, {
      action: 'numbers.looked_up',
      object: { kind: 'networks', id: 'lookup', name: '' },
      environment: null,
      before: null,
      // How many, never which.
      after: { asked, cost_micros: asked * priceMicros, currency },
    }),
  );
  const data = numbers.map((one) =>
    viewOf(ctx, one, found.get(one.address), ends.get(one.address) ?? 'known', sinceMs),
  );
  return { data, asked, cost_micros: asked * priceMicros, currency, dry_run: false };
}

function readNumbers(given: readonly string[]): Asked[] {
  const fields: FieldError[] = [];
  const read = new Map<string, Asked>();
  for (const [index, text] of given.entries()) {
    const number = parseNumber(text);
    if (number.ok) read.set(number.e164, { address: number.e164, country: number.country });
    else
      fields.push({
        path: `numbers.${index}`,
        code: number.code,
        message: number.message,
      });
  }
  if (fields.length > 0) throw new SignalboxError('request_invalid', { fields });
  return [...read.values()];
}

const isMissing = ({ service }: LookupBook, known: LearnedNumber | undefined): boolean =>
  known === undefined || (service.state_pointer !== '' && known.reach === null);

function viewOf(
  ctx: RequestContext,
  { address, country }: Asked,
  known: LearnedNumber | undefined,
  end: AskEnd | 'known' | 'to_ask',
  sinceMs: number,
): LookedUpNumber {
  const network = ctx.services.tariffs
    .current()
    .networksOf(ctx.workspace.number)
    .of(address, learnedOf(known, sinceMs));
  const outcome = end === 'not_asked' ? 'no_answer' : end;
  return { number: address, country, outcome, network: network ?? null, reach: known?.reach ?? null };
}
