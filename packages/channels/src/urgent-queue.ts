/** A queue, first in first out, in which urgent items stand before all others. Amortised O(1), no allocation per item beyond the slot. */
export class UrgentQueue<T> {
  #urgent: Lane<T> = { items: [], head: 0 };
  #normal: Lane<T> = { items: [], head: 0 };

  /** Number of items waiting. */
  get length(): number {
    return this.#urgent.items.length - this.#urgent.head + this.#normal.items.length - this.#normal.head;
  }

  /** Adds an item at the end of its class. */
  push(item: T, urgent: boolean): void {
    (urgent ? this.#urgent : this.#normal).items.push(item);
  }

  /** Puts an item back at the front of its class: it had its turn and could not go. */
  putBack(item: T, urgent: boolean): void {
    const lane = urgent ? this.#urgent : this.#normal;
    if (lane.head > 0) lane.items[--lane.head] = item;
    else lane.items.unshift(item);
  }

  /** Takes the next item: the oldest urgent one, else the oldest. */
  shift(): T | undefined {
    return takeFrom(this.#urgent) ?? takeFrom(this.#normal);
  }

  /** Takes everything, in the order of shift. */
  drain(): T[] {
    const all = [...this.#urgent.items.slice(this.#urgent.head), ...this.#normal.items.slice(this.#normal.head)];
    this.#urgent = { items: [], head: 0 };
    this.#normal = { items: [], head: 0 };
    return all;
  }
}

interface Lane<T> {
  items: T[];
  head: number;
}

function takeFrom<T>(lane: Lane<T>): T | undefined {
  if (lane.head === lane.items.length) return undefined;
  const item = lane.items[lane.head++];
  // Released slots are dropped in one move once they are the larger half.
  if (lane.head > 1024 && lane.head * 2 > lane.items.length) {
    lane.items = lane.items.slice(lane.head);
    lane.head = 0;
  }
  return item;
}
