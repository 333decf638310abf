import type { HeldDue, ReadyEvent, ReadyPost } from './delivery.ts';
import { groupOf } from './group-body.ts';
import type { KeptEvents } from './kept-events.ts';

/** What a worker has claimed and not begun, by endpoint, with the events of what is sent next. */
export interface Shelves {
  add(dues: readonly HeldDue[]): void;
  /** Requests to an endpoint that have not begun, and those of them that can. */
  countOf(endpoint: number): { stock: number; ready: number };
  /** Whether more of what an endpoint has here should be made ready. */
  isLow(endpoint: number, isQuick: boolean): boolean;
  /** The next request to an endpoint, left where it is; undefined when none is ready. */
  peek(endpoint: number): ReadyPost | undefined;
  /** Takes the request that `peek` shows. */
  take(endpoint: number): void;
  /** Takes down all of an endpoint that has not begun; it is the `rest` of what is returned. */
  clear(endpoint: number): HeldDue[];
  /** Endpoints that hold something claimed before this time. */
  olderThan(claimedMs: number): number[];
  endpoints(): number[];
  /**
   * Reads the events of what is sent next where it runs low, with one question for all endpoints. Returns those that have more ready now, and
   * claims of which nothing is left because the events are past their time.
   */
  load(isQuick: (endpoint: number) => boolean): Promise<{ endpoints: number[]; empty: HeldDue[] }>;
}

interface Shelf {
  /** Claims with deliveries that are not ready yet, oldest first. */
  dues: HeldDue[];
  ready: ReadyPost[];
  /** Of `ready`, how many are taken. */
  taken: number;
  /** Events of those that are ready and not taken. */
  readyEvents: number;
  stock: number;
}

/** Deliveries of a claim that are made ready now: from one index of its places to another. */
interface Stretch {
  due: HeldDue;
  from: number;
  to: number;
}

// How many deliveries are made ready together: of an endpoint that answers enough to bridge the time that reading takes.
const QUICK_WINDOW = 512;
const OTHER_WINDOW = 8;
const windowOf = (isQuick: boolean): number => (isQuick ? QUICK_WINDOW : OTHER_WINDOW);
const MOST_READ = 2000;
// Of all endpoints together: what bounds the memory when there are many.
const MOST_READY = 2048;

/** Builds the shelves of one worker. */
export function createShelves(events: KeptEvents): Shelves {
  const shelves = new Map<number, Shelf>();

  return {
    add(dues) {
      for (const due of dues) {
        const shelf = shelves.get(due.endpoint) ?? { dues: [], ready: [], taken: 0, readyEvents: 0, stock: 0 };
        shelves.set(due.endpoint, shelf);
        if (due.origin === 'test') shelf.dues.unshift(due);
        else shelf.dues.push(due);
        shelf.stock += postsOf(due);
      }
    },
    countOf(endpoint) {
      const shelf = shelves.get(endpoint);
      return shelf === undefined
        ? { stock: 0, ready: 0 }
        : { stock: shelf.stock, ready: shelf.ready.length - shelf.taken };
    },
    isLow(endpoint, isQuick) {
      const shelf = shelves.get(endpoint);
      if (shelf === undefined) return false;
      return shelf.dues.length > 0 && shelf.readyEvents < windowOf(isQuick) / 2;
    },
    peek(endpoint) {
      const shelf = shelves.get(endpoint);
      return shelf?.ready[shelf.taken];
    },
    take(endpoint) {
      const shelf = shelves.get(endpoint);
      if (shelf === undefined) return;
      shelf.readyEvents -= shelf.ready[shelf.taken]?.places.length ?? 0;
      shelf.taken += 1;
      shelf.stock -= 1;
      if (shelf.taken >= QUICK_WINDOW) {
        shelf.ready.splice(0, shelf.taken);
        shelf.taken = 0;
      }
      if (shelf.stock === 0) shelves.delete(endpoint);
    },
    clear(endpoint) {
      const shelf = shelves.get(endpoint);
      shelves.delete(endpoint);
      return shelf === undefined ? [] : clearShelf(shelf);
    },
    olderThan(claimedMs) {
      const isOld = (due: HeldDue | undefined) => due !== undefined && due.claimedMs < claimedMs;
      return [...shelves]
        .filter(([, shelf]) => isOld(shelf.ready[shelf.taken]?.due) || isOld(shelf.dues[0]))
        .map(([endpoint]) => endpoint);
    },
    endpoints: () => [...shelves.keys()],
    async load(isQuick) {
      const most = Math.max(OTHER_WINDOW, Math.floor(MOST_READY / Math.max(1, shelves.size)));
      const wants = [...shelves].flatMap(([endpoint, shelf]) => {
        const stretches = stretchesOf(shelf, Math.min(most, windowOf(isQuick(endpoint))));
        return stretches.length === 0 ? [] : [{ endpoint, shelf, stretches }];
      });
      const missing = new Set<string>();
      for (const { stretches } of wants) for (const stretch of stretches) addMissing(missing, stretch, events);
      if (missing.size > 0) await events.fetch([...missing]);
      const empty = wants.flatMap(({ shelf, stretches }) =>
        stretches.filter((stretch) => makeReady(shelf, stretch, events)).map(({ due }) => due),
      );
      for (const { endpoint, shelf } of wants)
        if (shelf.stock === 0 && shelves.get(endpoint) === shelf) shelves.delete(endpoint);
      return { endpoints: wants.map(({ endpoint }) => endpoint), empty };
    },
  };
}

