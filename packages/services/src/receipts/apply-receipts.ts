import { isFinal, type ReasonCode, type ReceiptVerdict, uuidFloor } from '@signalbox/contracts';
import { foldParts, mergeVerdict, transition } from '@signalbox/core';
import {
  type AddressedRow,
  addToTally,
  appendEvents,
  findRefs,
  insertOrphans,
  type MessagePosition,
  type NewEvent,
  type OrphanReceipt,
  type RefMatch,
  readAttempts,
  readPlanNetworks,
  readPositions,
  readTouched,
  type SqlRunner,
  settleParts,
} from '@signalbox/db';
import type { Services } from '../context.ts';
import { askNextChannels, type Changed } from '../dispatch/ask-next-channel.ts';
import { TALLIED, tallyChange } from '../dispatch/tally-change.ts';
import { countedTrial } from '../experiments/trial.ts';
import { isNoted } from '../learning/note-outcomes.ts';
import type { NotedReceipt } from '../learning/noted.ts';
import { shapeOf } from '../success/shape.ts';
import { announceEvents } from '../webhooks/announce-events.ts';

// Providers use their references again; a receipt older than this belongs to nobody here.
const MATCH_WINDOW_MS = 96 * 3_600_000;
const TRIES = 5;

interface Finding {
  receipt: OrphanReceipt;
  match: RefMatch;
  verdict: ReceiptVerdict;
  reason: ReasonCode | null;
}

/** What was applied: references that belong to no message yet, and what is to be counted for the routes once it is committed. */
export interface Applied {
  orphans: string[];
  noted: NotedReceipt[];
}

/**
 * Applies stored receipts to their messages, whichever process sent them: finds the attempt by reference, folds the parts of long
 * texts, and appends what the state machine makes of each. Receipts without a message are kept as orphans. Every receipt leaves an
 * event, also one that changes nothing, so that the timeline shows all of them.
 */
export async function applyReceipts(
  tx: SqlRunner,
  services: Services,
  receipts: readonly OrphanReceipt[],
): Promise<Applied> {
  if (receipts.length === 0) return { orphans: [], noted: [] };
  const nowMs = services.world.nowMs();
  const refs = [...new Set(receipts.map((receipt) => receipt.ref))];
  const matches = await findRefs(tx, refs, uuidFloor(nowMs - MATCH_WINDOW_MS));
  const orphans = receipts.filter((receipt) => !matches.has(receipt.ref));
  await insertOrphans(tx, orphans);
  const findings = receipts.flatMap((receipt) => {
    const match = matches.get(receipt.ref);
    return match === undefined ? [] : [{ receipt, match, verdict: receipt.verdict, reason: receipt.reason }];
  });
  const news = await appendAll(tx, services, await foldFindings(tx, findings), nowMs);
  return { orphans: orphans.map((orphan) => orphan.ref), noted: await noteAll(tx, services, news, nowMs) };
}

/** A receipt that ended the wait of a submission, and what it was sent as. */
interface News extends Pick<Finding, 'receipt' | 'match' | 'verdict' | 'reason'> {
  message: AddressedRow;
}

/** Finds by which route and when the submissions were made that receipts end the wait of. */
async function noteAll(
  tx: SqlRunner,
  services: Services,
  news: readonly News[],
  atMs: number,
): Promise<NotedReceipt[]> {
  if (news.length === 0) return [];
  const attempts = await readAttempts(
    tx,
    news.map(({ match }) => match.messageId),
  );
  const networks = await readPlanNetworks(
    tx,
    [...new Set(news.map(({ match }) => match.workspace))],
    [...new Set(attempts.flatMap(({ plan }) => plan ?? []))],
  );
  const turns = new Map(attempts.map((attempt) => [`${attempt.messageId} ${attempt.n}`, attempt]));
  return news.flatMap(({ receipt, match, verdict, reason, message }) => {
    const turn = turns.get(`${match.messageId} ${match.attempt}`);
    if (turn === undefined || turn.route === null) return [];
    const { class: trafficClass, country } = message;
    const { route, claimedAtMs } = turn;
    const { network } = receipt;
    const { workspace } = match;
    const trial = countedTrial(services, { ...message, workspace }, claimedAtMs);
    return [
      {
        submission: {
          workspace,
          route,
          class: trafficClass,
          country,
          network: networks.get(turn.plan ?? '') ?? null,
          claimedAtMs,
          trial,
          shape: shapeOf(message),
          expectant: message.sealed,
        },
        verdict,
        reason,
        atMs,
        ...(network === undefined ? {} : { named: { messageId: match.messageId, network } }),
      },
    ];
  });
}

