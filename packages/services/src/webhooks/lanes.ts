// How many tries an endpoint may have under way: more once it has shown that it answers, one at a time after it failed in a row.
const PROVEN_ROOM = 32;
const UNPROVEN_ROOM = 4;
// A claim costs a trip to the database: of a quick endpoint half the places come free before more is claimed.
const WORTH_A_CLAIM = PROVEN_ROOM / 2;
// Tries under way at all; those younger than a second, and those that hang. Hanging ones cost a socket and nothing else.
const FRESH_ROOM = 256;
const TOTAL_ROOM = 4096;
// The breaker: opened by failures in a row, for longer each time the one try it lets through fails too.
const OPEN_AFTER = 3;
const OPEN_MS = 10_000;
const LONGEST_OPEN_MS = 300_000;
const LONGEST_PAUSE_MS = 300_000;

interface Lane {
  /** Something may be due. */
  hot: boolean;
  /** When it was last woken, on the counter of wake-ups. */
  woken: number;
  /** When it last got room, on the counter of rounds. */
  served: number;
  inFlight: number;
  /** Of those, the ones that have been under way for long. */
  slow: number;
  failures: number;
  proven: boolean;
  openUntilMs: number;
  pausedUntilMs: number;
}

/** How a try ended, as far as the next ones are concerned. */
export interface TryEnd {
  slow: boolean;
  /** Null when it was given back without a byte sent. */
  ok: boolean | null;
  /** How long the endpoint asked to be left alone. */
  pauseMs: number;
}

/** Shares what one worker can have under way between endpoints, so that none that hangs or fails takes the room of the others. Times on a monotonic clock in milliseconds. */
export interface Lanes {
  wake(numbers: readonly number[]): void;
  /** Somebody waits for the next try: an endpoint that is left alone or whose breaker is open is tried now, once. */
  probe(number: number): void;
  /** How many deliveries each endpoint may be given now, those that waited longest first; empty when there is nothing to do. */
  share(nowMs: number, isLive: (number: number) => boolean): { rooms: Map<number, number>; mark: number };
  /** What was claimed of a share. An endpoint that gave less than its room has nothing more due, unless it was woken since. */
  took(share: { rooms: ReadonlyMap<number, number>; mark: number }, claimed: readonly number[]): void;
  /** A try has been under way for long: it gives its place among the quick ones back. */
  slowed(number: number): void;
  ended(number: number, end: TryEnd, nowMs: number): void;
  /** Forgets endpoints that are no more. */
  keepOnly(isLive: (number: number) => boolean): void;
  inFlight(): number;
}

/** Builds the lanes of one worker. */
export function createLanes(): Lanes {
  const lanes = new Map<number, Lane>();
  let fresh = 0;
  let total = 0;
  let wakes = 0;
  let rounds = 0;

  return {
    wake(numbers) {
      wakes += 1;
      for (const number of numbers) {
        const lane = lanes.get(number) ?? openLane();
        lanes.set(number, lane);
        lane.hot = true;
        lane.woken = wakes;
      }
    },
    probe(number) {
      const lane = lanes.get(number);
      if (lane === undefined) return;
      lane.openUntilMs = 0;
      lane.pausedUntilMs = 0;
    },
    share(nowMs, isLive) {
      const rooms = new Map<number, number>();
      let left = Math.min(FRESH_ROOM - fresh, TOTAL_ROOM - total);
      if (left <= 0) return { rooms, mark: wakes };
      const ready = [...lanes]
        .filter(([number, lane]) => lane.hot && roomOf(lane, nowMs) > 0 && isLive(number))
        .sort(([, a], [, b]) => a.served - b.served);
      const each = Math.max(1, Math.floor(left / Math.max(1, ready.length)));
      rounds += 1;
      for (const [number, lane] of ready) {
        if (left === 0) break;
        const room = Math.min(roomOf(lane, nowMs), each, left);
        lane.served = rounds;
        rooms.set(number, room);
        left -= room;
      }
      return { rooms, mark: wakes };
    },
    took({ rooms, mark }, claimed) {
      const counts = new Map<number, number>();
      for (const number of claimed) counts.set(number, (counts.get(number) ?? 0) + 1);
      for (const [number, room] of rooms) {
        const lane = lanes.get(number);
        if (lane === undefined) continue;
        const count = counts.get(number) ?? 0;
        lane.inFlight += count;
        fresh += count;
        total += count;
        if (count < room && lane.woken <= mark) lane.hot = false;
      }
    },
    slowed(number) {
      const lane = lanes.get(number);
      if (lane === undefined) return;
      lane.slow += 1;
      fresh -= 1;
    },
    ended(number, { slow, ok, pauseMs }, nowMs) {
      const lane = lanes.get(number);
      if (lane === undefined) return;
      lane.inFlight -= 1;
      total -= 1;
      if (slow) lane.slow -= 1;
      else fresh -= 1;
      if (pauseMs > 0) lane.pausedUntilMs = nowMs + Math.min(pauseMs, LONGEST_PAUSE_MS);
      if (ok === true) succeed(lane);
      if (ok === false) fail(lane, nowMs);
    },
    keepOnly(isLive) {
      for (const [number, lane] of lanes) if (lane.inFlight === 0 && !isLive(number)) lanes.delete(number);
    },
    inFlight: () => total,
  };
}

const openLane = (): Lane => ({
  hot: false,
  woken: 0,
  served: 0,
  inFlight: 0,
  slow: 0,
  failures: 0,
  proven: false,
  openUntilMs: 0,
  pausedUntilMs: 0,
});

function roomOf(lane: Lane, nowMs: number): number {
  if (nowMs < lane.openUntilMs || nowMs < lane.pausedUntilMs) return 0;
  if (lane.failures >= OPEN_AFTER) return lane.inFlight === 0 ? 1 : 0;
  // One that hangs now and then keeps a little room beside what hangs; one that hangs always soon fills it.
  if (!lane.proven || lane.slow > 0) return Math.max(0, UNPROVEN_ROOM - lane.inFlight);
  const room = PROVEN_ROOM - lane.inFlight;
  return room >= WORTH_A_CLAIM ? room : 0;
}

function succeed(lane: Lane): void {
  lane.failures = 0;
  lane.openUntilMs = 0;
  lane.proven = true;
}

function fail(lane: Lane, nowMs: number): void {
  lane.proven = false;
  // Those that were under way when the breaker opened say nothing new.
  if (nowMs < lane.openUntilMs) return;
  lane.failures += 1;
  if (lane.failures < OPEN_AFTER) return;
  lane.openUntilMs = nowMs + Math.min(OPEN_MS * 2 ** (lane.failures - OPEN_AFTER), LONGEST_OPEN_MS);
}
