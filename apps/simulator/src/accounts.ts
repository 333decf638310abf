import {
  type HttpBehaviour,
  httpBehaviour,
  httpDefaults,
  type MailBehaviour,
  mailBehaviour,
  mailDefaults,
  mergeBehaviour,
  type SmppBehaviour,
  smppBehaviour,
  smppDefaults,
} from './behaviour.ts';
import type { CarrierCard, HttpCard, MailCard, SmppCard } from './carriers.ts';

interface Counters {
  submits: number;
  accepted: number;
  refused: number;
  swallowed: number;
  cut: number;
  receipts: number;
}

interface Account<Card, Behaviour> {
  card: Card;
  behaviour: Behaviour;
  counters: Counters;
  /** Counts one submit and tells whether it is above the rate. */
  overRate(perSecond: number | null): boolean;
}
export type SmppAccount = Account<SmppCard, SmppBehaviour>;
export type MailAccount = Account<MailCard, MailBehaviour>;
export type HttpAccount = Account<HttpCard, HttpBehaviour>;
export type AnyAccount = SmppAccount | MailAccount | HttpAccount;

/** One account per card, with the card's behaviour laid over that of a carrier without faults. */
export function openAccount(card: CarrierCard): AnyAccount {
  const base = { counters: emptyCounters(), overRate: createRateGate() };
  if (card.kind === 'smpp')
    return {
      ...base,
      card,
      behaviour: mergeBehaviour(smppBehaviour, smppDefaults, card.behaviour).data ?? smppDefaults,
    };
  if (card.kind === 'smtp')
    return {
      ...base,
      card,
      behaviour: mergeBehaviour(mailBehaviour, mailDefaults, card.behaviour).data ?? mailDefaults,
    };
  return { ...base, card, behaviour: mergeBehaviour(httpBehaviour, httpDefaults, card.behaviour).data ?? httpDefaults };
}

export function isSmpp(account: AnyAccount): account is SmppAccount {
  return account.card.kind === 'smpp';
}
export function isMail(account: AnyAccount): account is MailAccount {
  return account.card.kind === 'smtp';
}
export function isHttp(account: AnyAccount): account is HttpAccount {
  return account.card.kind === 'http';
}

function emptyCounters(): Counters {
  return { submits: 0, accepted: 0, refused: 0, swallowed: 0, cut: 0, receipts: 0 };
}

/** Counts per calendar second, as most carriers' licences do. */
function createRateGate() {
  let second = 0;
  let used = 0;
  return (perSecond: number | null) => {
    const now = Math.floor(Date.now() / 1000);
    if (now !== second) {
      second = now;
      used = 0;
    }
    if (perSecond !== null && used >= perSecond) return true;
    used += 1;
    return false;
  };
}
