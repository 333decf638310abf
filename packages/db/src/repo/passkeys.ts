import { textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** A passkey as its person sees it. */
export interface PasskeyRow {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  isBackedUp: boolean;
}

/** A passkey as a sign-in is checked with it. `publicKey` is a COSE key, it and `credentialId` in base64url. */
export interface PasskeyCredential {
  id: string;
  userId: string;
  credentialId: string;
  publicKey: string;
  counter: number;
  transports: string[];
}

/** The passkeys of a person, oldest first. */
export async function readPasskeys(sql: SqlRunner, userId: string): Promise<PasskeyRow[]> {
  return sql<PasskeyRow[]>`
    select id, name, created_at as "createdAt", last_used_at as "lastUsedAt", is_backed_up as "isBackedUp"
    from passkey where user_id = ${userId} order by created_at, id`;
}

/** What a browser must be told of the passkeys of a person, so that none is made twice on one device. */
export async function readPasskeyHandles(
  sql: SqlRunner,
  userId: string,
): Promise<Pick<PasskeyCredential, 'credentialId' | 'transports'>[]> {
  return sql<Pick<PasskeyCredential, 'credentialId' | 'transports'>[]>`
    select credential_id as "credentialId", transports from passkey where user_id = ${userId}`;
}

/** The passkey an authenticator names; undefined when there is none. */
export async function findPasskey(sql: SqlRunner, credentialId: string): Promise<PasskeyCredential | undefined> {
  const [row] = await sql<PasskeyCredential[]>`
    select id, user_id as "userId", credential_id as "credentialId", public_key as "publicKey", counter::float8 as counter, transports
    from passkey where credential_id = ${credentialId}`;
  return row;
}

/** Stores a passkey, which ends every session of its person; false when its credential is known already. */
export async function insertPasskey(
  sql: SqlRunner,
  given: PasskeyCredential & { name: string; isBackedUp: boolean },
): Promise<boolean> {
  const { count } = await sql`
    insert into passkey (id, user_id, name, credential_id, public_key, counter, transports, is_backed_up)
    values (${given.id}, ${given.userId}, ${given.name}, ${given.credentialId}, ${given.publicKey}, ${given.counter},
      ${textArray(given.transports)}::text[], ${given.isBackedUp})
    on conflict (credential_id) do nothing`;
  return count > 0;
}

/**
 * Notes a use of a passkey with the new count of its authenticator; false when another sign-in has taken that count, or the passkey is gone:
 * one answer of an authenticator opens one session.
 */
export async function takePasskeyUse(
  sql: SqlRunner,
  use: { id: string; counterBefore: number; counter: number; isBackedUp: boolean },
): Promise<boolean> {
  const { count } = await sql`
    update passkey set counter = ${use.counter}, is_backed_up = ${use.isBackedUp}, last_used_at = now()
    where id = ${use.id} and counter = ${use.counterBefore}`;
  return count > 0;
}

/** Gives a passkey of a person another name; tells the one before, undefined when the person has no such passkey. */
export async function renamePasskeyRow(
  sql: SqlRunner,
  given: { userId: string; id: string; name: string },
): Promise<string | undefined> {
  const [row] = await sql<{ name: string }[]>`
    update passkey p set name = ${given.name} from passkey before
    where p.id = ${given.id} and p.user_id = ${given.userId} and before.id = p.id returning before.name`;
  return row?.name;
}

/** What a person signs in with besides the password, and whether an organisation of theirs wants a second factor. */
export interface FactorState {
  hasAuthenticator: boolean;
  passkeys: number;
  isRequired: boolean;
}

/** Reads the factors of a person, whose account stays locked against another change of them until the transaction ends. */
export async function lockFactors(sql: SqlRunner, userId: string): Promise<FactorState> {
  await sql`select from "user" where id = ${userId} for update`;
  return readFactors(sql, userId);
}

/** Reads the factors of a person. */
export async function readFactors(sql: SqlRunner, userId: string): Promise<FactorState> {
  const [row] = await sql<FactorState[]>`
    select u.two_factor_enabled as "hasAuthenticator",
      (select count(*)::int from passkey where user_id = u.id) as passkeys,
      exists (select from membership m join workspace w on w.number = m.workspace join organisation o on o.number = w.organisation
        where m.user_id = u.id and o.requires_second_factor) as "isRequired"
    from "user" u where u.id = ${userId}`;
  return row ?? { hasAuthenticator: false, passkeys: 0, isRequired: false };
}

/** Takes a passkey of a person away, which ends every session of the person; its name, undefined when the person has no such passkey. */
export async function deletePasskey(sql: SqlRunner, userId: string, id: string): Promise<string | undefined> {
  const [row] = await sql<{ name: string }[]>`
    delete from passkey where id = ${id} and user_id = ${userId} returning name`;
  return row?.name;
}
