import {
  DEFAULT_COUNTRY,
  decodeId,
  encodeId,
  type FieldError,
  SENDERS_MAX,
  type SenderKind,
  type SenderView,
  type SetSenderRequest,
  SignalboxError,
} from '@signalbox/contracts';
import { isCountry, type ParsedSender, parseSender, senderKey, withAffix } from '@signalbox/core';
import { lockSenders, putSender, type SenderRow, type SqlRunner } from '@signalbox/db';
import { assertNoSecondPerson } from '../approvals/second-person.ts';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { senderView } from './view.ts';

// 3GPP TS 23.040 section 9.1.2.5: an alphanumeric address takes 11 septets.
const NAME_MAX = 11;

/** What a spelling may be said to be; the first is what it is when nothing is said. */
const KINDS: Readonly<Record<ParsedSender['kind'], readonly SenderRow['kind'][]>> = {
  number: ['long_number', 'toll_free'],
  short_code: ['short_code'],
  alphanumeric: ['alphanumeric'],
  mailbox: ['mailbox'],
};

interface GivenSender {
  id?: string | undefined;
  sender: SetSenderRequest;
}

/**
 * Puts a sender on file, a new one or (with an id) in place of what is there; in force for the next decision of every process. Throws
 * `request_invalid` naming each field that cannot be, `not_found` for an id that is none, `conflict` when the version was left behind, and
 * `forbidden` where a second person approves it.
 */
export async function setSender({ ctx, input }: { ctx: RequestContext; input: GivenSender }): Promise<SenderView> {
  const stored = await inWorkspace(ctx, async (tx) => {
    await assertNoSecondPerson(tx, ctx, 'senders');
    return storeSender(tx, ctx, await judgeSender(tx, ctx, input));
  });
  await ctx.services.config.refresh();
  const laws = ctx.services.config.current().lawsOf(ctx.workspace.number);
  return senderView(stored, { laws, nowMs: ctx.services.world.nowMs() });
}

interface JudgedSender {
  /** Undefined for a new one. */
  id: string | undefined;
  row: ReadRow;
  before: SenderRow | undefined;
}

/** Judges a sender that is given, with what stands in its place. Refuses as `setSender` does. */
export async function judgeSender(
  tx: SqlRunner,
  ctx: RequestContext,
  { id: given, sender: request }: GivenSender,
): Promise<JudgedSender> {
  const { row, fields } = read(request);
  if (fields.length > 0) throw new SignalboxError('request_invalid', { fields });
  const id = given === undefined ? undefined : decodeId('sender', given);
  const all = await lockSenders(tx, ctx.workspace.number);
  const before = all.find((one) => one.id === id);
  if (given !== undefined && before === undefined) throw notFound();
  if (request.version !== undefined && request.version !== before?.version) throw new SignalboxError('conflict');
  const fault = placeFault(all, id, row, before);
  if (fault !== undefined) throw new SignalboxError('request_invalid', { fields: [fault] });
  return { id, row, before };
}

/** Stores a sender in the transaction it was judged in; the caller refreshes what processes know. */
export async function storeSender(
  tx: SqlRunner,
  ctx: RequestContext,
  { id = ctx.services.ids.next(), row, before }: JudgedSender,
): Promise<SenderRow> {
  const after = await putSender(tx, { ...row, id, workspace: ctx.workspace.number });
  await recordAudit(tx, ctx, {
    action: 'sender.set',
    object: { kind: 'sender', id: encodeId('sender', id), name: `${after.sender} ${after.country}` },
    before: before === undefined ? null : factsOf(before),
    after: factsOf(after),
    // Live and sandbox share it.
    environment: null,
  });
  return after;
}

/** Said where no sender has the id. */
export const notFound = (): SignalboxError =>
  new SignalboxError('not_found', { detail: 'No sender is on file under this id.' });

