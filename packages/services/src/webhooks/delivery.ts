import type { TryVerdict } from '@signalbox/core';
import type { ClaimedDue, WebhookRow } from '@signalbox/db';

/** What a worker has claimed, and how far it came with it. */
export interface HeldDue extends ClaimedDue {
  /** On a monotonic clock in milliseconds. */
  claimedMs: number;
  /** In [0, 1): makes the jitter of what follows a failure. */
  draw: number;
  /** How many of the deliveries are on their way to be sent. */
  shelved: number;
  /** Tries that have begun and are not recorded yet. */
  open: number;
  /** Deliveries that nothing has come of yet. */
  left: number;
  /** Places this worker will not send any more: given back as soon as no try is open. */
  rest: number[] | null;
}

/** An event as it is sent. */
export interface ReadyEvent {
  id: string;
  /** As every try at every endpoint names it. */
  publicId: string;
  type: string;
  body: string;
}

/** Deliveries whose events are there and that one request carries: its try can begin. */
export interface ReadyPost {
  due: HeldDue;
  places: readonly number[];
  /** The event of each place. */
  events: readonly ReadyEvent[];
  /** What is sent: the event itself, or the group of them. */
  sent: Pick<ReadyEvent, 'publicId' | 'body'>;
}

/** A try under way. */
export interface Flight {
  post: ReadyPost;
  endpoint: WebhookRow;
  signature: string;
  /** On the monotonic clock, and since 1970. */
  startedMs: number;
  atMs: number;
  /** As its lane was when it began. */
  proven: boolean;
  slow: boolean;
}

/** How a try ended. The duration in milliseconds. */
export interface Ended {
  flight: Flight;
  verdict: TryVerdict;
  durationMs: number;
  status: number | null;
  detail: string | null;
  response: string | null;
}
