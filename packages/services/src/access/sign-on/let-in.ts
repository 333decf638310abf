import { type AuditAction, encodeId } from '@signalbox/contracts';
import type { SignOnJudgement } from '@signalbox/core';
import {
  changeRoleRow,
  insertMembership,
  insertSignOnPerson,
  lockSignOnPerson,
  noteSubject,
  renameUser,
  type SignOnPerson,
  type Sql,
  type StoredSingleSignOn,
  type Transaction,
  takeInvitationsOf,
} from '@signalbox/db';
import { type AuditContext, recordAudit } from '../../audit/record.ts';
import { maskMailbox } from '../mask-mailbox.ts';

/** Why somebody is not let in whose address is right: nobody invited the person, or the address was of somebody else before. */
export type LetInRefusal = 'not_invited' | 'other_person';

/** Somebody whom the identity provider of an organisation vouches for. `subject` is how the provider names the person for ever. */
export interface Vouched {
  signOn: StoredSingleSignOn;
  person: Extract<SignOnJudgement, { ok: true }>;
  subject: string;
}

/** What letting somebody in needs, and the call it happens in. */
export interface LetInContext extends Pick<AuditContext, 'services' | 'requestId' | 'address'> {
  sql: Sql;
}

interface Change {
  workspace: { number: number; id: string };
  action: AuditAction;
  before: object | null;
  after: object;
}

/**
 * Finds the person with the address, or makes the account of somebody new who may join, and lets roles follow what the provider says. One
 * transaction with its entries in the audit log; a second sign-in of the same person at the same moment waits for it.
 */
export async function letIn(ctx: LetInContext, vouched: Vouched): Promise<{ userId: string } | LetInRefusal> {
  return ctx.sql
    .begin(async (tx): Promise<{ userId: string } | LetInRefusal> => {
      const { signOn, person, subject } = vouched;
      const { organisation } = signOn;
      const found = await lockSignOnPerson(tx, organisation, person.email);
      // An address that was given to somebody else: the account is of whoever had it before.
      if (found?.subject !== undefined && found.subject !== null && found.subject !== subject) return 'other_person';
      const userId = found?.userId ?? encodeId('user', ctx.services.ids.next());
      if (found === undefined) await insertSignOnPerson(tx, { id: userId, name: person.name, email: person.email });
      const changes = await settle(tx, vouched, { ...(found ?? NOBODY), userId });
      if (changes === undefined) throw new NotInvited();
      if (found?.subject === undefined || found.subject === null) {
        await noteSubject(tx, { id: ctx.services.ids.next(), organisation, userId, subject });
      }
      // Who has no password here is known by the provider alone, so the name is what it says.
      if (found !== undefined && !found.hasPassword && found.name !== person.name) {
        await renameUser(tx, userId, person.name);
      }
      await record(tx, ctx, { id: userId, name: person.name }, changes);
      return { userId };
    })
    .catch((error: unknown) => {
      if (error instanceof NotInvited) return 'not_invited' as const;
      throw error;
    });
}

/** Thrown to undo what was begun for somebody who may not join. */
class NotInvited extends Error {}

const NOBODY: Omit<SignOnPerson, 'userId'> = { name: '', hasPassword: false, subject: null, memberships: [] };

/** Sees to it that the person belongs to a workspace of the organisation; undefined when nothing says so. */
async function settle(
  tx: Transaction,
  { signOn, person }: Vouched,
  found: SignOnPerson,
): Promise<Change[] | undefined> {
  const { organisation, joins, joinsId } = signOn;
  const { userId, memberships } = found;
  const taken = await takeInvitationsOf(tx, { organisation, email: person.email, userId });
  const changes: Change[] = taken.map((one) => ({
    workspace: { number: one.workspace, id: one.workspaceId },
    action: 'member.joined',
    before: null,
    after: { ...factsOf(person.email, one.role), invitation_id: encodeId('invitation', one.id) },
  }));
  if (joins === null || joinsId === null || person.role === null) {
    return memberships.length + changes.length > 0 ? changes : undefined;
  }
  const workspace = { number: joins, id: joinsId };
  const { role } = person;
  const before = [...memberships, ...taken].find((one) => one.workspace === joins)?.role;
  if (before === undefined && memberships.length + changes.length === 0) {
    await insertMembership(tx, { userId, workspace: joins, role });
    const after = { ...factsOf(person.email, role), single_sign_on: signOn.name };
    changes.push({ workspace, action: 'member.joined', before: null, after });
  } else if (signOn.roleClaim !== null && before !== undefined && before !== role) {
    // The last owner stays one, whatever the provider says.
    if ((await changeRoleRow(tx, joins, { userId, role })).kind === 'done') {
      const after = { ...factsOf(person.email, role), single_sign_on: signOn.name };
      changes.push({ workspace, action: 'member.role_changed', before: factsOf(person.email, before), after });
    }
  }
  return changes;
}

const factsOf = (email: string, role: string) => ({ email: maskMailbox(email), role });

async function record(
  tx: Transaction,
  ctx: LetInContext,
  user: { id: string; name: string },
  changes: readonly Change[],
): Promise<void> {
  const object = { kind: 'user', ...user } as const;
  // In the order of their numbers, so that two sign-ins never wait for each other in a circle.
  const inOrder = changes.toSorted((one, other) => one.workspace.number - other.workspace.number);
  await Promise.all(
    inOrder.map(({ workspace, ...change }) => {
      const entry: AuditContext = { ...ctx, actor: object, workspace, environment: null };
      return recordAudit(tx, entry, { ...change, object });
    }),
  );
}
