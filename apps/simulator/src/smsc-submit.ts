import { createHash } from 'node:crypto';
import { drawFate, type Fate } from './fate.ts';
import { findMagicNumber, type MagicNumber } from './magic-numbers.ts';
import type { MessageIds } from './message-ids.ts';
import { type Address, receiptFields } from './receipt-pdu.ts';
import { type ReadMessage, readShortMessage } from './short-message.ts';
import type { Link } from './smpp-link.ts';
import { encodePdu, type Pdu } from './smpp-wire.ts';
import type { Desk, SmscWorld } from './smsc-desk.ts';
import type { Decision, ReceiptHandle } from './submit-log.ts';

const THROTTLED = 0x58;
const INVALID_DESTINATION = 0x0b;
const NACK_STATUS = 0x08;
const MAX_STATES = 200_000;

interface Arrived {
  link: Link;
  desk: Desk;
  pdu: Pdu;
  world: SmscWorld;
  /** The connection is half-open: the carrier reads and never answers. */
  silent: boolean;
}

interface Answer {
  decision: Decision;
  /** command_status of a refusal; null when nothing is answered, 0 when taken. */
  status: number | null;
  /** Taken: delivered and reported, whatever happens to the answer. */
  taken: boolean;
  nack?: boolean;
  cut?: boolean;
  unbind?: boolean;
}

/** One submit_sm or data_sm from the first look to the last receipt. */
export function takeSubmit(arrived: Arrived) {
  const { link, desk, pdu, world } = arrived;
  const { account } = desk;
  link.submits += 1;
  account.counters.submits += 1;
  const read = readShortMessage(pdu);
  const dialled = addressOf(pdu, 'destination_addr', 'dest_addr');
  const sender = addressOf(pdu, 'source_addr', 'source_addr');
  const magic = findMagicNumber(dialled.address);
  const { scrub } = account.behaviour;
  const refused =
    scrub === null
      ? null
      : desk.scrubber.codeOf(scrub, { pdu, destination: display(dialled), sender: sender.address, read });
  const scrubbedAtOnce = refused !== null && scrub?.answer === 'submit';
  const answer: Answer = scrubbedAtOnce
    ? { decision: 'refused', status: Number(refused), taken: false }
    : decide(arrived, magic, { dialled, read });
  account.counters[answer.decision] += 1;
  const ids = answer.taken ? desk.giveId(account.behaviour.id_form) : null;
  const seq = world.log.record({
    carrier: account.card.name,
    session: link.id,
    sequence: pdu.sequence_number,
    destination: display(dialled),
    from: sender.address,
    part: read.part,
    decision: answer.decision,
    id: ids?.response ?? null,
    status: answer.status,
    text: read.text,
    reference: null,
  });
  if (ids === null) return refuse(arrived, answer);
  const outcome = refused === null ? magic : scrubbedAs(refused, magic);
  const fate = drawFate(account.behaviour.receipt, outcome, world.random, read.part?.number);
  const latencyMs = magic?.responseDelayMs ?? world.random.between(account.behaviour.latency_ms);
  if (fate.beforeResponse) sendReceipts(arrived, { fate, ids, seq, read, dialled, sender }, 0);
  answerTaken(arrived, { answer, ids, latencyMs, magic, beforeResponse: fate.beforeResponse });
  followUp(arrived, { fate, ids, seq, read, dialled, sender }, latencyMs);
}

function decide(
  { link, desk, world, silent }: Arrived,
  magic: MagicNumber | undefined,
  message: { dialled: Address; read: ReadMessage },
): Answer {
  const { behaviour, card, overRate } = desk.account;
  const { random } = world;
  if (silent) return { decision: 'swallowed', status: null, taken: false };
  const refused = (status: number): Answer => ({ decision: 'refused', status, taken: false });
  if (overRate(behaviour.throttle.per_second)) return refused(THROTTLED);
  const { dialled, read } = message;
  if (dialled.address === '') return refused(INVALID_DESTINATION);
  if (
    magic?.refuse &&
    world.refusals.refuses(magic, { carrier: card.name, destination: dialled.address, digest: digestOf(read) })
  ) {
    return refused(magic.refuse.smpp);
  }
  if (magic?.swallow || random.chance(behaviour.swallow)) return { decision: 'swallowed', status: null, taken: false };
  const error = random.pick(behaviour.errors);
  if (error) return refused(error.status);
  if (magic?.genericNack || random.chance(behaviour.generic_nack)) return { ...refused(NACK_STATUS), nack: true };
  const { cut_after_submits: every, cut_delivers: delivers, unbind_on_submit: unbind } = behaviour.link;
  if (magic?.cut) return { decision: 'cut', status: null, taken: true, cut: true };
  if (every !== null && every > 0 && link.submits >= every)
    return { decision: 'cut', status: null, taken: delivers, cut: true };
  if (unbind) return { decision: 'swallowed', status: null, taken: false, unbind: true };
  if (magic?.loseResponse || random.chance(behaviour.lose_response))
    return { decision: 'swallowed', status: null, taken: true };
  return { decision: 'accepted', status: 0, taken: true };
}

