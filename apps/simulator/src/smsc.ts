import type { AddressInfo } from 'node:net';
import type { SmppAccount } from './accounts.ts';
import type { ReceiptStat } from './behaviour.ts';
import { messageStates, receiptFields } from './receipt-pdu.ts';
import { writeShortMessage } from './short-message.ts';
import { type BindMode, createLink, type Link } from './smpp-link.ts';
import { listenSmpp, type Pdu, type Session } from './smpp-wire.ts';
import { type Desk, openDesk, receiversOf, type SmscWorld } from './smsc-desk.ts';
import { takeSubmit } from './smsc-submit.ts';

const STATUS = {
  ok: 0,
  invalidCommand: 0x03,
  invalidBindState: 0x04,
  alreadyBound: 0x05,
  bindFail: 0x0d,
  wrongPassword: 0x0e,
  wrongSystemId: 0x0f,
  invalidMessageId: 0x0c,
} as const;
const BIND_TIMEOUT_MS = 10_000;
const ENQUIRE_EVERY_MS = 30_000;

export interface Smsc {
  readonly port: number;
  open(port: number, host: string): Promise<void>;
  close(): Promise<void>;
  binds(carrier: string): { id: string; mode: string; remote: string; submits: number; silent: boolean }[];
  waiting(carrier: string): number;
  /** Acts on what a behaviour change asks to happen now. */
  applied(carrier: string): void;
  misbehave(carrier: string, act: Misdeed): number;
  /** Sends a receipt for any id, given or not; false when no receiver is bound. */
  sendReceipt(carrier: string, receipt: StrayReceipt): boolean;
  /** Sends a phone's text to the customer; the number of parts, or null when no receiver is bound. */
  sendReply(carrier: string, reply: { from: string; to: string; text: string }): number | null;
}

/** A receipt that belongs to no submit of this run: an id of another day, another customer, or nobody. */
interface StrayReceipt {
  id: string;
  stat: ReceiptStat;
  err: string;
  from: string;
  to: string;
}

export const misdeeds = {
  unbind: 'asks every bind to unbind',
  unknown_command: 'sends a PDU with the unknown command_id 0x00000200',
  length_short: 'sends a PDU whose command_length is 12',
  length_long: 'sends a header that announces 2^31 octets',
  stray_response: 'answers a submit that was never made',
} as const;
type Misdeed = keyof typeof misdeeds;

const misdeedBytes: Record<Exclude<Misdeed, 'unbind'>, Buffer> = {
  unknown_command: Buffer.from('00000010000002000000000000000063', 'hex'),
  length_short: Buffer.from('0000000c000000150000000000000063', 'hex'),
  length_long: Buffer.from('80000000000000050000000000000063', 'hex'),
  stray_response: Buffer.from('00000015800000040000000070000001 78787878 00'.replaceAll(' ', ''), 'hex'),
};

