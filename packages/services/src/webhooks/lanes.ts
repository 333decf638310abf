// How many tries an endpoint may have under way: more once it has shown that it answers, one at a time after it failed in a row.
const PROVEN_ROOM = 32;
const UNPROVEN_ROOM = 4;
// Tries under way at all; those younger than a second, and those that hang. Hanging ones cost a socket and nothing else. Neither those who
// have answered before nor those who have not can take all of the room for young ones: a crowd that hangs leaves the others theirs.
const FRESH_ROOM = 1024;
const FRESH_ROOMS = { proven: FRESH_ROOM - 128, unproven: FRESH_ROOM / 2 } as const;
const TOTAL_ROOM = 4096;
// However many hang that never answered, those that do answer have their room for young ones.
const TOTAL_ROOMS = { proven: TOTAL_ROOM, unproven: TOTAL_ROOM - FRESH_ROOM } as const;
const UNKNOWN_PACKET = 500;
// A claim costs a trip to the database: of a quick endpoint what it sends in some milliseconds is claimed ahead.
const AHEAD = 512;
// Requests that carry many events take as long each as many of one: what is claimed of them is bounded by what it weighs.
const AHEAD_TOGETHER = 2 * PROVEN_ROOM;
const MOST_PACKETS = 64;
// The breaker: opened by failures in a row, for longer each time the one try it lets through fails too.
const OPEN_AFTER = 3;
const OPEN_MS = 10_000;
const LONGEST_OPEN_MS = 300_000;
const LONGEST_PAUSE_MS = 300_000;

const KINDS = ['proven', 'unproven'] as const;

interface Lane {
  /** Something may be due. */
  hot: boolean;
  /** When it was last woken, on the counter of wake-ups. */
  woken: number;
  /** Somebody waits for the next try. */
  probed: boolean;
  /** Requests that are claimed and not begun; how many of them can begin now. */
  stock: number;
  ready: number;
  /** Requests of a packet, as the last claim had them. */
  packetSize: number;
  /** How many to have here while it is quick. */
  ahead: number;
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
  /** As it was begun. */
  proven: boolean;
  slow: boolean;
  ok: boolean;
  /** How long the endpoint asked to be left alone. */
  pauseMs: number;
}

/** Shares what one worker can have under way between endpoints, so that none that hangs or fails takes the room of the others. Times on a monotonic clock in milliseconds. */
export interface Lanes {
  wake(numbers: readonly number[]): void;
  /** Somebody waits for the next try: an endpoint that is left alone or whose breaker is open is tried now, once. */
  probe(number: number): void;
  /** How many packets of each endpoint to claim now; empty when there is nothing to do. */
  share(nowMs: number, isLive: (number: number) => boolean): { rooms: Map<number, number>; mark: number };
  /** The packets that were claimed of a share. An endpoint that gave less than its room has nothing more due, unless it was woken since. */
  took(
    share: { rooms: ReadonlyMap<number, number>; mark: number },
    claimed: readonly { endpoint: number; posts: number; together: boolean }[],
  ): void;
  /** What an endpoint has waiting here: requests in all, and those that can begin. */
  stocked(number: number, stock: number, ready: number, nowMs: number): void;
  /** The endpoint whose next request may begin now, each in its turn; undefined when none may. */
  next(): number | undefined;
  /** A request to an endpoint begins. */
  begin(number: number, nowMs: number): { proven: boolean };
  /** Whether an endpoint answers, and quickly. */
  isQuick(number: number): boolean;
  /** Whether more of an endpoint should be claimed now. */
  isLow(number: number, nowMs: number): boolean;
  /** A try has been under way for long: it gives its place among the young ones back. */
  slowed(number: number, proven: boolean): void;
  ended(number: number, end: TryEnd, nowMs: number): void;
  /** True when an endpoint may not be sent anything now, whatever is under way. */
  isShut(number: number, nowMs: number): boolean;
  /** Lets those begin whose breaker or pause has ended. */
  look(nowMs: number): void;
  /** Forgets endpoints that are no more. */
  keepOnly(isLive: (number: number) => boolean): void;
  inFlight(): number;
}

