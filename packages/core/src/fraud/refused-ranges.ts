import type { NumberType } from '../audience/number-plan.ts';

/** A range no code is sent to, before anything is stored or spent. */
export interface RefusedRange {
  /** What is there, in the words of a sentence: "a premium-rate number". */
  what: string;
  /** Where that is written down. */
  source: string;
}

const PLANS = 'national numbering plans, as libphonenumber compiles them (its resources/PhoneNumberMetadata.xml)';

/** Kinds of line that are paid by who calls or texts them, or that no person holds in the hand. */
export const REFUSED_TYPES: Readonly<Partial<Record<NumberType, RefusedRange>>> = {
  premium_rate: { what: 'a premium-rate number', source: PLANS },
  shared_cost: { what: 'a shared-cost number', source: PLANS },
  toll_free: { what: 'a toll-free number', source: PLANS },
  // In the United Kingdom +44 70: billed like premium rate, and known for it (Ofcom, review of the 070 number range, 2018).
  personal_number: { what: 'a personal number that forwards at the cost of the sender', source: PLANS },
  pager: { what: 'a pager', source: PLANS },
  uan: { what: 'a company number', source: PLANS },
  voicemail: { what: 'a voicemail box', source: PLANS },
};

const ITU =
  'ITU-T, list of Recommendation E.164 assigned country codes, annex to Operational Bulletin 1114 (15.12.2016)';
const ITU_NETWORKS = `${ITU}, note on shared codes: identification codes of international networks`;

/** Codes of the world that lead to satellites and to international services, by the digits after "+"; the longest that fits counts. */
export const REFUSED_CODES: Readonly<Record<string, RefusedRange>> = {
  '870': { what: 'a satellite phone (Inmarsat)', source: ITU },
  '881': { what: 'a satellite phone (global mobile satellite system)', source: ITU },
  '882': { what: 'an international network, satellite or not', source: ITU_NETWORKS },
  '883': { what: 'an international network, satellite or not', source: ITU_NETWORKS },
  '878': { what: 'a universal personal number', source: ITU },
  '800': { what: 'an international freephone number', source: ITU },
  '808': { what: 'an international shared-cost number', source: ITU },
  '979': { what: 'an international premium-rate number', source: ITU },
  '888': { what: 'a number of disaster relief', source: ITU },
};
