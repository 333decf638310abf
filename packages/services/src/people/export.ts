import { channelsBeside, type ExportPersonRequest, encodeId, type PersonCopy } from '@signalbox/contracts';
import {
  insertPersonRequest,
  type PersonRows,
  readConsents,
  readEvents,
  readMessageRows,
  readPersonMessageIds,
  readPersonRows,
  readPersonVerificationIds,
  readVerificationsById,
  type SqlRunner,
  type StoredEvent,
} from '@signalbox/db';
import { assertApproved } from '../approvals/assert-approved.ts';
import { recordAudit } from '../audit/record.ts';
import { viewConsent } from '../consent/spell.ts';
import type { RequestContext } from '../context.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { viewMessages } from '../messages/view.ts';
import { inWorkspace } from '../tenant.ts';
import { viewVerifications } from '../verifications/view.ts';
import { asSearcher } from './find.ts';
import { newRequest, type Person, personOf, requestObject } from './person-of.ts';

const PART = 1000;
/** More entries about one person than any ledger holds. */
const CONSENTS_MAX = 10_000;

type Copied = Omit<PersonCopy, 'format' | 'request_id' | 'made_at' | 'workspace_id' | 'next_cursor'>;

/**
 * Everything that is held about a person, as one document in parts: a thousand messages each, all else in the first. Each part is an entry of
 * the register and of the audit log, under the keyed hash of the address. Throws `forbidden` where a second person approves exports and did
 * not.
 */
export async function exportPerson({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ExportPersonRequest;
}): Promise<PersonCopy> {
  const person = personOf(ctx, input);
  const after = decodeCursor(input.cursor);
  const { environment, hash: object } = person;
  await inWorkspace(ctx, (tx) =>
    assertApproved(tx, ctx, { kind: 'exports', action: 'export.person', environment, object }),
  );
  const { copied, next } = await asSearcher(ctx, (tx) => readPart(ctx, tx, person, after));
  const request = newRequest(ctx, person, { kind: 'copy', reason: input.reason });
  await inWorkspace(ctx, async (tx) => {
    await insertPersonRequest(tx, person.workspace, { ...request, state: 'done', endedAtMs: request.createdAtMs });
    await recordAudit(tx, ctx, {
      action: 'person.copied',
      object: requestObject(request),
      before: null,
      after: { person: person.hash, reason: input.reason, messages: copied.messages.length },
    });
  });
  return {
    format: 'signalbox-person-copy/1',
    request_id: encodeId('personRequest', request.id),
    made_at: new Date(request.createdAtMs).toISOString(),
    workspace_id: encodeId('workspace', ctx.workspace.id),
    ...copied,
    next_cursor: next === null ? null : encodeCursor(next),
  };
}

async function readPart(
  ctx: RequestContext,
  tx: SqlRunner,
  person: Person,
  after: string | null,
): Promise<{ copied: Copied; next: string | null }> {
  const ids = await readPersonMessageIds(tx, person, after, PART + 1);
  const part = ids.slice(0, PART);
  const rows = await readMessageRows(tx, person.workspace, person.environment, part);
  const messages = await viewMessages(ctx, tx, rows);
  const events = part.length === 0 ? [] : await readEvents(tx, part);
  const histories = Map.groupBy(events.map(viewEvent), ({ id }) => id);
  const first = after === null;
  const others = first ? await readPersonRows(tx, person) : NOTHING;
  const said = events.flatMap(({ messageId, atMs, receiptRaw, receiptVerdict }) =>
    receiptRaw === null
      ? []
      : [
          {
            message_id: encodeId('message', messageId),
            at: new Date(atMs).toISOString(),
            verdict: receiptVerdict,
            raw: receiptRaw,
          },
        ],
  );
  return {
    copied: {
      environment: person.environment,
      channel: person.channel,
      address: person.address,
      messages: messages.map((view) => ({ ...view, history: histories.get(view.id) ?? [] })),
      receipts: [...said, ...others.orphans],
      later_channels: others.laterChannels,
      replies: others.replies,
      ...(first ? await readLedgers(ctx, tx, person) : { verifications: [], consents: [] }),
      list_members: others.listMembers,
      suppressions: others.suppressions,
      counters: others.counters,
      networks: others.networks,
      registries: others.registries,
      blocked_numbers: others.prefixes,
      audit_log: others.audit,
    },
    next: ids.length > PART ? (part.at(-1) ?? null) : null,
  };
}

const NOTHING: PersonRows = {
  laterChannels: [],
  replies: [],
  listMembers: [],
  suppressions: [],
  counters: [],
  networks: [],
  registries: [],
  prefixes: [],
  audit: [],
  orphans: [],
};

const viewEvent = ({ messageId, atMs, state, reason }: StoredEvent) => ({
  id: encodeId('message', messageId),
  at: new Date(atMs).toISOString(),
  state,
  reason,
});

async function readLedgers(
  ctx: RequestContext,
  tx: SqlRunner,
  person: Person,
): Promise<Pick<Copied, 'verifications' | 'consents'>> {
  const { workspace, environment, channel, address } = person;
  const ids = await readPersonVerificationIds(tx, person);
  const rows = await readVerificationsById(tx, workspace, environment, ids);
  const places = channelsBeside(channel).map((one) => ({ workspace, environment, channel: one, addresses: [address] }));
  const consents = (await Promise.all(places.map((place) => readConsents(tx, place, CONSENTS_MAX)))).flat();
  return { verifications: await viewVerifications(ctx, tx, rows), consents: consents.map(viewConsent) };
}
