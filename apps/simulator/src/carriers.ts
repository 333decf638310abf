import type { HttpBehaviour, MailBehaviour, Patch, SmppBehaviour } from './behaviour.ts';

interface Card {
  name: string;
  title: string;
}
export interface SmppCard extends Card {
  kind: 'smpp';
  /** SMPP allows 15 characters of system_id and 8 of password. */
  systemId: string;
  password: string;
  behaviour: Patch<SmppBehaviour>;
}
export interface MailCard extends Card {
  kind: 'smtp';
  user: string;
  password: string;
  behaviour: Patch<MailBehaviour>;
}
export interface HttpCard extends Card {
  kind: 'http';
  token: string;
  signingSecret: string;
  behaviour: Patch<HttpBehaviour>;
}
export type CarrierCard = SmppCard | MailCard | HttpCard;

/** The accounts this world knows. Credentials are public on purpose: nothing here reaches a real network. */
export const carrierCards: readonly CarrierCard[] = [
  {
    kind: 'smpp',
    name: 'aurora',
    title: 'Direct operator connection, tier 1: quick, honest receipts, decimal ids',
    systemId: 'aurora',
    password: 'secret01',
    behaviour: { latency_ms: { min: 4, max: 12 }, receipt: { delay_ms: { min: 80, max: 300 } } },
  },
  {
    kind: 'smpp',
    name: 'borealis',
    title: 'Aggregator: slower, answers ids in upper-case hex and reports them in decimal',
    systemId: 'borealis',
    password: 'secret02',
    behaviour: {
      latency_ms: { min: 15, max: 45 },
      receipt: { delay_ms: { min: 250, max: 900 } },
      receipt_form: 'text',
      id_form: 'hex_upper_response_decimal_receipt',
    },
  },
  {
    kind: 'smpp',
    name: 'cascade',
    title: 'Backup route: slow, receipts by parameters only, long ids',
    systemId: 'cascade',
    password: 'secret03',
    behaviour: {
      latency_ms: { min: 30, max: 90 },
      receipt: { delay_ms: { min: 400, max: 1500 } },
      receipt_form: 'tlv',
      id_form: 'uuid36',
    },
  },
  {
    kind: 'smpp',
    name: 'delta',
    title: 'Grey route: reports DELIVRD for everything at once',
    systemId: 'delta',
    password: 'secret04',
    behaviour: { latency_ms: { min: 10, max: 30 }, receipt: { forge: true } },
  },
  {
    kind: 'smtp',
    name: 'postbox',
    title: 'Mail server with inboxes',
    user: 'postbox',
    password: 'secret05',
    behaviour: {},
  },
  {
    kind: 'http',
    name: 'courier',
    title: 'SMS vendor with a JSON interface and signed receipts',
    token: 'courier-token-01',
    signingSecret: 'courier-signing-secret-01',
    behaviour: { latency_ms: { min: 10, max: 40 }, receipt: { delay_ms: { min: 200, max: 800 } } },
  },
];
