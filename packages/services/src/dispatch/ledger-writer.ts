import type { InboundReceipt, SubmitAnswer } from '@signalbox/contracts';
import { transition } from '@signalbox/core';
import {
  addToTally,
  appendEvents,
  findUnwritten,
  hasOrphans,
  insertPartRefs,
  insertReceipts,
  type NewEvent,
  type NewPartRef,
  type NewReceipt,
  type OrphanReceipt,
  type ProviderRow,
  type Transaction,
  takeOrphans,
} from '@signalbox/db';
import type { Services } from '../context.ts';
import { applyReceipts } from '../receipts/apply-receipts.ts';
import type { Claim } from './claim.ts';
import { type AwaitedRef, createRefRegistry, refOf } from './ref-registry.ts';
import { settleAnswers } from './settle-answers.ts';
import { tallyChange } from './tally-change.ts';

/** What a carrier answered to a claim, and when (milliseconds since 1970). */
export interface Answered {
  claim: Claim;
  answer: SubmitAnswer;
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

const RETRY_MS = 500;
// A moment to gather under load; alone, an answer waits this long at most.
const GATHER_MS = 2;

/** Builds the writer. */
export function createLedgerWriter(services: Services): LedgerWriter {
  const { database, log, world } = services;
  const registry = createRefRegistry();
  let answers: Answered[] = [];
  let receipts: PendingReceipts[] = [];
  let writing = false;
  let drainers: (() => void)[] = [];

  async function writeBatch(batch: Batch): Promise<void> {
    const changes: RegistryChange[] = [];
    await database.sql.begin((tx) => writeInTransaction(tx, batch, changes));
    for (const { ref, entry } of changes) {
      if (entry === null) registry.delete(ref);
      else registry.set(ref, entry);
    }
  }

  async function writeInTransaction(tx: Transaction, batch: Batch, changes: RegistryChange[]): Promise<void> {
    const overlay = new Map<string, AwaitedRef>();
    const drafts = draftAccepted(batch.answers, overlay);
    const { raw, slow } = draftReceipts(batch.receipts, overlay, drafts);
    if (raw.length > 0) await insertReceipts(tx, raw);
    await insertPartRefs(tx, drafts.parts);
    const complete = await appendEvents(tx, drafts.events);
    const unwritten = complete ? new Set<NewEvent>() : new Set(await findUnwritten(tx, drafts.events));
    await addToTally(tx, tallyChange(drafts.tally.filter((entry) => !unwritten.has(entry.event))));
    await settleAnswers(
      tx,
      services,
      batch.answers.filter((a) => a.answer.kind !== 'accepted' || unwritten.has(drafts.eventOf.get(a) as NewEvent)),
    );
    const lost = drafts.receiptEvents.flatMap(({ event, orphan }) => (unwritten.has(event) ? [orphan] : []));
    const arrived = await takeEarly(tx, drafts.refs);
    await applyReceipts(tx, [...slow, ...lost, ...arrived], world.nowMs());
    for (const [ref, entry] of overlay) changes.push({ ref, entry: entry.state === 'sent' ? entry : null });
    for (const { event, ref } of drafts.receiptEvents) if (unwritten.has(event)) changes.push({ ref, entry: null });
  }

  /** Receipts that came before the submission written now, to this or another process. */
  async function takeEarly(tx: Transaction, refs: readonly string[]): Promise<OrphanReceipt[]> {
    if (refs.length === 0 || !(await hasOrphans(tx))) return [];
    return takeOrphans(tx, refs, refs.length * 10);
  }

  interface Drafts {
    events: NewEvent[];
    eventOf: Map<Answered, NewEvent>;
    receiptEvents: { event: NewEvent; orphan: OrphanReceipt; ref: string }[];
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
    const drafts: Drafts = { events: [], eventOf: new Map(), receiptEvents: [], parts: [], refs: [], tally: [] };
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
        receiptId: null,
        data: null,
        atMs,
      };
      drafts.events.push(event);
      drafts.eventOf.set(answered, event);
      drafts.tally.push({ message: claim.message, workspace: claim.workspace, state: 'sent', delta: 1, event });
      drafts.refs.push(...refs);
      if (single && refs[0] !== undefined) {
        const { message, workspace, turn: attempt } = claim;
        overlay.set(refs[0], {
          message: talliedOf(message),
          workspace,
          attempt,
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

  function draftReceipts(batch: readonly PendingReceipts[], overlay: Map<string, AwaitedRef>, drafts: Drafts) {
    const raw: NewReceipt[] = [];
    const slow: OrphanReceipt[] = [];
    for (const { provider, receipts: list } of batch) {
      for (const receipt of list) {
        const id = services.ids.next();
        const ref = refOf(provider.number, receipt.ref);
        const orphan = {
          receiptId: id,
          workspace: provider.workspace,
          ref,
          verdict: receipt.verdict,
          reason: receipt.reason,
        };
        raw.push({
          id,
          provider: provider.number,
          workspace: provider.workspace,
          verdict: receipt.verdict,
          raw: receipt.raw,
        });
        const entry = overlay.get(ref) ?? registry.get(ref);
        if (entry === undefined) slow.push(orphan);
        else overlay.set(ref, draftReceipt(entry, orphan, drafts));
      }
    }
    return { raw, slow };
  }

  function draftReceipt(entry: AwaitedRef, orphan: OrphanReceipt, drafts: Drafts): AwaitedRef {
    const step = transition(entry.state, { kind: 'receipt', verdict: orphan.verdict });
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
      reason: state === 'delivered' ? null : orphan.reason,
      receiptId: orphan.receiptId,
      data: null,
      atMs: null,
    };
    drafts.events.push(event);
    drafts.receiptEvents.push({ event, orphan, ref: orphan.ref });
    if (changed) {
      drafts.tally.push({ message: entry.message, workspace: entry.workspace, state, delta: 1, event });
      drafts.tally.push({ message: entry.message, workspace: entry.workspace, state: entry.state, delta: -1, event });
    }
    return { ...entry, state, nextSeq: entry.nextSeq + 1 };
  }

  async function settleBatch(batch: Batch): Promise<void> {
    try {
      await writeBatch(batch);
    } catch (error) {
      log.error('Answers and receipts could not be written; they are kept and tried again.', { error: String(error) });
      // The carrier keeps receipts that are not acknowledged; answers exist nowhere but here.
      const failure = error instanceof Error ? error : new Error(String(error));
      for (const entry of batch.receipts) entry.reject(failure);
      answers = [...batch.answers, ...answers];
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      return;
    }
    for (const entry of batch.receipts) entry.resolve();
    for (const answered of batch.answers) answered.done();
  }

  async function run(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
    while (answers.length > 0 || receipts.length > 0) {
      const batch: Batch = { answers, receipts };
      answers = [];
      receipts = [];
      await settleBatch(batch);
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
}: Claim['message']): AwaitedRef['message'] {
  return { id, environment, channel, class: trafficClass, country };
}