/** What a shelf needs to have its window full. A test does not wait for that: somebody looks whether it comes. */
function stretchesOf(shelf: Shelf, window: number): Stretch[] {
  const free = window - shelf.readyEvents;
  const urgent = shelf.dues[0]?.origin === 'test';
  if (free < window / 2 && !urgent) return [];
  const stretches: Stretch[] = [];
  let wanted = Math.max(free, urgent ? 1 : 0);
  for (const due of shelf.dues) {
    if (wanted === 0) break;
    const to = due.together ? due.places.length : Math.min(due.places.length, due.shelved + wanted);
    stretches.push({ due, from: due.shelved, to });
    wanted = Math.max(0, wanted - (to - due.shelved));
  }
  return stretches;
}

function addMissing(missing: Set<string>, { due, from, to }: Stretch, events: KeptEvents): void {
  for (let index = from; index < to && missing.size < MOST_READ; index += 1) {
    const id = due.eventIds[index] as string;
    if (events.get(id) === undefined) missing.add(id);
  }
}

/** Makes a stretch ready as far as its events are known. True when nothing is left of its claim. */
function makeReady(shelf: Shelf, { due, from, to }: Stretch, events: KeptEvents): boolean {
  const before = due.left;
  if (due.together) makeGroupReady(shelf, due, events);
  else makeEachReady(shelf, { due, from, to }, events);
  while (shelf.dues[0] !== undefined && shelf.dues[0].shelved === shelf.dues[0].places.length) shelf.dues.shift();
  return due.left === 0 && before > 0;
}

function makeEachReady(shelf: Shelf, { due, from, to }: Stretch, events: KeptEvents): void {
  for (let index = from; index < to; index += 1) {
    const event = events.get(due.eventIds[index] as string);
    // Not read, or taken down while the events were read.
    if (event === undefined || due.rest !== null || due.shelved !== index) break;
    due.shelved += 1;
    if (event === null) {
      shelf.stock -= 1;
      due.left -= 1;
      continue;
    }
    putReady(shelf, { due, places: [due.places[index] as number], events: [event], sent: event });
  }
}

/** One request for all of a claim, once all of its events are known. */
function makeGroupReady(shelf: Shelf, due: HeldDue, kept: KeptEvents): void {
  if (due.rest !== null || due.shelved > 0) return;
  const places: number[] = [];
  const events: ReadyEvent[] = [];
  for (const [index, place] of due.places.entries()) {
    const event = kept.get(due.eventIds[index] as string);
    if (event === undefined) return;
    if (event === null) continue;
    places.push(place);
    events.push(event);
  }
  due.shelved = due.places.length;
  due.left = places.length;
  if (places.length === 0) shelf.stock -= 1;
  else putReady(shelf, { due, places, events, sent: groupOf(due.packet, events) });
}

/** A test goes first: somebody looks whether it comes. */
function putReady(shelf: Shelf, post: ReadyPost): void {
  shelf.readyEvents += post.places.length;
  if (post.due.origin === 'test') shelf.ready.splice(shelf.taken, 0, post);
  else shelf.ready.push(post);
}

/** How many requests carry what is left of a claim. */
export const postsOf = ({ together, places }: Pick<HeldDue, 'together' | 'places'>): number =>
  together ? Math.min(1, places.length) : places.length;

function clearShelf(shelf: Shelf): HeldDue[] {
  const cleared = new Set<HeldDue>();
  const restOf = (due: HeldDue): number[] => {
    cleared.add(due);
    due.rest ??= [];
    return due.rest;
  };
  for (const { due, places } of shelf.ready.slice(shelf.taken)) restOf(due).push(...places);
  for (const due of shelf.dues) restOf(due).push(...due.places.slice(due.shelved));
  return [...cleared];
}
