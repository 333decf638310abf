import {
  type ErasureCertificate,
  encodeId,
  FINAL_STATES,
  isOpenVerification,
  SignalboxError,
} from '@signalbox/contracts';
import {
  blankMessages,
  blankWebhookEvents,
  blockErased,
  type ErasedRows,
  endVerification,
  eraseByAddress,
  findRowsToErase,
  insertPersonRequest,
  lockPersonRequest,
  lockVerification,
  movePersonRequest,
  type PersonRequestRow,
  passTurnstile,
  RECIPIENT_TABLES,
  readHoldings,
  readLabelledEvents,
  readMessageRows,
  readPersonMessageIds,
  readPersonVerificationIds,
  readVerificationsById,
  type SqlRunner,
  stopChannelsOf,
  type Transaction,
  type VerificationRow,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { cancelUntouched, whileHistoryMoves } from '../messages/cancel.ts';
import { inWorkspace } from '../tenant.ts';
import { announceVerifications } from '../verifications/announce.ts';
import { webhookEventId } from '../webhooks/fan-out.ts';
import { sealCertificate } from './certificate.ts';
import { asSearcher } from './find.ts';
import { type Person, requestObject } from './person-of.ts';

/** Messages of one transaction: claims of the workspace wait for it. */
const BATCH = 200;
/** Messages that one search finds. */
const FOUND_AT_ONCE = 10_000;
const BLOCK_REASON = 'The person was erased.';

/** States a message does not leave by a claim of ours: what carriers still say of it is no sending. */
const ENDED: ReadonlySet<string> = new Set(['sent', ...FINAL_STATES]);

/** What has been done so far. */
interface Done {
  rows: Map<string, number>;
  canceled: number;
  onTheirWay: number;
}

const PROOF = 'It shows what was done with consent and suppressions, and no link of its chain may be changed.';
const BLOCK = 'The number is on a list against fraud until somebody lifts it.';
const WHY_KEPT: Readonly<Record<string, string>> = { audit_log: PROOF, blocked_numbers: BLOCK };

/**
 * Erases a person in steps that each commit as a whole: first the block, so that whatever is accepted from then on does not go; then the messages,
 * some hundred at a time and each cancelled before it is blanked; then what is found by the address. What breaks off is finished by asking again.
 */
export async function removeAll(
  ctx: RequestContext,
  person: Person,
  row: PersonRequestRow,
): Promise<ErasureCertificate> {
  const done: Done = { rows: new Map(), canceled: 0, onTheirWay: 0 };
  // What is found by reading much is looked for while nobody waits.
  const verificationIds = await asSearcher(ctx, (tx) => readPersonVerificationIds(tx, person));
  await whileHistoryMoves(() =>
    inWorkspace(ctx, (tx, asOwner) => block(ctx, tx, asOwner, person, row, verificationIds, done)),
  );
  // What is accepted from here on is refused by the block.
  let after: string | null = null;
  do {
    const from: string | null = after;
    const ids: string[] = await asSearcher(ctx, (tx) => readPersonMessageIds(tx, person, from, FOUND_AT_ONCE));
    for (let at = 0; at < ids.length; at += BATCH) {
      const some = ids.slice(at, at + BATCH);
      await whileHistoryMoves(() => inWorkspace(ctx, (tx, asOwner) => blankSome(ctx, tx, asOwner, person, some, done)));
    }
    after = ids.length < FOUND_AT_ONCE ? null : (ids.at(-1) ?? null);
  } while (after !== null);
  const found = await asSearcher(ctx, (tx) => findRowsToErase(tx, person));
  const kept = await asSearcher(ctx, (tx) => keptOf(tx, person));
  return inWorkspace(ctx, async (tx, asOwner) => {
    await passTurnstile(tx, person.workspace, true);
    await asOwner();
    add(done, await eraseByAddress(tx, person, found));
    return finish(ctx, tx, person, row, kept, done);
  });
}

const add = ({ rows }: Done, more: ErasedRows): void => {
  for (const [table, count] of Object.entries(more)) rows.set(table, (rows.get(table) ?? 0) + count);
};

/** Puts the block in place and ends the codes that are waited for. A claim that commits later has seen it. */
async function block(
  ctx: RequestContext,
  tx: Transaction,
  asOwner: () => Promise<unknown>,
  person: Person,
  row: PersonRequestRow,
  verificationIds: readonly string[],
  done: Done,
): Promise<void> {
  const { workspace, environment } = person;
  const { nowMs } = await passTurnstile(tx, workspace, true);
  const known = await lockPersonRequest(tx, workspace, environment, row.id);
  if (known === undefined) await insertPersonRequest(tx, workspace, row);
  else if (known.state === 'waiting' && row.decided !== null) {
    await movePersonRequest(tx, workspace, row.id, { state: 'running', decided: row.decided });
  } else throw new SignalboxError('conflict', { detail: `The request is ${known.state} already.` });
  const given = { id: ctx.services.ids.next(), classes: row.blockedClasses, reason: BLOCK_REASON };
  const blocked = await blockErased(tx, person, given);
  const verifications = await readVerificationsById(tx, workspace, environment, verificationIds);
  const open = verifications.filter(({ state, leftMs }) => isOpenVerification(state) && leftMs > 0);
  const ended: VerificationRow[] = [];
  // Few: a person has one open for each purpose. The lock lets a check that is under way end first.
  for (const { id } of open) {
    const verification = await lockVerification(tx, workspace, id);
    if (verification === undefined || !isOpenVerification(verification.state)) continue;
    await endVerification(tx, workspace, id, { state: 'canceled', reason: null, evidence: null });
    ended.push(verification);
  }
  await cancelUntouched(
    ctx,
    tx,
    asOwner,
    ended.flatMap(({ messageIds }) => messageIds),
    nowMs,
  );
  await announceVerifications(
    tx,
    ctx.services,
    ended.map((one) => ({ ...one, workspace, type: 'verification.canceled', state: 'canceled', reason: null })),
  );
  add(done, { suppression: blocked });
  done.canceled += ended.length;
}

/** Cancels some messages and blanks those of them that nothing is done with any more. */
async function blankSome(
  ctx: RequestContext,
  tx: Transaction,
  asOwner: () => Promise<unknown>,
  person: Person,
  ids: readonly string[],
  done: Done,
): Promise<void> {
  const { workspace, environment } = person;
  const { nowMs } = await passTurnstile(tx, workspace, true);
  await asOwner();
  const later = await stopChannelsOf(tx, workspace, ids);
  const before = await readMessageRows(tx, workspace, environment, ids);
  await cancelUntouched(ctx, tx, asOwner, ids, nowMs);
  const rows = await readMessageRows(tx, workspace, environment, ids);
  const ended = rows.filter(({ state }) => ENDED.has(state)).map(({ id }) => id);
  const told = (await readLabelledEvents(tx, person, ended)).map(webhookEventId);
  const webhookEvents = await blankWebhookEvents(tx, workspace, told);
  add(done, { ...(await blankMessages(tx, person, ended)), message_group: later, webhook_event: webhookEvents });
  const isCanceled = new Set(rows.filter(({ state }) => state === 'canceled').map(({ id }) => id));
  done.canceled += before.filter(({ id, state }) => state !== 'canceled' && isCanceled.has(id)).length;
  done.onTheirWay += rows.length - ended.length;
}

/** Writes down what was done. */
async function finish(
  ctx: RequestContext,
  tx: Transaction,
  person: Person,
  row: PersonRequestRow,
  kept: ErasureCertificate['kept'],
  done: Done,
): Promise<ErasureCertificate> {
  const endedAtMs = ctx.services.world.nowMs();
  const certificate = sealCertificate(ctx.services.personHash, {
    format: 'signalbox-erasure-certificate/1',
    request_id: encodeId('personRequest', row.id),
    workspace_id: encodeId('workspace', ctx.workspace.id),
    environment: person.environment,
    channel: person.channel,
    person: person.hash,
    asked_at: new Date(row.createdAtMs).toISOString(),
    ended_at: new Date(endedAtMs).toISOString(),
    canceled: done.canceled,
    erased: RECIPIENT_TABLES.filter(({ found, erasure }) => found !== 'not' && erasure !== 'kept').map(({ table }) => ({
      table,
      rows: done.rows.get(table) ?? 0,
    })),
    kept,
    on_their_way: done.onTheirWay,
    blocked_classes: [...row.blockedClasses],
  });
  await movePersonRequest(tx, person.workspace, row.id, { state: 'done', endedAtMs, certificate });
  await recordAudit(tx, ctx, {
    action: 'person.erased',
    object: requestObject(row),
    before: null,
    after: { person: person.hash, reason: row.reason, seal: certificate.seal },
  });
  return certificate;
}

/** What still names the person, and why it stays. */
async function keptOf(tx: SqlRunner, person: Person): Promise<ErasureCertificate['kept']> {
  const held = await readHoldings(tx, person);
  return held.flatMap(({ kind, count }) => {
    const because = WHY_KEPT[kind];
    const table = RECIPIENT_TABLES.find((one) => one.kind === kind)?.table;
    return because === undefined || table === undefined || count === 0 ? [] : [{ table, rows: count, because }];
  });
}
