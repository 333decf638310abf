import {
  type ChangeListRequest,
  type CreateListRequest,
  decodeId,
  encodeId,
  type ListMembersQuery,
  type ListsView,
  type ListView,
  type MemberPage,
  SignalboxError,
} from '@signalbox/contracts';
import { parseSender } from '@signalbox/core';
import {
  type CountedListRow,
  findOptInList,
  insertOptInList,
  type OptInListRow,
  readListMembers,
  readOptInLists,
  type Transaction,
  updateOptInList,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { nameTaken, refuseField } from '../field-refusal.ts';
import { inWorkspace, readWithin } from '../tenant.ts';
import { viewList, viewMember } from './view.ts';

const DEFAULT_HOURLY = 500;

/** The list of a public id, or `not_found`. */
export async function findList(tx: Transaction, ctx: RequestContext, publicId: string): Promise<OptInListRow> {
  const id = decodeId('list', publicId);
  const row = id === undefined ? undefined : await findOptInList(tx, ctx.workspace.number, ctx.environment, id);
  if (row === undefined) throw new SignalboxError('not_found', { detail: 'There is no list with this id.' });
  return row;
}

const factsOf = ({ name, channel, purpose, topic, doubleOptIn, confirmHours, wordings, ...row }: OptInListRow) => ({
  name,
  channel,
  purpose,
  topic,
  opt_in: doubleOptIn ? 'double' : 'single',
  confirm_within_hours: confirmHours,
  wordings: Object.fromEntries(Object.entries(wordings).map(([locale, { version }]) => [locale, version])),
  sign_up: { open: row.signUpOpen, hourly_limit: row.signUpHourly },
});

/** Anybody can type the address of anybody on a page: only the confirmation tells who agrees. */
function assertConfirmed(field: 'sign_up' | 'opt_in', doubleOptIn: boolean, isOpen: boolean): void {
  if (doubleOptIn || !isOpen) return;
  const cure = 'The page where people sign up needs double opt-in: set `opt_in` to "double", or close the page.';
  throw refuseField(field, 'needs_double_opt_in', cure);
}

const objectOf = ({ id, name }: { id: string; name: string }) =>
  ({ kind: 'list', id: encodeId('list', id), name }) as const;

/** Makes a list. Throws `request_invalid` for a name that is taken or a sender that is none. */
export async function createList({ ctx, input }: { ctx: RequestContext; input: CreateListRequest }): Promise<ListView> {
  const sender = input.from === undefined ? null : parseSender(input.channel, input.from);
  if (sender !== null && !sender.ok) throw refuseField('from', sender.code, sender.message);
  const list = {
    id: ctx.services.ids.next(),
    environment: ctx.environment,
    channel: input.channel,
    name: input.name,
    purpose: input.purpose,
    topic: input.topic ?? null,
    doubleOptIn: input.opt_in === 'double',
    confirmHours: input.confirm_within_hours,
    sender: sender?.sender ?? null,
    wordings: input.wordings,
    signUpOpen: input.sign_up?.open ?? false,
    signUpHourly: input.sign_up?.hourly_limit ?? DEFAULT_HOURLY,
  };
  assertConfirmed('sign_up', list.doubleOptIn, list.signUpOpen);
  return inWorkspace(ctx, async (tx) => {
    await insertOptInList(tx, ctx.workspace.number, list).catch((error) => {
      throw nameTaken(error, 'list');
    });
    const made = await readOne(tx, ctx, list.id);
    await recordAudit(tx, ctx, { action: 'list.created', object: objectOf(list), before: null, after: factsOf(made) });
    return viewList(ctx.services, made);
  });
}

/** Changes a list. What people were shown until now stays in the ledger with their consents. */
export async function changeList({
  ctx,
  input: { id, ...change },
}: {
  ctx: RequestContext;
  input: ChangeListRequest & { id: string };
}): Promise<ListView> {
  return inWorkspace(ctx, async (tx) => {
    const before = await findList(tx, ctx, id);
    const after = {
      id: before.id,
      name: change.name ?? before.name,
      doubleOptIn: change.opt_in === undefined ? before.doubleOptIn : change.opt_in === 'double',
      confirmHours: change.confirm_within_hours ?? before.confirmHours,
      wordings: change.wordings ?? before.wordings,
      signUpOpen: change.sign_up?.open ?? before.signUpOpen,
      signUpHourly: change.sign_up?.hourly_limit ?? before.signUpHourly,
    };
    assertConfirmed(change.sign_up === undefined ? 'opt_in' : 'sign_up', after.doubleOptIn, after.signUpOpen);
    await updateOptInList(tx, ctx.workspace.number, after).catch((error) => {
      throw nameTaken(error, 'list');
    });
    await recordAudit(tx, ctx, {
      action: 'list.changed',
      object: objectOf(after),
      before: factsOf(before),
      after: factsOf({ ...before, ...after }),
    });
    return viewList(ctx.services, await readOne(tx, ctx, before.id));
  });
}

async function readOne(tx: Transaction, ctx: RequestContext, id: string): Promise<CountedListRow> {
  const [row] = await readOptInLists(tx, ctx.workspace.number, ctx.environment, id);
  if (row === undefined) throw new SignalboxError('not_found', { detail: 'There is no list with this id.' });
  return row;
}

const TOO_LONG = 'The people of the lists take too long to count; try again.';

/** The lists of the environment, by name. */
export async function listLists({ ctx }: { ctx: RequestContext; input: object }): Promise<ListsView> {
  const rows = await readWithin(ctx, TOO_LONG, (tx) => readOptInLists(tx, ctx.workspace.number, ctx.environment));
  return { data: rows.map((row) => viewList(ctx.services, row)) };
}

/** One list; `not_found` when there is none of this id here. */
export async function getList({ ctx, input }: { ctx: RequestContext; input: { id: string } }): Promise<ListView> {
  return readWithin(ctx, TOO_LONG, async (tx) => {
    const { id } = await findList(tx, ctx, input.id);
    return viewList(ctx.services, await readOne(tx, ctx, id));
  });
}

/** People of a list, by address. */
export async function listMembersOf({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ListMembersQuery & { id: string };
}): Promise<MemberPage> {
  return readWithin(ctx, 'The list takes too long to read; ask for fewer people at once.', async (tx) => {
    const { id } = await findList(tx, ctx, input.id);
    const filter = { list: id, state: input.state ?? null, after: decodePlace(input.cursor) };
    const rows = await readListMembers(tx, ctx.workspace.number, filter, input.limit + 1);
    const page = rows.slice(0, input.limit);
    const last = page.at(-1);
    const hasMore = rows.length > input.limit && last !== undefined;
    return {
      data: page.map(viewMember),
      next_cursor: hasMore ? Buffer.from(last.address).toString('base64url') : null,
    };
  });
}

/** Reads a place in the order of addresses. */
function decodePlace(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const bytes = Buffer.from(cursor, 'base64url');
  const text = bytes.toString('utf8');
  if (bytes.toString('base64url') !== cursor || text.includes('\0') || !Buffer.from(text).equals(bytes)) {
    const message = 'This is not a cursor of ours; give `next_cursor` of the page before, or leave it out.';
    throw refuseField('cursor', 'format_invalid', message);
  }
  return text;
}