/** The message centre: one listener, one account per system_id, on the npm package `smpp`. */
export function createSmsc(accounts: SmppAccount[], world: SmscWorld): Smsc {
  const desks = new Map(accounts.map((account) => [account.card.name, openDesk(account, world)]));
  const bySystemId = new Map([...desks.values()].map((desk) => [desk.account.card.systemId, desk]));
  const links = new Set<Link>();
  let server: ReturnType<typeof listenSmpp> | undefined;
  let watch: NodeJS.Timeout | undefined;
  let serial = 0;
  let replyRef = 0;

  const accept = (session: Session) => {
    serial += 1;
    let desk: Desk | undefined;
    const link = createLink({
      id: `smpp-${serial}`,
      session,
      drip: () => desk?.account.behaviour.drip ?? null,
      now: Date.now,
    });
    links.add(link);
    session.on('pdu', (pdu: Pdu) => {
      link.lastHeardAt = Date.now();
      try {
        if (link.mode === null && !desk) desk = bindOrRefuse(link, pdu, bySystemId);
        else if (desk) handlePdu(link, desk, pdu, world);
      } catch {
        // A PDU the library read but that makes no sense further on: a carrier drops the line, and stays up.
        link.cut();
      }
    });
    // The library is deaf after a PDU it could not read, so the connection is of no more use.
    session.on('error', () => link.cut());
    session.on('close', () => {
      links.delete(link);
      desk?.links.delete(link);
      link.lost();
    });
  };

  return {
    get port() {
      return (server?.address() as AddressInfo | null)?.port ?? 0;
    },
    open(port, host) {
      server = listenSmpp(accept);
      watch = setInterval(() => watchLinks(links), 1000).unref();
      return new Promise((resolve, reject) => {
        server?.once('error', reject);
        server?.listen(port, host, () => resolve());
      });
    },
    close() {
      clearInterval(watch);
      for (const link of links) link.cut();
      return new Promise((resolve) => {
        if (server?.listening) server.close(() => resolve());
        else resolve();
      });
    },
    binds(carrier) {
      const bound = [...(desks.get(carrier)?.links ?? [])];
      return bound.map(({ id, mode, remote, submits, silent }) => ({ id, mode: mode ?? '', remote, submits, silent }));
    },
    waiting: (carrier) => desks.get(carrier)?.deliver.waiting ?? 0,
    applied(carrier) {
      const desk = desks.get(carrier);
      if (!desk) return;
      const { link: rule, down } = desk.account.behaviour;
      if (rule.silence_now) for (const link of desk.links) link.silent = true;
      if (rule.cut_now || down) for (const link of desk.links) link.cut();
      desk.account.behaviour.link = { ...rule, silence_now: false, cut_now: false };
    },
    misbehave(carrier, act) {
      const bound = [...(desks.get(carrier)?.links ?? [])];
      for (const link of bound) {
        if (act === 'unbind') link.request('unbind', {}, () => link.end());
        else link.write(misdeedBytes[act]);
      }
      return bound.length;
    },
    sendReceipt(carrier, { id, stat, err, from, to }) {
      const desk = desks.get(carrier);
      if (!desk || receiversOf(desk).length === 0) return false;
      const now = new Date();
      const dialled = { address: from.replace(/\D/g, ''), ton: 1, npi: 1 };
      const sender = { address: to, ton: 5, npi: 0 };
      const times = { submittedAt: now, doneAt: now };
      const facts = { id, stat, err, ...times, text: '', intermediate: false, garbage: null, dialled, sender };
      const fields = receiptFields(facts, desk.account.behaviour.receipt_form);
      desk.deliver.hand({ fields, onSent: () => {}, onAnswer: () => {} });
      return true;
    },
    sendReply(carrier, { from, to, text }) {
      const desk = desks.get(carrier);
      if (!desk || receiversOf(desk).length === 0) return null;
      replyRef += 1;
      const parts = writeShortMessage(text, replyRef);
      for (const part of parts) {
        const fields = {
          source_addr: from.replace(/\D/g, ''),
          source_addr_ton: 1,
          source_addr_npi: 1,
          ...destinationOf(to),
          esm_class: part.esmClass,
          data_coding: part.dataCoding,
          short_message: part.payload,
        };
        desk.deliver.hand({ fields, onSent: () => {}, onAnswer: () => {} });
      }
      return parts.length;
    },
  };
}

function destinationOf(to: string) {
  const digits = to.replace(/^\+/, '');
  if (!/^\d+$/.test(digits)) return { destination_addr: to, dest_addr_ton: 5, dest_addr_npi: 0 };
  const short = digits.length <= 8;
  return { destination_addr: digits, dest_addr_ton: short ? 3 : 1, dest_addr_npi: short ? 0 : 1 };
}

const modes: Record<string, BindMode> = { bind_transmitter: 'tx', bind_receiver: 'rx', bind_transceiver: 'trx' };

