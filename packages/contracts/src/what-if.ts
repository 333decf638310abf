import type { TrafficClass } from './words.ts';

/** Traffic that is routed by one set of weights. */
export interface Place {
  country: string | null;
  network: string | null;
  class: TrafficClass;
}

/**
 * Decisions of the past that had the same place and plan and fell on the same route: what a group-by over stored decisions gives. Only decisions whose outcome is
 * settled, first attempts alone.
 */
export interface LoggedGroup extends Place {
  routeId: string;
  /** The chance with which the plan chose this route, in millionths, above 0. */
  probabilityPpm: number;
  count: number;
  /** Those of them that were a success of their class. */
  successes: number;
  /** Sum of what they cost, and sum of the squares, in millionths of a unit. */
  costMicros: number;
  costSquares: number;
}

/** How a policy would share the traffic of one place. Shares in millionths that sum to a million. */
export interface PlaceShares extends Place {
  shares: readonly { routeId: string; ppm: number }[];
}

/** A figure with its 90 % interval. */
export interface Figured {
  value: number;
  low: number;
  high: number;
}

/**
 * What a change would have brought on that traffic, beside what it did bring. The interval holds the outcome in nine cases of ten, the luck of that traffic included. Refused
 * where history cannot tell: `never_tried` when the change sends more than a hundredth by routes that carried nothing there, `too_thin` when the decisions that speak for
 * it are worth fewer than the least number.
 */
export type WhatIfAnswer =
  | {
      kind: 'estimate';
      messages: number;
      /** How many decisions under the new policy the log is worth (Kish). */
      effective: number;
      /** Share of success in millionths, cost of a message and of a success in millionths of a unit. */
      success: Figured;
      cost: Figured;
      costPerSuccess: Figured;
      was: { successPpm: number; costMicros: number; costPerSuccessMicros: number };
    }
  | {
      kind: 'refused';
      reason: 'never_tried' | 'too_thin';
      messages: number;
      effective: number;
      /** Routes that are to carry traffic where they carried none, with the share of all traffic concerned, in millionths. */
      neverTried: readonly { routeId: string; ppm: number }[];
    };
