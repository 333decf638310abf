import type { PolicyFacts, SpendFact } from '@signalbox/contracts';
import { type SpendWindow, spendWindows } from '@signalbox/core';
import { addSpend, type SpendCounter, spendKey, type Transaction } from '@signalbox/db';
import type { FraudBook } from '../config/fraud-book.ts';
import type { GuardedCode, GuardPlace } from './guarded-code.ts';

/** Money that was reserved for a message. */
export interface Spent {
  messageId: string;
  counters: readonly SpendCounter[];
  amountMicros: number;
}

/**
 * Reserves what codes cost by the routes chosen for them, and notes in `facts` which limits granted it. Returns what was reserved. Nothing is
 * asked where codes may cost what they do.
 */
export async function reserveSpend(
  tx: Transaction,
  book: FraudBook,
  place: GuardPlace,
  codes: readonly GuardedCode[],
  facts: Map<string, PolicyFacts>,
): Promise<Spent[]> {
  const wishes = codes.flatMap((code) => {
    const windows = spendWindows(book.rules, code.message.country, place.nowMs);
    return windows.length === 0 ? [] : [{ code, windows }];
  });
  const counters = new Map<string, SpendCounter>();
  for (const { code, windows } of wishes) {
    for (const window of windows) {
      const counter = counterOf(code, window);
      counters.set(spendKey(counter), counter);
    }
  }
  // Locked and read first, then granted one code after the other: the last cent goes to one of them.
  const all = [...counters.values()];
  const used = await addSpend(
    tx,
    place,
    all,
    all.map(() => 0),
  );
  const spent: Spent[] = [];
  for (const { code, windows } of wishes) {
    const { amountMicros, isGranted, spend } = grant(code, windows, used);
    const known = facts.get(code.message.id) ?? code.facts;
    facts.set(code.message.id, { ...known, spend });
    if (!isGranted || amountMicros === 0) continue;
    const charged = windows.map((window) => counterOf(code, window));
    for (const counter of charged) used.set(spendKey(counter), (used.get(spendKey(counter)) ?? 0) + amountMicros);
    spent.push({ messageId: code.message.id, counters: charged, amountMicros });
  }
  await chargeSpend(tx, place, spent, 1);
  return spent;
}

const counterOf = ({ message }: GuardedCode, window: SpendWindow): SpendCounter => ({
  country: window.scope === 'country' ? (message.country ?? '') : '',
  currency: window.currency,
  windowSeconds: window.windowSeconds,
  windowStartMs: window.windowStartMs,
});

function grant(
  code: GuardedCode,
  windows: readonly SpendWindow[],
  used: ReadonlyMap<string, number>,
): { amountMicros: number; isGranted: boolean; spend: SpendFact } {
  const { priceMicros, currency, heldMicros } = code;
  // What an earlier turn reserved and did not spend is still there.
  const amountMicros = Math.max(0, priceMicros - heldMicros);
  const judged = windows.map((window) => {
    const usedMicros = used.get(spendKey(counterOf(code, window))) ?? 0;
    const granted = window.currency === currency && usedMicros + amountMicros <= window.limitMicros;
    return { ...window, usedMicros, granted };
  });
  const isGranted = judged.every(({ granted }) => granted);
  const limits = isGranted
    ? judged.map((limit) => ({ ...limit, usedMicros: limit.usedMicros + amountMicros }))
    : judged;
  return { amountMicros, isGranted, spend: { amountMicros: priceMicros, currency, limits } };
}

/** Charges, or gives back, the money of codes: one statement for all counters. */
export async function chargeSpend(
  tx: Transaction,
  place: GuardPlace,
  spent: readonly Spent[],
  sign: 1 | -1,
): Promise<void> {
  const sums = new Map<string, { counter: SpendCounter; micros: number }>();
  for (const { counters, amountMicros } of spent) {
    for (const counter of counters) {
      const sum = sums.get(spendKey(counter)) ?? { counter, micros: 0 };
      sums.set(spendKey(counter), { counter, micros: sum.micros + sign * amountMicros });
    }
  }
  const all = [...sums.values()];
  await addSpend(
    tx,
    place,
    all.map(({ counter }) => counter),
    all.map(({ micros }) => micros),
  );
}