/** Answers the first PDU of a connection; the desk when it was a bind that succeeded. */
function bindOrRefuse(link: Link, pdu: Pdu, bySystemId: Map<string, Desk>): Desk | undefined {
  const mode = modes[pdu.command];
  if (mode === undefined) {
    if (pdu.command === 'enquire_link') link.respond(pdu);
    else if (pdu.isResponse()) link.settle(pdu);
    else
      link.respond(pdu, {
        command_status: pdu.command === 'unknown' ? STATUS.invalidCommand : STATUS.invalidBindState,
      });
    return undefined;
  }
  const refuse = (status: number) => {
    link.respond(pdu, { command_status: status });
    link.end();
    return undefined;
  };
  const desk = bySystemId.get(String(pdu.system_id ?? ''));
  if (!desk) return refuse(STATUS.wrongSystemId);
  const { behaviour, card } = desk.account;
  if (behaviour.down || behaviour.bind.refuse === 'close') {
    link.cut();
    return undefined;
  }
  if (behaviour.bind.refuse === 'status') return refuse(behaviour.bind.status);
  if (pdu.password !== card.password) return refuse(STATUS.wrongPassword);
  if (behaviour.bind.max !== null && desk.links.size >= behaviour.bind.max) return refuse(STATUS.alreadyBound);
  link.account = card.name;
  link.silent = behaviour.link.half_open;
  if (link.silent) return desk;
  if (behaviour.bind.before_response === 'outbind') {
    link.request('outbind', { system_id: 'smsc', password: 'smsc' }, () => {});
  } else if (behaviour.bind.before_response === 'deliver_sm') {
    link.request(
      'deliver_sm',
      { source_addr: '0', destination_addr: '0', short_message: Buffer.from('early') },
      () => {},
    );
  }
  link.mode = mode;
  desk.links.add(link);
  link.respond(pdu, { system_id: 'simulator', sc_interface_version: 0x34 });
  desk.deliver.pump();
  return desk;
}

function handlePdu(link: Link, desk: Desk, pdu: Pdu, world: SmscWorld) {
  const { link: rule } = desk.account.behaviour;
  const silent = link.silent || rule.half_open;
  if (pdu.command === 'submit_sm' || pdu.command === 'data_sm') {
    if (link.mode === 'rx') return link.respond(pdu, { command_status: STATUS.invalidBindState });
    return takeSubmit({ link, desk, pdu, world, silent });
  }
  if (silent) return;
  if (pdu.isResponse()) {
    if (pdu.command === 'enquire_link_resp') link.unansweredEnquiries = 0;
    link.settle(pdu);
    return;
  }
  switch (pdu.command) {
    case 'enquire_link':
      if (rule.answer_enquire_link) link.respond(pdu);
      return;
    case 'unbind':
      if (!rule.answer_unbind) return;
      link.respond(pdu);
      desk.links.delete(link);
      return link.end();
    case 'query_sm':
      return answerQuery(link, desk, pdu);
    case 'unknown':
      return link.respond(pdu, { command_status: STATUS.invalidCommand });
    default:
      return link.respond(pdu, { command_status: pdu.command in modes ? STATUS.alreadyBound : STATUS.invalidCommand });
  }
}

function answerQuery(link: Link, desk: Desk, pdu: Pdu) {
  const id = String(pdu.message_id ?? '');
  const stat = desk.states.get(id);
  if (stat === undefined) return link.respond(pdu, { command_status: STATUS.invalidMessageId });
  link.respond(pdu, { message_id: id, final_date: '', message_state: messageStates[stat], error_code: 0 });
}

/** Closes connections that never bind, and asks quiet ones whether they are still there. */
function watchLinks(links: Set<Link>): void {
  const now = Date.now();
  for (const link of links) {
    if (link.silent) continue;
    if (link.mode === null) {
      if (now - link.openedAt > BIND_TIMEOUT_MS) link.cut();
    } else if (now - link.lastHeardAt > ENQUIRE_EVERY_MS * (link.unansweredEnquiries + 1)) {
      link.unansweredEnquiries += 1;
      if (link.unansweredEnquiries > 2) link.cut();
      else link.request('enquire_link', {}, () => {});
    }
  }
}
