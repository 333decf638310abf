import type { TrafficClass } from '@signalbox/contracts';
import { createRandom, normalShare, type Random } from '@signalbox/core';

/** What is really so of one carrier; the brain never reads this. Shares are 0 to 1, times milliseconds. */
export type Truth = {
  routeId: string;
  priceMicros: number;
  /** Share of the messages it takes that arrive, before what country, network and class do to it. */
  arrives: number;
  /** Added to it there. */
  byCountry: Record<string, number>;
  byNetwork: Record<string, number>;
  byClass: Record<TrafficClass, number>;
  /** Time to the phone: median of a log-normal with a spread of 0.6. */
  medianMs: number;
  /** Share of submissions it refuses with a fault of its own. */
  refuses: number;
  /** `hangs`: it takes submissions and never answers. */
  hangs: boolean;
  /** Share of the messages for which it claims a delivery at once without sending anything. */
  forges: number;
  /** Share of receipts that never come, and that say the opposite. */
  loses: number;
  garbles: number;
};

/** Something that happens in a world. */
export type Turn = { atSecond: number; routeId: string; change: Partial<Truth> };

/** Where traffic goes and how it mixes. */
export const COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  MX: ['334020', '334030'],
  IN: ['404045', '405857'],
  BR: ['724005', '724011'],
};
export const MIX: readonly (readonly [TrafficClass, number])[] = [
  ['otp', 0.4],
  ['transactional', 0.4],
  ['marketing', 0.2],
];
/** Share of those who got a code that enter it; of what follows other messages nothing is known. */
export const ENTERS = 0.75;

const ROUTES = 6;

/**
 * Six carriers with qualities, prices and delays drawn from the seed, worse and better by country, network and class. Receipts come 1 to 600 s late, 2 % are lost and 1 % say
 * the opposite.
 */
export function drawCarriers(seed: number): Truth[] {
  const random = createRandom(`carriers ${seed}`);
  const between = (low: number, high: number) => low + (high - low) * random.unit();
  return Array.from({ length: ROUTES }, (_, index) => ({
    routeId: `rte_${index + 1}`,
    priceMicros: Math.round(between(8_000, 30_000)),
    arrives: between(0.78, 0.96),
    byCountry: Object.fromEntries(Object.keys(COUNTRIES).map((country) => [country, between(-0.08, 0.03)])),
    byNetwork: Object.fromEntries(
      Object.values(COUNTRIES).flatMap((list) => list.map((one) => [one, between(-0.05, 0.02)])),
    ),
    byClass: { otp: 0, transactional: between(-0.02, 0.02), marketing: between(-0.06, 0.02) },
    medianMs: between(2_000, 12_000),
    refuses: 0.005,
    hangs: false,
    forges: 0,
    loses: 0.02,
    garbles: 0.01,
  }));
}

/** The true share of messages that arrive by a carrier. */
export function arrivalOf(truth: Truth, country: string, network: string, trafficClass: TrafficClass): number {
  if (truth.hangs) return 0;
  const honest =
    truth.arrives + (truth.byCountry[country] ?? 0) + (truth.byNetwork[network] ?? 0) + truth.byClass[trafficClass];
  return Math.min(0.995, Math.max(0, honest)) * (1 - truth.refuses) * (1 - truth.forges);
}

const SPREAD = 0.6;

/** Time to the phone of one message. */
export function drawLatencyMs(random: Random, truth: Truth): number {
  return truth.medianMs * Math.exp(SPREAD * random.normal());
}

/** The true share of arrivals that come within a time. */
export function withinOf(truth: Truth, deadlineMs: number | null): number {
  if (deadlineMs === null) return 1;
  return normalShare(Math.log(deadlineMs / truth.medianMs) / SPREAD);
}

/** Between a second and ten minutes, each tenfold as likely as the next: when a receipt comes. */
export function drawReceiptDelayMs(random: Random): number {
  return 1_000 * 600 ** random.unit();
}