/** What the audit log keeps of a sender. */
export function factsOf(row: ReadRow): object {
  const { channel, country, network, class: trafficClass, sender, kind, status, reference } = row;
  const { registeredOn: registered_on, expiresOn: expires_on, affix, documents, notes } = row;
  return {
    ...{ channel, country, network, class: trafficClass, sender, kind, status, reference },
    ...{ affix, documents, notes, registered_on, expires_on },
  };
}

type ReadRow = Omit<SenderRow, 'id' | 'workspace' | 'version' | 'updatedAt' | 'lastUsedOn'>;

function read(request: SetSenderRequest): { row: ReadRow; fields: FieldError[] } {
  const { channel, country, registered_on: registeredOn, expires_on: expiresOn, affix } = request;
  const fields: FieldError[] = [];
  const fault = (path: string, code: string, message: string) => void fields.push({ path, code, message });
  const parsed = parseSender(channel, request.sender);
  if (!parsed.ok) fault('sender', parsed.code, parsed.message);
  const sender = parsed.ok ? parsed.sender : request.sender;
  const kinds = parsed.ok ? KINDS[parsed.kind] : [];
  const kind: SenderKind = request.kind ?? kinds[0] ?? 'alphanumeric';
  if (parsed.ok && !kinds.includes(kind as SenderRow['kind'])) {
    fault('kind', 'not_allowed', `By its spelling this sender is: ${kinds.join(' or ')}; say that or leave it out.`);
  }
  if (country !== DEFAULT_COUNTRY && !isCountry(country)) {
    fault('country', 'invalid_value', 'Must be an ISO 3166-1 alpha-2 code such as MX, or "default".');
  }
  if (channel === 'email' && country !== DEFAULT_COUNTRY) {
    fault('country', 'not_allowed', 'Mail has no country: put its senders at "default".');
  }
  if (channel === 'email' && request.network !== null) {
    fault('network', 'not_allowed', 'Mail has no operator; leave it out.');
  }
  if (affix !== null && kind !== 'alphanumeric') {
    fault('affix', 'not_allowed', 'Operators add something to names alone; leave it out.');
  } else if (affix !== null && withAffix(sender, affix).length > NAME_MAX) {
    fault(
      'affix.text',
      'too_long',
      `With ${affix.text} the name has ${withAffix(sender, affix).length} characters and phones take ${NAME_MAX}; shorten the name.`,
    );
  }
  if (registeredOn !== null && expiresOn !== null && expiresOn < registeredOn) {
    fault('expires_on', 'invalid_value', 'The last day must not come before the first.');
  }
  const { network, class: trafficClass, status, reference, documents, notes } = request;
  return {
    fields,
    row: {
      ...{ channel, country, network, class: trafficClass, sender, key: senderKey(channel, sender) },
      ...{ kind: kind as SenderRow['kind'], status, reference, registeredOn, expiresOn, affix, documents, notes },
    },
  };
}

/** What keeps a sender from the place it is given: it stands there already, its place is with the ledgers, or there are too many. */
function placeFault(
  all: readonly SenderRow[],
  id: string | undefined,
  row: ReadRow,
  before: SenderRow | undefined,
): FieldError | undefined {
  const twin = all.find(
    (one) =>
      one.id !== id &&
      one.channel === row.channel &&
      one.country === row.country &&
      one.network === row.network &&
      one.class === row.class &&
      one.key === row.key,
  );
  if (twin !== undefined) {
    return {
      path: 'sender',
      code: 'taken',
      message: `It is on file for this country, operator and class already: change ${encodeId('sender', twin.id)}.`,
    };
  }
  if (before?.country !== 'IN' && row.country === 'IN' && row.kind === 'alphanumeric') {
    return {
      path: 'country',
      code: 'not_allowed',
      message: 'Headers of India are kept with its ledgers: add it under DLT (PUT /v1/dlt/headers).',
    };
  }
  if (before === undefined && all.length >= SENDERS_MAX) {
    return { path: 'sender', code: 'too_many', message: `A workspace has ${SENDERS_MAX} senders at most; remove one.` };
  }
  return undefined;
}
