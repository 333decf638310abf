import type { MessageStateName } from './values.ts';

/** Data: keys seen in receipt texts, lower case with a space where some carriers write a space, some an underscore and some nothing. */
export const receiptKeys: Readonly<
  Record<string, 'id' | 'sub' | 'dlvrd' | 'submitDate' | 'doneDate' | 'stat' | 'err' | 'text'>
> = {
  id: 'id',
  'message id': 'id',
  messageid: 'id',
  msgid: 'id',
  sub: 'sub',
  dlvrd: 'dlvrd',
  'submit date': 'submitDate',
  submitdate: 'submitDate',
  'sub date': 'submitDate',
  subdate: 'submitDate',
  'done date': 'doneDate',
  donedate: 'doneDate',
  stat: 'stat',
  status: 'stat',
  state: 'stat',
  err: 'err',
  error: 'err',
  text: 'text',
};

/** Data: the first five letters of `stat` words (SMPP 3.4 Appendix B table B-2 and the spellings carriers use) and what they mean. */
export const receiptWords: Readonly<Record<string, MessageStateName>> = {
  SCHED: 'scheduled',
  ENROU: 'enroute',
  DELIV: 'delivered',
  EXPIR: 'expired',
  DELET: 'deleted',
  UNDEL: 'undeliverable',
  ACCEP: 'accepted',
  ACKED: 'accepted',
  BUFFE: 'enroute',
  UNKNO: 'unknown',
  REJEC: 'rejected',
  FAILE: 'undeliverable',
  SKIPP: 'skipped',
};
