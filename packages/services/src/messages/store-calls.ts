import {
  commitBehind,
  copyMessages,
  type Database,
  findAnswers,
  insertAnswers,
  insertClientRefs,
  insertGroups,
  insertMessages,
  isKeyTaken,
  type NewGroup,
  type NewMessage,
  type StoredAnswer,
  type Transaction,
  withTenant,
} from '@signalbox/db';
import type { Lanes } from '../dispatch/lane-jobs.ts';
import type { AcceptAnswer, AcceptCall, AcceptOutcome, CallKey, LeftOut, PreparedCall, Repeat } from './accept-call.ts';
import { enqueueLanes, enqueueWaits } from './enqueue-lanes.ts';

// From here on the messages of a group are copied: that is two round trips more and half the work.
const MANY = 64;
/** How long the transaction that stores a call waits for another that stores the same key. */
export const LOCK_TIMEOUT_MS = 2000;

const NO_REPEATS: LeftOut['repeats'] = new Map();

/** A call is refused for what the call it repeats has taken, maybe: the transaction begins again with a look at the stored answers. */
class MayRepeat extends Error {}

/** Stores calls in one transaction and answers each: its own answer, or that of the call it repeats. All are stored or none. */
export async function storeCalls(
  database: Database,
  lanes: Lanes,
  calls: readonly AcceptCall[],
): Promise<AcceptOutcome[]> {
  const workspaces = [...new Set(calls.map((call) => call.workspace))];
  for (let tries = 0; ; tries += 1) {
    try {
      return await withTenant(
        database.sql,
        workspaces,
        // Repeats are rare: only when an answer turns out to be stored already are the stored ones looked for.
        (tx, asOwner) => writeInTransaction(tx, asOwner, lanes, calls, tries > 0 || calls.some(looksFirst)),
        { lockTimeoutMs: LOCK_TIMEOUT_MS },
      );
    } catch (error) {
      // Somebody stored an answer before our insert, now or long ago: look (again), it is committed.
      if (!(isKeyTaken(error) || error instanceof MayRepeat) || tries > 3) throw error;
    }
  }
}

/** A repeat of a prepared call must not be counted against a limit, and one of an item is what its key is there for. */
const looksFirst = ({ prepare, items }: AcceptCall): boolean => prepare !== undefined || items !== undefined;

async function writeInTransaction(
  tx: Transaction,
  asOwner: () => Promise<unknown>,
  lanes: Lanes,
  given: readonly AcceptCall[],
  lookForReplays: boolean,
): Promise<AcceptOutcome[]> {
  const outcomes = lookForReplays ? await findReplays(tx, given) : [];
  const calls: readonly AnyCall[] = given.some((call) => call.prepare) ? await prepareAll(tx, given, outcomes) : given;
  const first = calls.filter((_, index) => outcomes[index] === undefined);
  const repeats = lookForReplays ? await findRepeats(tx, first) : NO_REPEATS;
  const refused = await refuseTakenRefs(tx, first, repeats);
  const left: LeftOut = { refused, repeats };
  const answers = new Map(first.map((call) => [call, call.answer(left)]));
  if (!lookForReplays && first.some((call) => call.idempotency !== null && answers.get(call)?.status === 409)) {
    throw new MayRepeat('a client_ref of a call with a key is taken');
  }
  const isKept = (sendId: string) => !refused.has(sendId) && !repeats.has(sendId);
  const messages = first.flatMap((call) => call.messages.filter((message) => isKept(message.sentFor ?? message.id)));
  const groups = first.flatMap((call) => call.groups?.filter((group) => isKept(group.id)) ?? []);
  // Sent one after another without waiting in between: one round trip for all of them. When one fails none of the later ones runs.
  if (messages.length >= MANY) {
    assertOwn(calls);
    await Promise.all([storeAnswers(tx, first, answers, isKept), insertGroups(tx, groups), asOwner()]);
    await copyMessages(tx, messages);
    await Promise.all(await enqueueAll(tx, lanes, calls, messages, groups));
  } else {
    const stored = Promise.all([
      storeAnswers(tx, first, answers, isKept),
      insertGroups(tx, groups),
      insertMessages(tx, messages),
      asOwner(),
    ]);
    // Its failure is that of the transaction, heard of below.
    stored.catch(() => undefined);
    const queued = await enqueueAll(tx, lanes, calls, messages, groups);
    commitBehind(tx);
    await Promise.all([stored, ...queued]);
  }
  return calls.map((call, index) => {
    const earlier = outcomes[index];
    if (earlier !== undefined) return earlier;
    const answer = answers.get(call);
    if (answer === undefined) throw new Error('a call has no answer');
    return { kind: 'first', answer };
  });
}

