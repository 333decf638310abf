import type { InboundReceipt, SubmitAnswer } from '@signalbox/contracts';
import { transition } from '@signalbox/core';
import {
  addToTally,
  commitBehind,
  expectingNewKeys,
  insertPartRefs,
  isCopied,
  type NewEvent,
  type NewPartRef,
  type ProviderRow,
  type Transaction,
  writeEvents,
} from '@signalbox/db';
import type { Services } from '../context.ts';
import { isNoted, noteAnswer, noteReceipt, submissionOf } from '../learning/note-outcomes.ts';
import type { NotedReceipt } from '../learning/noted.ts';
import type { ReferredReceipt } from '../receipts/record-receipts.ts';
import { announceEvents, askToAnnounce, type Told } from '../webhooks/announce-events.ts';
import { askNextChannels, type Changed } from './ask-next-channel.ts';
import type { Claim } from './claim.ts';
import { createLateReceipts, type Late } from './late-receipts.ts';
import { type AwaitedRef, createRefRegistry, refOf } from './ref-registry.ts';
import { recordAnswers } from './settle-answers.ts';
import { tallyChange } from './tally-change.ts';

/** What a carrier answered to a claim, and when (milliseconds since 1970). */
export interface Answered {
  claim: Claim;
  answer: SubmitAnswer;
  /** Whether a refusal came while the breaker of the route was not closed. */
  routeFails: boolean;
  atMs: number;
  /** Called once the answer is durable. */
  done: () => void;
}

/** Writes answers and receipts of this worker, everything that has gathered in one transaction: never one commit a message. */
export interface LedgerWriter {
  addAnswer(answered: Answered): void;
  /** Resolves once the receipts are durable; rejects when they could not be stored, and the carrier must send them again. */
  addReceipts(provider: ProviderRow, receipts: readonly InboundReceipt[]): Promise<void>;
  /** Resolves when everything added so far is written. */
  drain(): Promise<void>;
}

interface PendingReceipts {
  provider: ProviderRow;
  receipts: readonly InboundReceipt[];
  resolve: () => void;
  reject: (error: Error) => void;
}

interface Batch {
  answers: Answered[];
  receipts: PendingReceipts[];
}

/** A change of the registry that counts only when the transaction commits. */
type RegistryChange = { ref: string; entry: AwaitedRef | null };

/** What a transaction leaves to do. */
type Written = { changes: RegistryChange[]; late: Late; noted: NotedReceipt[] };

const RETRY_MS = 500;
// A moment to gather under load; alone, an answer waits this long at most.
const GATHER_MS = 2;
// The pause after a batch that shows load and is still small: the next one is then worth its transaction.
const REST_MS = 15;
const REST_FROM = 16;
const REST_TO = 500;