function refuse({ link, desk, pdu, world }: Arrived, answer: Answer) {
  if (answer.cut) return link.cut();
  if (answer.unbind) return link.request('unbind', {}, () => link.end());
  const { status } = answer;
  if (status === null) return;
  const { behaviour } = desk.account;
  world.later(world.random.between(behaviour.latency_ms), () => {
    const sequence = behaviour.generic_nack_sequence ? pdu.sequence_number : 0;
    if (answer.nack) link.write(encodePdu('generic_nack', { command_status: status, sequence_number: sequence }));
    else link.respond(pdu, { command_status: status });
  });
}

function answerTaken(
  { link, desk, pdu, world }: Arrived,
  given: {
    answer: Answer;
    ids: MessageIds;
    latencyMs: number;
    magic: MagicNumber | undefined;
    beforeResponse: boolean;
  },
) {
  const { behaviour } = desk.account;
  const { random } = world;
  if (given.answer.cut) return link.cut();
  if (given.answer.status === null) return;
  const wrong = random.chance(behaviour.wrong_sequence) ? 1_000_000 : 0;
  const twice = given.magic?.answerTwice === true || random.chance(behaviour.answer_twice);
  const cutAt = behaviour.link.cut_at_byte;
  const respond = () => {
    const bytes = encodePdu(`${pdu.command}_resp`, {
      sequence_number: pdu.sequence_number + wrong,
      message_id: given.ids.response,
    });
    if (cutAt !== null) {
      link.write(bytes.subarray(0, cutAt));
      return link.end();
    }
    link.write(bytes);
    if (twice) link.write(bytes);
  };
  // A receipt that is to come first needs a moment's lead on a connection of its own.
  const latencyMs = given.beforeResponse ? Math.max(given.latencyMs, 20) : given.latencyMs;
  if (latencyMs === 0) respond();
  else world.later(latencyMs, respond);
}

/** What the operator's scrubbing refuses is reported so, whatever the number dialled would come to. */
const scrubbedAs = (err: string, magic: MagicNumber | undefined): MagicNumber =>
  ({ ...magic, outcome: { stat: 'UNDELIV', err }, outcomeOfPart: undefined }) as MagicNumber;

interface Taken {
  fate: Fate;
  ids: MessageIds;
  seq: number;
  read: ReadMessage;
  dialled: Address;
  sender: Address;
}

function followUp(arrived: Arrived, taken: Taken, latencyMs: number): void {
  const { desk, world } = arrived;
  const { fate, ids, dialled, sender, read } = taken;
  if (desk.states.size >= MAX_STATES) desk.states.clear();
  desk.states.set(ids.response, 'ENROUTE');
  world.later(latencyMs + fate.afterMs, () => {
    desk.states.set(ids.response, fate.stat);
    if (fate.reachesPhone) {
      world.handsets.arrive({ to: dialled.address, from: sender.address, carrier: desk.account.card.name, read });
    }
  });
  if (!fate.beforeResponse) sendReceipts(arrived, taken, latencyMs);
}

function sendReceipts(
  { desk, pdu, world }: Arrived,
  { fate, ids, seq, read, dialled, sender }: Taken,
  latencyMs: number,
): void {
  const wanted = Number(pdu.registered_delivery ?? 0) & 0x03;
  const submittedAt = new Date();
  for (const planned of fate.receipts) {
    if (!isWanted(wanted, planned.stat)) continue;
    const hand = () => {
      const form = planned.garbage !== null ? 'garbage' : desk.account.behaviour.receipt_form;
      const { stat, err, intermediate, garbage } = planned;
      const id = planned.unknownId ? `x${ids.receipt}` : ids.receipt;
      const facts = {
        id,
        stat,
        err,
        intermediate,
        garbage,
        submittedAt,
        doneAt: new Date(),
        text: read.text,
        dialled,
        sender,
      };
      let sent: ReceiptHandle | undefined;
      desk.deliver.hand({
        fields: receiptFields(facts, desk.account.behaviour.receipt_form),
        onSent: () => {
          desk.account.counters.receipts += 1;
          sent = world.log.receiptSent(seq, { stat, err, form });
        },
        onAnswer: (status) => sent && world.log.receiptAnswered(sent, status),
      });
    };
    const afterMs = latencyMs + planned.afterMs;
    if (afterMs === 0) hand();
    else world.later(afterMs, hand);
  }
}

/** SMPP 5.2.17: 0 none, 1 both, 2 failure only, 3 success only. */
function isWanted(registered: number, stat: string): boolean {
  if (registered === 0) return false;
  if (registered === 1) return true;
  return (stat === 'DELIVRD') === (registered === 3);
}

function addressOf(pdu: Pdu, field: string, prefix: string): Address {
  return {
    address: String(pdu[field] ?? ''),
    ton: Number(pdu[`${prefix}_ton`] ?? 0),
    npi: Number(pdu[`${prefix}_npi`] ?? 0),
  };
}

/** International numbers with a plus, so that the log can be joined with E.164; anything else as it was sent. */
function display({ address, ton }: Address): string {
  return ton === 1 && /^\d+$/.test(address) ? `+${address}` : address;
}

function digestOf(read: ReadMessage): string {
  return createHash('sha1')
    .update(`${read.part?.number ?? 0}|${read.text}`)
    .digest('base64');
}