/** Asks the calls that follow from what is stored, but those that repeat an earlier one. */
function prepareAll(
  tx: Transaction,
  calls: readonly AcceptCall[],
  outcomes: readonly (AcceptOutcome | undefined)[],
): Promise<readonly AnyCall[]> {
  return Promise.all(
    calls.map(async (call, index) =>
      call.prepare === undefined || outcomes[index] !== undefined ? call : { ...call, ...(await call.prepare(tx)) },
    ),
  );
}

type AnyCall = AcceptCall & Partial<PreparedCall>;

/** Puts messages into their lanes and the jobs of prepared calls beside them, as `enqueueLanes` does. */
async function enqueueAll(
  tx: Transaction,
  lanes: Lanes,
  calls: readonly AnyCall[],
  messages: readonly NewMessage[],
  groups: readonly NewGroup[],
): Promise<Promise<unknown>[]> {
  const queued = await enqueueLanes(tx, lanes, messages);
  if (groups.length > 0) queued.push(...(await enqueueWaits(tx, lanes.queue, messages, groups)));
  for (const { definition, jobs } of calls.flatMap((call) => call.jobs ?? [])) {
    queued.push((await lanes.queue.askToEnqueue(tx, definition, jobs)).done);
  }
  return queued;
}

/** The wall in front of the COPY, which row-level security cannot stand behind: a call writes into its own workspace only. */
function assertOwn(calls: readonly AcceptCall[]): void {
  for (const { workspace, messages } of calls) {
    if (messages.some((message) => message.workspace !== workspace))
      throw new Error('a message of one workspace came with a call of another');
  }
}

async function findReplays(tx: Transaction, calls: readonly AcceptCall[]): Promise<(AcceptOutcome | undefined)[]> {
  const ids = calls.flatMap((call) => (call.idempotency ? [call.idempotency.id] : []));
  if (ids.length === 0) return calls.map(() => undefined);
  const stored = new Map((await findAnswers(tx, ids)).map((answer) => [answer.id, answer]));
  return calls.map(({ idempotency: key }) => (key === null ? undefined : repeatOf(key, stored.get(key.id))));
}

/** The items whose keys are stored, by the UUID of their first message. */
async function findRepeats(tx: Transaction, calls: readonly AcceptCall[]): Promise<LeftOut['repeats']> {
  const items = calls.flatMap((call) => call.items ?? []);
  if (items.length === 0) return NO_REPEATS;
  const repeats = new Map<string, Repeat>();
  const found = await findAnswers(
    tx,
    items.map(({ key }) => key.id),
  );
  const stored = new Map(found.map((answer) => [answer.id, answer]));
  for (const { key, messageId } of items) {
    const repeat = repeatOf(key, stored.get(key.id));
    if (repeat !== undefined) repeats.set(messageId, repeat);
  }
  return repeats;
}

function repeatOf(key: CallKey, stored: StoredAnswer | undefined): Repeat | undefined {
  if (stored === undefined) return undefined;
  const { fingerprint, requestId, status, body } = stored;
  if (fingerprint !== key.fingerprint) return { kind: 'mismatch', requestId };
  return { kind: 'replay', answer: { status, body }, requestId };
}

async function refuseTakenRefs(
  tx: Transaction,
  calls: readonly AcceptCall[],
  repeats: LeftOut['repeats'],
): Promise<Set<string>> {
  const refs = calls.flatMap((call) =>
    call.messages.flatMap((message) =>
      message.clientRef === null || repeats.has(message.id)
        ? []
        : [
            {
              workspace: message.workspace,
              environment: message.environment,
              ref: message.clientRef,
              messageId: message.id,
            },
          ],
    ),
  );
  if (refs.length === 0) return new Set();
  const free = await insertClientRefs(tx, refs);
  return new Set(refs.filter((ref) => !free.has(ref.messageId)).map((ref) => ref.messageId));
}

async function storeAnswers(
  tx: Transaction,
  calls: readonly AcceptCall[],
  answers: ReadonlyMap<AcceptCall, AcceptAnswer>,
  isKept: (sendId: string) => boolean,
): Promise<void> {
  const rows = calls.flatMap((call) => {
    const answer = answers.get(call);
    // A conflict is not kept: the caller may mend it under the same key.
    const own = call.idempotency && answer && answer.status !== 409 ? [{ ...call.idempotency, ...answer }] : [];
    const items = call.items?.filter(({ messageId }) => isKept(messageId)) ?? [];
    return [...own, ...items.map(({ key, body }) => ({ ...key, status: 202, body }))];
  });
  if (rows.length > 0) await insertAnswers(tx, rows);
}
