import type { ClaimedRole } from '@signalbox/contracts';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { environment, memberRole, secondPersonKind, signInMethod } from './enums.ts';

/** Whom workspaces belong to: a company with one workspace for each of its brands or business units. */
export const organisation = pgTable('organisation', {
  number: integer().primaryKey().generatedAlwaysAsIdentity(),
  id: uuid().notNull().unique(),
  name: text().notNull(),
  /** Whether its workspaces open only to sessions in which a second factor was proved. */
  requiresSecondFactor: boolean('requires_second_factor').notNull().default(false),
  createdAt: instant('created_at').notNull().defaultNow(),
});

/**
 * A tenant. `number` is the internal key of every other table, `id` the public one. One that is stored without an organisation founds its
 * own (trigger `workspace_founds_organisation`), so that each belongs to exactly one.
 */
export const workspace = pgTable(
  'workspace',
  {
    number: integer().primaryKey().generatedAlwaysAsIdentity(),
    id: uuid().notNull().unique(),
    organisation: integer()
      .notNull()
      .references(() => organisation.number),
    name: text().notNull(),
    /** Where its data lives, by the name of the region; null is wherever this installation runs. */
    homeRegion: text('home_region'),
    /** ISO 4217. */
    defaultCurrency: text('default_currency').notNull().default('USD'),
    /** A zone of the IANA database. */
    timeZone: text('time_zone').notNull().default('UTC'),
    /** BCP 47. */
    defaultLanguage: text('default_language').notNull().default('en'),
    /** The kinds of thing that take force only when a second person approves them. */
    secondPersonFor: secondPersonKind('second_person_for').array().notNull().default([]),
    /** What becomes of links that lead to no domain of `link_domains`: any, warn or refuse. */
    links: text().notNull().default('any'),
    linkDomains: text('link_domains').array().notNull().default([]),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [index('workspace_organisation').on(table.organisation)],
);
/** A workspace whose people have put the first steps away. */
export const onboardingClosed = pgTable('onboarding_closed', {
  workspace: integer()
    .primaryKey()
    .references(() => workspace.number),
  closedAt: instant('closed_at').notNull().defaultNow(),
});

/** A person who signs in to the console (shape fixed by better-auth). */
export const user = pgTable('user', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text(),
  /** Whether a sign-in asks for a code of the authenticator too. A change ends every session, see the trigger. */
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** A signed-in browser (shape fixed by better-auth). */
export const session = pgTable(
  'session',
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    /** The workspace it works in; ours, not of better-auth. Null, or one the person left: the first the person joined. */
    activeWorkspace: integer('active_workspace').references(() => workspace.number),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    /** When the browser last asked for something, to the minute. */
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    /** How it was opened. */
    method: signInMethod().notNull().default('password'),
    /** Whether a second factor was proved when it was opened: a code, or a passkey, which is both factors in one. */
    secondFactor: boolean('second_factor').notNull().default(false),
    /** Whose single sign-on opened it: of all the person's workspaces it reaches those of this organisation alone. */
    organisation: integer().references(() => organisation.number, { onDelete: 'cascade' }),
  },
  (table) => [index('session_user').on(table.userId), index('session_organisation').on(table.organisation)],
);

/** A passkey of a person: a key pair of which we hold the public half. One that is added or removed ends every session, see the trigger. */
export const passkey = pgTable(
  'passkey',
  {
    id: uuid().primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** As the authenticator names it, in base64url. */
    credentialId: text('credential_id').notNull().unique(),
    /** A COSE key, in base64url. */
    publicKey: text('public_key').notNull(),
    /** How often it was used, by the authenticator's own count; 0 for ever where it does not count. */
    counter: bigint({ mode: 'number' }).notNull(),
    transports: text().array().notNull(),
    /** Whether it is synchronised to other devices of the person. */
    isBackedUp: boolean('is_backed_up').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [index('passkey_user').on(table.userId)],
);

/** How people of an organisation sign in through its own identity provider (OpenID Connect). */
export const singleSignOn = pgTable('single_sign_on', {
  organisation: integer()
    .primaryKey()
    .references(() => organisation.number),
  /** What the button of the sign-in page says. */
  name: text().notNull(),
  issuer: text().notNull(),
  clientId: text('client_id').notNull(),
  /** Sealed. */
  clientSecret: text('client_secret').notNull(),
  /** Only addresses of these domains are let in. */
  domains: text().array().notNull(),
  isEnabled: boolean('is_enabled').notNull(),
  /** The owner's word that the provider asks for a second factor itself. */
  provesSecondFactor: boolean('proves_second_factor').notNull(),
  /** The workspace that somebody new joins; null: only who belongs to one already is let in. */
  joins: integer().references(() => workspace.number),
  /** As what somebody new joins when no claim says it; null: not at all. */
  joinsAs: memberRole('joins_as'),
  /** The claim that holds groups or roles, and what its values are here, the first that fits; null: no claim is read. */
  roleClaim: text('role_claim'),
  claimedRoles: jsonb('claimed_roles').$type<ClaimedRole[]>(),
  version: integer().notNull().default(1),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** The authenticator of a person and the backup codes, both encrypted (shape fixed by better-auth). */
export const twoFactor = pgTable(
  'two_factor',
  {
    id: text().primaryKey(),
    secret: text().notNull(),
    backupCodes: text('backup_codes').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** False until the first code was typed: such a one protects nothing yet. */
    verified: boolean().notNull().default(true),
    failedVerificationCount: integer('failed_verification_count').notNull().default(0),
    lockedUntil: instant('locked_until'),
    /** The codes typed last, newest first: none of them is taken again. */
    recentCodes: text('recent_codes').array().notNull().default([]),
  },
  (table) => [uniqueIndex('two_factor_user').on(table.userId)],
);

/** A way to sign in, with the password hash (shape fixed by better-auth). */
export const account = pgTable(
  'account',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text(),
    password: text(),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [index('account_user').on(table.userId)],
);

/** Short-lived proofs of the sign-in library (shape fixed by better-auth). */
export const verification = pgTable('verification', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: instant('expires_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** Who belongs to which workspace, and as what. */
export const membership = pgTable(
  'membership',
  {
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    workspace: integer()
      .notNull()
      .references(() => workspace.number),
    role: memberRole().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.workspace] }),
    index('membership_workspace').on(table.workspace),
  ],
);

/** An offer to join a workspace, until it is taken, withdrawn or too old. Only the SHA-256 of its token is stored. */
export const invitation = pgTable(
  'invitation',
  {
    id: uuid().primaryKey(),
    workspace: integer()
      .notNull()
      .references(() => workspace.number),
    email: text().notNull(),
    role: memberRole().notNull(),
    tokenHash: text('token_hash').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    uniqueIndex('invitation_email').on(table.workspace, table.email),
    uniqueIndex('invitation_token').on(table.tokenHash),
  ],
);

/** A credential of a calling system: only the SHA-256 of the secret is stored, found by its public prefix. */
export const apiKey = pgTable(
  'api_key',
  {
    number: integer().primaryKey().generatedAlwaysAsIdentity(),
    id: uuid().notNull().unique(),
    workspace: integer()
      .notNull()
      .references(() => workspace.number),
    environment: environment().notNull(),
    name: text().notNull(),
    prefix: text().notNull(),
    secretHash: text('secret_hash').notNull(),
    /** The secret before the last rotation, which works until `previousUntil`. */
    previousHash: text('previous_hash'),
    previousUntil: instant('previous_until'),
    /** What the key may do; null is everything. */
    scopes: text().array(),
    /** Networks (CIDR) it may be used from; null is everywhere. */
    allowedNetworks: text('allowed_networks').array(),
    expiresAt: instant('expires_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [uniqueIndex('api_key_prefix').on(table.prefix), index('api_key_workspace').on(table.workspace)],
);