/** Builds the writer. */
export function createLedgerWriter(services: Services): LedgerWriter {
  const { database, log, world } = services;
  const registry = createRefRegistry();
  const applyLate = createLateReceipts(services);
  let answers: Answered[] = [];
  let receipts: PendingReceipts[] = [];
  let writing = false;
  let drainers: (() => void)[] = [];

  async function writeBatch(batch: Batch): Promise<Late> {
    const { changes, late, noted } = await expectingNewKeys(
      async (contested) => (await database.sql.begin((tx) => writeInTransaction(tx, batch, contested))) as Written,
    );
    for (const { ref, entry } of changes) {
      if (entry === null) registry.delete(ref);
      else registry.set(ref, entry);
    }
    for (const { claim, answer } of batch.answers) noteAnswer(services, claim, answer);
    for (const receipt of noted) noteReceipt(services, receipt);
    return late;
  }

  /**
   * Writes the answers of this worker and the receipts for what it submitted itself; returns the receipts that belong to others. The
   * counters come last: a transaction that holds them waits for nobody.
   */
  async function writeInTransaction(tx: Transaction, batch: Batch, contested: boolean): Promise<Written> {
    const overlay = new Map<string, AwaitedRef>();
    const drafts = draftAccepted(batch.answers, overlay);
    const slow = draftReceipts(batch.receipts, overlay, drafts);
    let unwritten: ReadonlySet<NewEvent> = new Set();
    if (!contested && !isCopied(drafts.events.length) && batch.answers.every((a) => a.answer.kind === 'accepted')) {
      // The common case under light load: nothing that is written depends on what comes back, so all of it goes in one go.
      const stored = Promise.all([insertPartRefs(tx, drafts.parts), writeEvents(tx, drafts.events, false)]);
      // Its failure is that of the transaction, heard of below.
      stored.catch(() => undefined);
      const announced = await askToAnnounce(tx, services, drafts.told);
      const followed = await askNextChannels(tx, services, drafts.ends);
      const counted = addToTally(tx, tallyChange(drafts.tally));
      commitBehind(tx);
      await Promise.all([stored, announced.done, followed.done, counted]);
    } else {
      await insertPartRefs(tx, drafts.parts);
      unwritten = await writeEvents(tx, drafts.events, contested);
      await announceEvents(
        tx,
        services,
        unwritten.size === 0 ? drafts.told : drafts.told.filter(({ event }) => !unwritten.has(event)),
      );
      const ends = drafts.ends.filter(({ event }) => !unwritten.has(event));
      await (await askNextChannels(tx, services, ends)).done;
      const settled = await recordAnswers(
        tx,
        services,
        batch.answers.filter((a) => a.answer.kind !== 'accepted' || unwritten.has(drafts.eventOf.get(a) as NewEvent)),
      );
      await addToTally(tx, tallyChange([...drafts.tally.filter((entry) => !unwritten.has(entry.event)), ...settled]));
    }
    const changes: RegistryChange[] = [];
    for (const [ref, entry] of overlay) changes.push({ ref, entry: entry.state === 'sent' ? entry : null });
    const lost = drafts.receiptEvents.flatMap(({ event, receipt }) => (unwritten.has(event) ? [receipt] : []));
    for (const { ref } of lost) changes.push({ ref, entry: null });
    const noted = drafts.noted.flatMap(({ event, receipt }) => (unwritten.has(event) ? [] : [receipt]));
    return { changes, late: { receipts: [...slow, ...lost], refs: drafts.refs }, noted };
  }

  interface Drafts {
    events: NewEvent[];
    /** The same as webhooks are told of them. */
    told: Told[];
    eventOf: Map<Answered, NewEvent>;
    receiptEvents: { event: NewEvent; receipt: ReferredReceipt }[];
    /** Receipts that end the wait of a submission. */
    noted: { event: NewEvent; receipt: NotedReceipt }[];
    /** Receipts that changed the state of a message. */
    ends: Changed[];
    parts: NewPartRef[];
    refs: string[];
    tally: {
      message: AwaitedRef['message'];
      workspace: number;
      state: NewEvent['state'];
      delta: number;
      event: NewEvent;
    }[];
  }

  function draftAccepted(batch: readonly Answered[], overlay: Map<string, AwaitedRef>): Drafts {
    const drafts: Drafts = {
      events: [],
      told: [],
      eventOf: new Map(),
      receiptEvents: [],
      noted: [],
      ends: [],
      parts: [],
      refs: [],
      tally: [],
    };
    for (const answered of batch) {
      const { claim, answer, atMs } = answered;
      if (answer.kind !== 'accepted') continue;
      const refs = answer.refs.map((ref) => refOf(claim.providerNumber, ref));
      const single = refs.length === 1;
      const event: NewEvent = {
        messageId: claim.message.id,
        seq: claim.nextSeq,
        workspace: claim.workspace,
        state: 'sent',
        attempt: claim.turn,
        late: false,
        ref: single ? (refs[0] ?? null) : null,
        reason: null,
        receipt: null,
        data: null,
        atMs,
      };
      drafts.events.push(event);
      drafts.told.push({ event, before: claim.before, message: claim.message });
      drafts.eventOf.set(answered, event);
      drafts.tally.push({ message: claim.message, workspace: claim.workspace, state: 'sent', delta: 1, event });
      drafts.refs.push(...refs);
      if (single && refs[0] !== undefined) {
        const { message, workspace, turn: attempt } = claim;
        overlay.set(refs[0], {
          message: talliedOf(message),
          workspace,
          attempt,
          submission: submissionOf(claim),
          nextSeq: claim.nextSeq + 1,
          state: 'sent',
        });
      } else {
        refs.forEach((ref, index) => {
          drafts.parts.push({
            messageId: claim.message.id,
            workspace: claim.workspace,
            attempt: claim.turn,
            part: index + 1,
            ref,
          });
        });
      }
    }
    return drafts;
  }

  /** Writes the events of receipts whose submission is known here; returns the others. */
  function draftReceipts(
    batch: readonly PendingReceipts[],
    overlay: Map<string, AwaitedRef>,
    drafts: Drafts,
  ): ReferredReceipt[] {
    const nowMs = world.nowMs();
    const slow: ReferredReceipt[] = [];
    for (const { provider, receipts: list } of batch) {
      for (const { ref: given, ...told } of list) {
        const ref = refOf(provider.number, given);
        const receipt = { ...told, provider: provider.number, workspace: provider.workspace, ref };
        const entry = overlay.get(ref) ?? registry.get(ref);
        if (entry === undefined) slow.push(receipt);
        else overlay.set(ref, draftReceipt(entry, receipt, nowMs, drafts));
      }
    }
    return slow;
  }

  function draftReceipt(entry: AwaitedRef, receipt: ReferredReceipt, nowMs: number, drafts: Drafts): AwaitedRef {
    const { verdict, raw } = receipt;
    const step = transition(entry.state, { kind: 'receipt', verdict });
    const changed = step.ok && step.changed;
    const state = changed ? step.state : entry.state;
    const event: NewEvent = {
      messageId: entry.message.id,
      seq: entry.nextSeq,
      workspace: entry.workspace,
      state,
      attempt: entry.attempt,
      late: step.ok && step.late,
      ref: null,
      reason: state === 'delivered' ? null : receipt.reason,
      receipt: { verdict, raw },
      data: null,
      atMs: nowMs,
    };
    drafts.events.push(event);
    drafts.told.push({ event, before: entry.state, message: entry.message });
    drafts.receiptEvents.push({ event, receipt });
    if (isNoted(entry.state, state)) {
      const { submission } = entry;
      const { reason, network } = receipt;
      const named = network === undefined ? {} : { named: { messageId: entry.message.id, network } };
      drafts.noted.push({ event, receipt: { submission, verdict, reason, atMs: nowMs, ...named } });
    }
    if (changed) {
      drafts.ends.push({ message: entry.message, event });
      drafts.tally.push({ message: entry.message, workspace: entry.workspace, state, delta: 1, event });
      drafts.tally.push({ message: entry.message, workspace: entry.workspace, state: entry.state, delta: -1, event });
    }
    return { ...entry, state, nextSeq: entry.nextSeq + 1 };
  }

  async function settleBatch(batch: Batch): Promise<void> {
    let open = batch.answers;
    try {
      const late = await writeBatch(batch);
      for (const answered of open) answered.done();
      open = [];
      await applyLate(late);
      for (const entry of batch.receipts) entry.resolve();
    } catch (error) {
      log.error('Answers and receipts could not be written; they are kept and tried again.', { error: String(error) });
      // The carrier keeps receipts that are not acknowledged; answers exist nowhere but here.
      const failure = error instanceof Error ? error : new Error(String(error));
      for (const entry of batch.receipts) entry.reject(failure);
      answers = [...open, ...answers];
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  async function run(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
    while (answers.length > 0 || receipts.length > 0) {
      const batch: Batch = { answers, receipts };
      answers = [];
      receipts = [];
      await settleBatch(batch);
      const size = batch.answers.length;
      if (size >= REST_FROM && size < REST_TO) await new Promise((resolve) => setTimeout(resolve, REST_MS));
    }
  }

  function pump(): void {
    if (writing) return;
    writing = true;
    void run().finally(() => {
      writing = false;
      if (answers.length > 0 || receipts.length > 0) return pump();
      for (const wake of drainers) wake();
      drainers = [];
    });
  }

  return {
    addAnswer(answered) {
      answers.push(answered);
      pump();
    },
    addReceipts(provider, list) {
      return new Promise((resolve, reject) => {
        receipts.push({ provider, receipts: list, resolve, reject });
        pump();
      });
    },
    drain() {
      if (!writing) return Promise.resolve();
      return new Promise((resolve) => drainers.push(resolve));
    },
  };
}

function talliedOf({
  id,
  environment,
  channel,
  class: trafficClass,
  country,
  sentFor,
  labelled,
}: Claim['message']): AwaitedRef['message'] {
  return { id, environment, channel, class: trafficClass, country, sentFor, labelled };
}
