/** Prints nanoseconds per call of the functions on the hot path, best of seven rounds: `node packages/core/bench/hot.ts`. */
import type { PolicyFacts, RouteFact, RoutingFacts, SubmitAnswer } from '@signalbox/contracts';
import {
  canonicalJson,
  countParts,
  drawOf,
  foldParts,
  type HoursLayer,
  indexPrefixes,
  judgeHours,
  judgePolicy,
  matchPrefixes,
  nextStep,
  parseMailbox,
  parseNumber,
  pickRoute,
  planKey,
  planRoutes,
  segmentText,
  splitParts,
  transition,
  zonesOfCountry,
} from '../src/index.ts';

const ROUNDS = 7;
const plain =
  'Your order 48213 has left our warehouse and will reach you on Thursday. Track it at example.com/t/48213.';
const ninetySeven = plain.slice(0, 97);
const chinese = '您的订单已经发出，预计星期四送达。'.repeat(8);
const emoji = `${'a'.repeat(66)}👨‍👩‍👧‍👦${'b'.repeat(80)}`;
const numbers = ['+525512345678', '+919812345678', '+12133734253', '+14165551234', '+447911123456', '+5511987654321'];

const route = (index: number): RouteFact => ({
  routeId: `rte_${index}`,
  name: `Route ${index}`,
  providerId: `prv_${index % 3}`,
  providerName: `Provider ${index % 3}`,
  protocol: 'smpp',
  channel: 'sms',
  tier: 1 + (index % 2),
  weight: 100 + index,
  priceMicros: 9_000 + index,
  currency: 'USD',
  countries: index % 3 === 0 ? ['MX', 'US'] : [],
  prefixes: index % 4 === 0 ? ['5255'] : [],
  classes: [],
  enabled: true,
  connection: 'up',
  breaker: 'closed',
});

const facts: RoutingFacts = {
  configVersion: 7,
  environment: 'live',
  channel: 'sms',
  class: 'otp',
  country: 'MX',
  matchedPrefixes: ['5255'],
  maxPriceMicrosPerPart: null,
  maxPriceCurrency: null,
  triedRouteIds: [],
  routes: Array.from({ length: 8 }, (_, index) => route(index)),
};

const policy: PolicyFacts = {
  class: 'marketing',
  channel: 'sms',
  nowMs: 1_000,
  expiresAtMs: 2_000,
  geo: null,
  suppression: null,
  consent: { id: 'cns_1', state: 'granted', source: 'form', atMs: 1 },
  dlt: null,
  sender: null,
  template: null,
  screening: null,
  reach: null,
  registries: [],
  hours: null,
  cap: {
    ruleId: 'cap/1',
    name: 'Offers',
    limit: 3,
    windowSeconds: 86_400,
    calendar: null,
    zone: null,
    zoneOf: null,
    gapSeconds: null,
    kept: 0,
    used: 1,
    granted: true,
    because: null,
    overLimit: 'drop',
    nextMs: null,
    isCountedOnly: false,
    counted: [{ rule: 'cap/1', of: 'person' }],
    law: null,
  },
  fraud: null,
  spend: null,
};

const daytime: HoursLayer = {
  name: 'workspace',
  rule: 'country/US',
  version: 1,
  spans: [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 540, toMinute: 1260 }],
  closedDates: ['2026-12-25'],
};
const heldPolicy: PolicyFacts = {
  ...policy,
  hours: {
    open: false,
    layer: 'workspace',
    rule: 'country/US',
    version: 1,
    zone: 'America/New_York',
    offsetMinutes: -300,
    zones: 29,
    untilMs: 3_000,
    thenUntilMs: 4_000,
    law: null,
  },
};
const noon = Date.UTC(2026, 10, 27, 12);

const plan = planRoutes(facts);
const prefixes = indexPrefixes(['52', '5255', '5281', '91', '1213']);
const accepted: SubmitAnswer = { kind: 'accepted', refs: ['1'] };
const rejected: SubmitAnswer = { kind: 'rejected', reason: 'network.failure', raw: '' };
const step = {
  class: 'otp',
  attempt: 1,
  submits: 0,
  sameRouteTries: 1,
  otherRouteFits: true,
  elapsedMs: 10,
  remainingMs: 300_000,
  retriesLeft: 3,
} as const;

const CASES: Readonly<Record<string, (turn: number) => unknown>> = {
  'countParts, 97 GSM-7 characters': () => countParts(ninetySeven),
  'segmentText, 97 GSM-7 characters': () => segmentText(ninetySeven),
  'countParts, 136 Chinese characters': () => countParts(chinese),
  'splitParts, 97 GSM-7 characters': () => splitParts(ninetySeven),
  'splitParts, 136 Chinese characters': () => splitParts(chinese),
  'segmentText, 136 Chinese characters': () => segmentText(chinese),
  'countParts, emoji family at the edge': () => countParts(emoji),
  'parseNumber, canonical': (turn) => parseNumber(numbers[turn % numbers.length] as string),
  'parseNumber, Mexico': () => parseNumber('+525512345678'),
  'parseNumber, Canada': () => parseNumber('+14165551234'),
  'parseNumber, with spaces': () => parseNumber('+52 (55) 1234-5678'),
  'parseNumber, not in plan': () => parseNumber('+520012345678'),
  parseMailbox: () => parseMailbox('anna.smith@example.com'),
  judgePolicy: () => judgePolicy(policy),
  'judgePolicy, outside the hours': () => judgePolicy(heldPolicy),
  // Once for each country whenever its hours open or close, not for each message.
  'judgeHours, 1 zone': (turn) => judgeHours([daytime], zonesOfCountry('IN'), noon + turn),
  'judgeHours, 29 zones': (turn) => judgeHours([daytime], zonesOfCountry('US'), noon + turn),
  matchPrefixes: () => matchPrefixes('+525512345678', prefixes),
  'planRoutes, 8 routes': () => planRoutes(facts),
  'canonicalJson of those facts': () => canonicalJson(facts),
  'planKey of those facts': () => planKey(facts),
  drawOf: (turn) => drawOf('019ab4f2-7d5c-7abc-9def-0123456789ab', turn),
  pickRoute: (turn) => pickRoute(plan, turn * 40_503),
  'nextStep, accepted': () => nextStep({ ...step, answer: accepted }),
  'nextStep, rejected': () => nextStep({ ...step, answer: rejected }),
  transition: () => transition('sent', { kind: 'receipt', verdict: 'delivered' }),
  'foldParts, 3 parts': () => foldParts(['delivered', 'delivered', null]),
};

function measure(run: (turn: number) => unknown): number {
  let kept = 0;
  let best = Number.POSITIVE_INFINITY;
  let calls = 2_000;
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = process.hrtime.bigint();
    for (let turn = 0; turn < calls; turn += 1) if (run(turn) === undefined) kept += 1;
    const ns = Number(process.hrtime.bigint() - started) / calls;
    best = Math.min(best, ns);
    // Each round takes about 50 ms.
    calls = Math.max(1_000, Math.min(2_000_000, Math.round(50_000_000 / ns)));
  }
  if (kept < 0) throw new Error('unreachable: keeps the results alive');
  return best;
}

for (const [name, run] of Object.entries(CASES)) {
  process.stdout.write(`${measure(run).toFixed(0).padStart(7)} ns  ${name}\n`);
}