/** Replaces the verdict on a part by the verdict on the whole attempt. */
async function foldFindings(tx: SqlRunner, findings: readonly Finding[]): Promise<Finding[]> {
  const parts = new Map<string, Finding>();
  for (const finding of findings) {
    if (finding.match.part === null) continue;
    const key = `${finding.match.messageId} ${finding.match.attempt} ${finding.match.part}`;
    const known = parts.get(key);
    if (known === undefined || mergeVerdict(known.verdict, finding.verdict) !== known.verdict) parts.set(key, finding);
  }
  if (parts.size === 0) return [...findings];
  const standings = await settleParts(
    tx,
    [...parts.values()].map(({ match, verdict, reason }) => ({
      messageId: match.messageId,
      attempt: match.attempt,
      part: match.part ?? 1,
      verdict,
      reason,
    })),
  );
  const whole = new Map(standings.map((standing) => [`${standing.messageId} ${standing.attempt}`, standing]));
  return findings.map((finding) => {
    const standing =
      finding.match.part === null ? undefined : whole.get(`${finding.match.messageId} ${finding.match.attempt}`);
    if (standing === undefined) return finding;
    const { verdict } = foldParts(standing.verdicts);
    const reason = standing.reasons[standing.verdicts.indexOf(verdict)] ?? finding.reason;
    return { ...finding, verdict, reason };
  });
}

async function appendAll(
  tx: SqlRunner,
  services: Services,
  findings: readonly Finding[],
  nowMs: number,
): Promise<News[]> {
  let open = findings;
  const news: News[] = [];
  const changes: Parameters<typeof tallyChange>[0][number][] = [];
  for (let tries = 0; open.length > 0; tries += 1) {
    if (tries === TRIES) throw new Error('the history of a message changed at every try to add a receipt to it');
    const owners = open.map(({ match }) => ({ workspace: match.workspace, messageId: match.messageId }));
    const [positions, touched] = await Promise.all([
      readPositions(tx, [...new Set(owners.map((owner) => owner.messageId))]),
      readTouched(tx, owners),
    ]);
    const drafts = draftEvents(open, positions, nowMs);
    const events = drafts.map((draft) => draft.event);
    const unwritten = await appendEvents(tx, events);
    await announceEvents(
      tx,
      services,
      drafts.flatMap(({ event, told }) => {
        const message = touched.get(event.messageId);
        return message === undefined || unwritten.has(event) ? [] : [{ event, before: told, message }];
      }),
    );
    const changed: Changed[] = [];
    for (const { event, before, finding } of drafts) {
      const message = touched.get(event.messageId);
      if (message === undefined || unwritten.has(event) || event.state === before) continue;
      if (isNoted(before, event.state)) news.push({ ...finding, message });
      changed.push({ message, event });
      const { workspace } = event;
      changes.push({ message, workspace, state: event.state, delta: 1 });
      if (TALLIED.has(before)) changes.push({ message, workspace, state: before, delta: -1 });
    }
    await (await askNextChannels(tx, services, changed)).done;
    open = open.filter((_, index) => {
      const event = events[index];
      return event !== undefined && unwritten.has(event);
    });
  }
  // Last of all: whoever holds a counter must not wait for the history of a message.
  await addToTally(tx, tallyChange(changes));
  return news;
}

function draftEvents(
  findings: readonly Finding[],
  positions: Map<string, MessagePosition>,
  nowMs: number,
): {
  event: NewEvent;
  /** The state it changed, and the one the event before it tells. */
  before: NewEvent['state'];
  told: NewEvent['state'] | null;
  finding: Finding;
}[] {
  return findings.map((finding) => {
    const { receipt, match, verdict, reason } = finding;
    const position = positions.get(match.messageId);
    const claimed = position?.claimed === true && position.turns > (position?.eventAttempt ?? 0);
    const before = claimed ? 'sending' : (position?.state ?? 'sent');
    // A later turn may still deliver, so a bad verdict on an earlier one ends nothing; once the message has ended it counts again.
    const otherAttemptOpen = !isFinal(before) && (position?.turns ?? 0) > match.attempt;
    const step = transition(before, { kind: 'receipt', verdict, otherAttemptOpen });
    const changed = step.ok && step.changed;
    const after = changed ? step.state : before;
    const event: NewEvent = {
      messageId: match.messageId,
      seq: (position?.seq ?? 0) + 1,
      workspace: match.workspace,
      state: after,
      // The end of a message is newer than every turn at it, also than one that is still in flight when an earlier one delivers.
      attempt: Math.max(match.attempt, position?.eventAttempt ?? 0, changed ? (position?.turns ?? 0) : 0),
      late: step.ok && step.late,
      ref: null,
      reason: after === 'delivered' ? null : reason,
      receipt: { verdict: receipt.verdict, id: receipt.receiptId },
      data: match.part === null ? null : { part: match.part },
      atMs: nowMs,
    };
    // The next receipt of the same message in this batch builds on this one.
    if (position !== undefined) {
      positions.set(match.messageId, { ...position, seq: event.seq, state: after, eventAttempt: event.attempt });
    }
    return { event, before, told: position?.state ?? null, finding };
  });
}
