import { HASTY_RECEIPT_MS, type SignalCell } from '@signalbox/contracts';
import { createRandom, drawOf, OBJECTIVES, pickRoute, type Random } from '@signalbox/core';
import { type Brain, openBrain, type Scope } from './brain.ts';
import {
  arrivalOf,
  COUNTRIES,
  drawLatencyMs,
  drawReceiptDelayMs,
  ENTERS,
  MIX,
  type Truth,
  type Turn,
} from './carriers.ts';
import type { Place } from './oracle.ts';

const ANSWER_MS = 300;
/** An answer that is not there by then counts as a fault for the breaker; later the submission counts as lost. */
const OVERDUE_MS = 2_000;
const LOST_MS = 10_000;
const LEARN_EVERY_SECONDS = 20;
const CLOSE_AFTER_MS = 700_000;
const HUMAN_MEDIAN_MS = 15_000;

/** One world: who carries, what happens, how much traffic there is. */
export type World = {
  seed: number;
  carriers: Truth[];
  turns?: readonly Turn[];
  perSecond: number;
  seconds: number;
  explorePpm?: number;
  /** False: the weights stay as they begin. */
  learns?: boolean;
  /** Weights to begin with, thousandths in the order of the carriers; even when it is not said. */
  weightsAt?: (scope: Scope) => readonly number[];
  /** Share of dead numbers in the list from a second on. */
  deadFrom?: { atSecond: number; untilSecond: number; share: number };
  keepSteps?: boolean;
};

/** One message, as the outside may look at it. */
export type Sent = {
  index: number;
  atMs: number;
  place: Place;
  routeId: string;
  probabilityPpm: number;
  /** Whether it really arrived within the deadline of its class. */
  success: boolean;
  /** What it was charged. */
  costMicros: number;
  draw: number;
};

/** Runs a world second by second. `onSecond` is called after the traffic of each, `onSent` after each message. */
export function runWorld(
  world: World,
  look: {
    onSent?: (sent: Sent, brain: Brain, carriers: readonly Truth[]) => void;
    onSecond?: (second: number, brain: Brain, carriers: readonly Truth[]) => void;
  },
): Brain {
  const carriers = world.carriers.map((truth) => ({ ...truth }));
  const brain = openBrain(carriers, {
    seed: world.seed,
    explorePpm: world.explorePpm ?? 20_000,
    learns: world.learns ?? true,
    keepSteps: world.keepSteps,
    weightsAt: world.weightsAt,
  });
  const random = createRandom(`world ${world.seed}`);
  const later = new Map<number, (() => void)[]>();
  const at = (ms: number, happen: () => void) => {
    const second = Math.ceil(ms / 1000);
    const list = later.get(second);
    if (list === undefined) later.set(second, [happen]);
    else list.push(happen);
  };
  let index = 0;
  for (let second = 0; second < world.seconds; second += 1) {
    const nowMs = second * 1000;
    for (const turn of world.turns ?? []) {
      if (turn.atSecond === second)
        Object.assign(carriers.find(({ routeId }) => routeId === turn.routeId) as Truth, turn.change);
    }
    for (const happen of later.get(second) ?? []) happen();
    later.delete(second);
    const { deadFrom } = world;
    const dead =
      deadFrom !== undefined && second >= deadFrom.atSecond && second < deadFrom.untilSecond ? deadFrom.share : 0;
    for (let turn = 0; turn < world.perSecond; turn += 1) {
      const atMs = nowMs + Math.floor((turn * 1000) / world.perSecond);
      const place = drawPlace(random);
      const draw = drawOf(`${world.seed}-${index}`, 1);
      const chosen = pickRoute(brain.planAt(place), draw);
      index += 1;
      if (chosen === null) continue;
      const truth = carriers.find(({ routeId }) => routeId === chosen.routeId) as Truth;
      const fate = drawFate(random, truth, place, dead);
      tell(brain, { truth, place, fate, atMs, at });
      const deadlineMs = OBJECTIVES[place.class].deadlineMs ?? Number.POSITIVE_INFINITY;
      look.onSent?.(
        {
          index,
          atMs,
          place,
          routeId: truth.routeId,
          probabilityPpm: chosen.probabilityPpm,
          success: fate.arrives && fate.latencyMs <= deadlineMs,
          costMicros: fate.answer === 'accepted' ? truth.priceMicros : 0,
          draw,
        },
        brain,
        carriers,
      );
    }
    brain.stepBreakers(nowMs + 1000);
    if (second > 0 && second % LEARN_EVERY_SECONDS === 0) brain.learn(nowMs + 1000);
    look.onSecond?.(second, brain, carriers);
  }
  return brain;
}

function drawPlace(random: Random): Place {
  const countries = Object.keys(COUNTRIES);
  const country = countries[random.uint32() % countries.length] as string;
  const networks = COUNTRIES[country] as readonly string[];
  const network = networks[random.uint32() % networks.length] as string;
  let left = random.unit();
  for (const [trafficClass, share] of MIX) {
    left -= share;
    if (left <= 0) return { country, network, class: trafficClass };
  }
  return { country, network, class: 'marketing' };
}

