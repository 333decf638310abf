import type { Link } from './smpp-link.ts';
import type { Fields } from './smpp-wire.ts';

const MAX_WAITING = 500_000;
const ANSWER_TIMEOUT_MS = 30_000;
const WATCH_EVERY_MS = 5000;
const RETRY_MS = 2000;
const MAX_TRIES = 20;
/** Answers to deliver_sm after which a carrier tries again (Vonage names these); any other error is final. */
const temporary = new Set([0x08, 0x14, 0x45, 0x58, 0x64, 0x67, 0xfe, 0xff]);

interface Delivery {
  fields: Fields;
  /** The moment it is written, once per try. */
  onSent: () => void;
  onAnswer: (status: number) => void;
  tries: number;
}

export interface DeliverDesk {
  hand(delivery: Omit<Delivery, 'tries'>): void;
  /** To be called when a receiver binds. */
  pump(): void;
  /** Deliveries without a final answer yet, those included that are sent again later. */
  readonly waiting: number;
  readonly dropped: number;
}

/**
 * Everything on its way to one customer: kept while no receiver is bound, at most `window` unanswered at a time, sent
 * again when the connection ended before the answer or the answer asked for it.
 */
export function createDeliverDesk(options: {
  receivers: () => Link[];
  window: () => number;
  later: (ms: number, run: () => void) => void;
}): DeliverDesk {
  let queue: (Delivery | undefined)[] = [];
  let head = 0;
  /** What ends each delivery that was written, by the time it was written, oldest first. */
  const unanswered = new Map<(status: number | null) => void, number>();
  let watching = false;
  let turn = 0;
  let dropped = 0;
  let putOff = 0;

  const pump = () => {
    while (head < queue.length && unanswered.size < options.window()) {
      const receivers = options.receivers();
      const receiver = receivers[turn % Math.max(1, receivers.length)];
      if (receiver === undefined) return;
      turn += 1;
      const delivery = queue[head];
      queue[head] = undefined;
      head += 1;
      if (head > 1000 && head * 2 > queue.length) {
        queue = queue.slice(head);
        head = 0;
      }
      if (delivery) send(receiver, delivery);
    }
  };
  const put = (delivery: Delivery) => {
    if (queue.length - head >= MAX_WAITING) {
      dropped += 1;
      return;
    }
    queue.push(delivery);
    pump();
  };
  const again = (delivery: Delivery, ms: number) => {
    if (delivery.tries >= MAX_TRIES) dropped += 1;
    else if (ms === 0) put(delivery);
    else {
      putOff += 1;
      options.later(ms, () => {
        putOff -= 1;
        put(delivery);
      });
    }
  };
  // One timer for all: a timer per delivery would hold each of them for its full time.
  const watch = () => {
    const expired = Date.now() - ANSWER_TIMEOUT_MS;
    for (const [settle, sentAt] of unanswered) {
      if (sentAt > expired) break;
      settle(null);
    }
    watching = unanswered.size > 0;
    if (watching) options.later(WATCH_EVERY_MS, watch);
  };
  const send = (receiver: Link, delivery: Delivery) => {
    delivery.tries += 1;
    const settle = (status: number | null) => {
      if (!unanswered.delete(settle)) return;
      if (status === null) again(delivery, 0);
      else {
        delivery.onAnswer(status);
        if (temporary.has(status)) again(delivery, RETRY_MS);
      }
      pump();
    };
    unanswered.set(settle, Date.now());
    if (!watching) {
      watching = true;
      options.later(WATCH_EVERY_MS, watch);
    }
    receiver.request('deliver_sm', delivery.fields, settle);
    delivery.onSent();
  };

  return {
    hand: (delivery) => put({ ...delivery, tries: 0 }),
    pump,
    get waiting() {
      return queue.length - head + unanswered.size + putOff;
    },
    get dropped() {
      return dropped;
    },
  };
}