/** Builds the lanes of one worker. */
export function createLanes(): Lanes {
  const lanes = new Map<number, Lane>();
  // Those that may begin one now, the one that waited longest first. Who has answered before and who has not stand in lines of their own.
  const lines = { proven: new Set<number>(), unproven: new Set<number>() };
  const fresh = { proven: 0, unproven: 0 };
  const total = { proven: 0, unproven: 0 };
  let wakes = 0;

  function line(number: number, lane: Lane, nowMs: number): void {
    const [own, other] = lane.proven ? [lines.proven, lines.unproven] : [lines.unproven, lines.proven];
    other.delete(number);
    if (lane.ready > 0 && placesOf(lane, nowMs) > 0) own.add(number);
    else own.delete(number);
  }

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
      lane.probed = true;
      lane.openUntilMs = 0;
      lane.pausedUntilMs = 0;
    },
    share(nowMs, isLive) {
      const rooms = new Map<number, number>();
      for (const [number, lane] of lanes) {
        const packets = lane.hot ? packetsFor(lane, nowMs) : 0;
        if (packets > 0 && isLive(number)) rooms.set(number, packets);
      }
      return { rooms, mark: wakes };
    },
    took({ rooms, mark }, claimed) {
      const packetsOf = Map.groupBy(claimed, ({ endpoint }) => endpoint);
      for (const [number, room] of rooms) {
        const lane = lanes.get(number);
        if (lane === undefined) continue;
        const packets = packetsOf.get(number) ?? [];
        lane.probed = false;
        if (packets.length < room && lane.woken <= mark) lane.hot = false;
        if (packets.length === 0) continue;
        lane.packetSize = packets.reduce((sum, { posts }) => sum + posts, 0) / packets.length;
        lane.ahead = packets.some(({ together }) => together) ? AHEAD_TOGETHER : AHEAD;
      }
    },
    stocked(number, stock, ready, nowMs) {
      const lane = lanes.get(number);
      if (lane === undefined) return;
      lane.stock = stock;
      lane.ready = ready;
      line(number, lane, nowMs);
    },
    next() {
      if (fresh.proven + fresh.unproven >= FRESH_ROOM || total.proven + total.unproven >= TOTAL_ROOM) return undefined;
      for (const kind of KINDS) {
        if (fresh[kind] >= FRESH_ROOMS[kind] || total[kind] >= TOTAL_ROOMS[kind]) continue;
        for (const number of lines[kind]) return number;
      }
      return undefined;
    },
    begin(number, nowMs) {
      const lane = lanes.get(number) ?? openLane();
      lanes.set(number, lane);
      const kind = lane.proven ? 'proven' : 'unproven';
      lane.inFlight += 1;
      lane.stock -= 1;
      lane.ready -= 1;
      total[kind] += 1;
      fresh[kind] += 1;
      // To the end of the line.
      lines[kind].delete(number);
      line(number, lane, nowMs);
      return { proven: lane.proven };
    },
    isQuick(number) {
      const lane = lanes.get(number);
      return lane !== undefined && isQuick(lane);
    },
    isLow(number, nowMs) {
      const lane = lanes.get(number);
      return lane?.hot === true && packetsFor(lane, nowMs) > 0;
    },
    slowed(number, proven) {
      fresh[proven ? 'proven' : 'unproven'] -= 1;
      const lane = lanes.get(number);
      if (lane === undefined) return;
      lane.slow += 1;
    },
    ended(number, { proven, slow, ok, pauseMs }, nowMs) {
      const kind = proven ? 'proven' : 'unproven';
      total[kind] -= 1;
      if (!slow) fresh[kind] -= 1;
      const lane = lanes.get(number);
      if (lane === undefined) return;
      lane.inFlight -= 1;
      if (slow) lane.slow -= 1;
      if (pauseMs > 0) lane.pausedUntilMs = nowMs + Math.min(pauseMs, LONGEST_PAUSE_MS);
      if (ok) succeed(lane);
      else fail(lane, nowMs);
      line(number, lane, nowMs);
    },
    isShut(number, nowMs) {
      const lane = lanes.get(number);
      return lane !== undefined && (nowMs < lane.openUntilMs || nowMs < lane.pausedUntilMs);
    },
    look(nowMs) {
      for (const [number, lane] of lanes) line(number, lane, nowMs);
    },
    keepOnly(isLive) {
      for (const [number, lane] of lanes) {
        if (lane.inFlight > 0 || lane.stock > 0 || isLive(number)) continue;
        lanes.delete(number);
        lines.proven.delete(number);
        lines.unproven.delete(number);
      }
    },
    inFlight: () => total.proven + total.unproven,
  };
}

const openLane = (): Lane => ({
  hot: false,
  woken: 0,
  probed: false,
  stock: 0,
  ready: 0,
  packetSize: UNKNOWN_PACKET,
  ahead: AHEAD,
  inFlight: 0,
  slow: 0,
  failures: 0,
  proven: false,
  openUntilMs: 0,
  pausedUntilMs: 0,
});

const isQuick = (lane: Lane): boolean => lane.proven && lane.slow === 0;

/** How many tries an endpoint may begin now. */
function placesOf(lane: Lane, nowMs: number): number {
  if (nowMs < lane.openUntilMs || nowMs < lane.pausedUntilMs) return 0;
  if (lane.failures >= OPEN_AFTER) return lane.inFlight === 0 ? 1 : 0;
  // One that hangs now and then keeps a little room beside what hangs; one that hangs always soon fills it.
  const room = isQuick(lane) ? PROVEN_ROOM : UNPROVEN_ROOM;
  return Math.max(0, room - lane.inFlight);
}

/** How many packets of an endpoint to claim now: of one that answers enough for some milliseconds, of others what they may begin. */
function packetsFor(lane: Lane, nowMs: number): number {
  const quick = isQuick(lane);
  const wanted = quick ? lane.ahead - lane.stock : placesOf(lane, nowMs);
  if (quick ? wanted < lane.ahead / 2 : lane.stock > 0) return lane.probed ? 1 : 0;
  return Math.min(MOST_PACKETS, Math.ceil(wanted / lane.packetSize));
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