type Fate = {
  answer: 'accepted' | 'refused' | 'none';
  dead: boolean;
  arrives: boolean;
  latencyMs: number;
  receipt: 'delivered' | 'failed' | 'dead' | 'none';
  receiptMs: number;
  reactsMs: number | null;
};

/** What becomes of one message. Every value is drawn whether it is used or not, so that worlds which differ in one thing stay alike in the rest. */
function drawFate(random: Random, truth: Truth, place: Place, deadShare: number): Fate {
  const [isDead, refused, forged, lucky, lost, garbled, silent, reacts] = Array.from({ length: 8 }, () =>
    random.unit(),
  ) as [number, number, number, number, number, number, number, number];
  const latencyMs = drawLatencyMs(random, truth);
  const receiptMs = drawReceiptDelayMs(random);
  const humanMs = HUMAN_MEDIAN_MS * Math.exp(0.7 * random.normal());
  const dead = isDead < deadShare;
  const answer = truth.hangs ? 'none' : refused < truth.refuses ? 'refused' : 'accepted';
  const carried = answer === 'accepted' && forged >= truth.forges;
  const odds = arrivalOf({ ...truth, refuses: 0, forges: 0 }, place.country, place.network, place.class);
  const arrives = carried && !dead && lucky < odds;
  const honest = arrives ? 'delivered' : dead ? 'dead' : silent < 0.3 ? 'none' : 'failed';
  const flipped =
    garbled < truth.garbles && honest !== 'none' ? (honest === 'delivered' ? 'failed' : 'delivered') : honest;
  const receipt = answer === 'accepted' && !carried ? 'delivered' : lost < truth.loses ? 'none' : flipped;
  return {
    answer,
    dead,
    arrives,
    latencyMs,
    receipt: answer === 'accepted' ? receipt : 'none',
    receiptMs: answer === 'accepted' && !carried ? 100 + 200 * garbled : Math.max(receiptMs, latencyMs),
    reactsMs: arrives && place.class === 'otp' && reacts < ENTERS ? latencyMs + humanMs : null,
  };
}

/** Tells the brain what its own systems would learn, when they would. */
function tell(
  brain: Brain,
  {
    truth,
    place,
    fate,
    atMs,
    at,
  }: { truth: Truth; place: Place; fate: Fate; atMs: number; at: (ms: number, happen: () => void) => void },
): void {
  const cell: SignalCell = { routeId: truth.routeId, country: place.country, network: null, class: place.class };
  const { book } = brain;
  const accept = () => {
    book.add(cell, atMs, 'accepted');
    book.add(cell, atMs, 'parts');
    book.add(cell, atMs, 'costMicros', truth.priceMicros);
    if (place.class === 'otp') book.add(cell, atMs, 'expectant');
  };
  brain.see(truth.routeId, place.country, { sent: 1 });
  if (fate.answer === 'none') {
    at(atMs + OVERDUE_MS, () => brain.see(truth.routeId, place.country, { faultMilli: 1000 }));
    at(atMs + LOST_MS, accept);
    at(atMs + CLOSE_AFTER_MS, () => {
      book.add(cell, atMs, 'resolved');
      book.add(cell, atMs, 'silent');
    });
    return;
  }
  at(atMs + ANSWER_MS, () => {
    const isFault = fate.answer === 'refused';
    brain.see(truth.routeId, place.country, isFault ? { faultMilli: 1000 } : { good: 1 });
    if (isFault) {
      book.add(cell, atMs, 'refusedMilli', 1000);
      return;
    }
    accept();
  });
  if (fate.answer === 'refused') return;
  const isHasty = place.class === 'otp' && fate.receipt === 'delivered' && fate.receiptMs < HASTY_RECEIPT_MS;
  at(atMs + (fate.receipt === 'none' ? CLOSE_AFTER_MS : Math.max(fate.receiptMs, ANSWER_MS)), () => {
    book.add(cell, atMs, 'resolved');
    if (fate.receipt === 'none') book.add(cell, atMs, 'silent');
    else if (fate.receipt === 'delivered') {
      book.add(cell, atMs, 'delivered');
      book.time(cell, atMs, 'deliveredAfter', fate.receiptMs);
      if (isHasty) book.add(cell, atMs, 'hasty');
    } else {
      book.add(cell, atMs, 'failed');
      book.time(cell, atMs, 'failedAfter', fate.receiptMs);
      if (fate.receipt === 'failed') book.add(cell, atMs, 'failedMilli', 1000);
    }
  });
  if (fate.reactsMs !== null) {
    const reactsMs = fate.reactsMs;
    at(atMs + reactsMs, () => {
      book.add(cell, atMs, 'converted');
      if (isHasty) book.add(cell, atMs, 'hastyConverted');
      book.time(cell, atMs, 'provenAfter', Math.max(500, reactsMs - HUMAN_MEDIAN_MS));
    });
  }
}
