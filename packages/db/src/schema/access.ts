import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { environment, memberRole } from './enums.ts';

/** Whom workspaces belong to: a company with one workspace for each of its brands or business units. */
export const organisation = pgTable('organisation', {
  number: integer().primaryKey().generatedAlwaysAsIdentity(),
  id: uuid().notNull().unique(),
  name: text().notNull(),
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
  },
  (table) => [index('session_user').on(table.userId)],
);

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
