import { areaOf, holdsAt, type PriceSpan } from './price-at.ts';

/** A row of a price list. Without a price it ends what holds. */
export interface GivenPrice {
  /** Line of the file. */
  line: number;
  route: number;
  country: string;
  network: string;
  prefix: string;
  price: { micros: number; currency: string } | null;
  /** Milliseconds since 1970, not before now; the end is outside, null is open. */
  fromMs: number;
  untilMs: number | null;
}

/** What a price list does to one price. */
export type PriceMark = 'new' | 'dearer' | 'cheaper' | 'changed' | 'ended' | 'unchanged';

/** One line of the comparison: what held when the row begins, and what then holds. */
export interface PriceDifference {
  /** Null for a price the list leaves out. */
  line: number | null;
  mark: PriceMark;
  before: PriceSpan | null;
  after: Omit<PriceSpan, 'id'> | null;
  route: number;
  country: string;
  network: string;
  prefix: string;
  fromMs: number;
  /** Change of the compared price, as a share of the one before; null where there is nothing to compare. */
  change: number | null;
}

/** What a price list does: the spans that go, those that come, and the comparison. `orphans` are lines that end a price where none holds. */
export interface PriceMerge {
  removed: PriceSpan[];
  added: Omit<PriceSpan, 'id'>[];
  differences: PriceDifference[];
  orphans: number[];
}

/** A price in one currency for all, so that two can be compared. */
export type Compare = (price: { micros: number; currency: string }) => number;

const keyOf = (one: Pick<PriceSpan, 'route' | 'country' | 'network' | 'prefix'>): string =>
  `${one.route}|${areaOf(one)}`;

/**
 * Lays a price list over the prices that hold. A row takes the place of what held in its span; what held before keeps its time up to there, what was to
 * hold after it keeps its time from there. Rows of one area must not overlap. Of a whole list, areas of its routes that it leaves out end where its first row begins.
 */
export function mergePrices(
  current: readonly PriceSpan[],
  given: readonly GivenPrice[],
  compare: Compare,
  isWhole: boolean,
): PriceMerge {
  const areas = Map.groupBy(current, keyOf);
  const rows = Map.groupBy(given, keyOf);
  const merge: PriceMerge = { removed: [], added: [], differences: [], orphans: [] };
  for (const [key, own] of rows) mergeArea(merge, areas.get(key) ?? [], own, compare);
  if (isWhole) endOthers(merge, areas, rows);
  merge.differences.sort((a, b) => (a.line ?? Number.POSITIVE_INFINITY) - (b.line ?? Number.POSITIVE_INFINITY));
  return merge;
}

function mergeArea(
  merge: PriceMerge,
  spans: readonly PriceSpan[],
  rows: readonly GivenPrice[],
  compare: Compare,
): void {
  const gone = new Set<PriceSpan>();
  let rest: Omit<PriceSpan, 'id'>[] = [...spans];
  for (const row of rows) {
    const before = spans.find((span) => holdsAt(span, row.fromMs)) ?? null;
    const { route, country, network, prefix, fromMs, untilMs } = row;
    const after = row.price && {
      route,
      country,
      network,
      prefix,
      priceMicros: row.price.micros,
      currency: row.price.currency,
      fromMs,
      untilMs,
    };
    if (after === null && before === null) {
      merge.orphans.push(row.line);
      continue;
    }
    const { mark, change } = judge(before, after, compare);
    merge.differences.push({ line: row.line, mark, before, after, route, country, network, prefix, fromMs, change });
    if (mark === 'unchanged') continue;
    rest = cut(rest, fromMs, after === null ? null : untilMs);
    if (after !== null) rest.push(after);
  }
  const kept = new Set<object>(rest);
  for (const span of spans) if (!kept.has(span)) gone.add(span);
  merge.removed.push(...gone);
  merge.added.push(...rest.filter((span) => !(spans as readonly object[]).includes(span)));
}

function judge(
  before: PriceSpan | null,
  after: Omit<PriceSpan, 'id'> | null,
  compare: Compare,
): { mark: PriceMark; change: number | null } {
  if (after === null) return { mark: 'ended', change: null };
  if (before === null) return { mark: 'new', change: null };
  const was = compare({ micros: before.priceMicros, currency: before.currency });
  const is = compare({ micros: after.priceMicros, currency: after.currency });
  const change = was === 0 ? null : (is - was) / was;
  if (is > was) return { mark: 'dearer', change };
  if (is < was) return { mark: 'cheaper', change };
  const isSame =
    before.priceMicros === after.priceMicros && before.currency === after.currency && before.untilMs === after.untilMs;
  return { mark: isSame ? 'unchanged' : 'changed', change };
}

/** Leaves of each span what lies outside of [fromMs, untilMs). */
function cut(spans: readonly Omit<PriceSpan, 'id'>[], fromMs: number, untilMs: number | null): Omit<PriceSpan, 'id'>[] {
  return spans.flatMap((span) => {
    const isOutside = (span.untilMs !== null && span.untilMs <= fromMs) || (untilMs !== null && span.fromMs >= untilMs);
    if (isOutside) return [span];
    const left = span.fromMs < fromMs ? [withSpan(span, span.fromMs, fromMs)] : [];
    const reaches = untilMs !== null && (span.untilMs === null || span.untilMs > untilMs);
    return reaches ? [...left, withSpan(span, untilMs, span.untilMs)] : left;
  });
}

function withSpan(
  { route, country, network, prefix, priceMicros, currency }: Omit<PriceSpan, 'id'>,
  fromMs: number,
  untilMs: number | null,
): Omit<PriceSpan, 'id'> {
  return { route, country, network, prefix, priceMicros, currency, fromMs, untilMs };
}

/** Ends the areas of the list's routes that it does not name. */
function endOthers(
  merge: PriceMerge,
  areas: ReadonlyMap<string, PriceSpan[]>,
  rows: ReadonlyMap<string, GivenPrice[]>,
): void {
  const starts = new Map<number, number>();
  for (const row of [...rows.values()].flat()) {
    starts.set(row.route, Math.min(starts.get(row.route) ?? Number.POSITIVE_INFINITY, row.fromMs));
  }
  for (const [key, spans] of areas) {
    const [first] = spans;
    const fromMs = first === undefined ? undefined : starts.get(first.route);
    if (first === undefined || fromMs === undefined || rows.has(key)) continue;
    const ending = spans.filter(({ untilMs }) => untilMs === null || untilMs > fromMs);
    if (ending.length === 0) continue;
    merge.removed.push(...ending);
    merge.added.push(...cut(ending, fromMs, null));
    const { route, country, network, prefix } = first;
    const before = spans.find((span) => holdsAt(span, fromMs)) ?? ending[0] ?? null;
    merge.differences.push({
      line: null,
      mark: 'ended',
      before,
      after: null,
      route,
      country,
      network,
      prefix,
      fromMs,
      change: null,
    });
  }
}
