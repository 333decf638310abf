import { sql } from 'drizzle-orm';
import { check, date, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { dltCtaType, dltKind, dltStatus } from './enums.ts';
import { owner } from './owner.ts';
import { provider } from './routing.ts';

// India's ledgers as a workspace has them on file. Like what is said of countries, both environments share it. Ids of the ledgers are text:
// 19 digits are more than a number holds.

/** What every registration has: whose it is, how it stands at the operator and until when. */
const registration = () => ({
  id: uuid().primaryKey(),
  workspace: owner(),
  status: dltStatus().notNull(),
  expiresOn: date('expires_on', { mode: 'string' }),
  version: integer().notNull().default(1),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** A principal entity: the brand as the ledgers know it. */
export const dltEntity = pgTable(
  'dlt_entity',
  {
    ...registration(),
    entityId: text('entity_id').notNull(),
    name: text().notNull(),
    /** How operators compare its texts with its templates. */
    matching: jsonb().notNull(),
  },
  (table) => [
    uniqueIndex('dlt_entity_id').on(table.workspace, table.entityId),
    check('dlt_entity_id_is_digits', sql`${table.entityId} ~ '^[0-9]{10,30}$'`),
  ],
);

const entity = () =>
  uuid()
    .notNull()
    .references(() => dltEntity.id, { onDelete: 'cascade' });

/** A header: what stands as the sender, without what the operator adds. Case counts. */
export const dltHeader = pgTable(
  'dlt_header',
  { ...registration(), entity: entity(), header: text().notNull() },
  (table) => [uniqueIndex('dlt_header_header').on(table.workspace, table.header)],
);

/** A content template, as registered. */
export const dltTemplate = pgTable(
  'dlt_template',
  {
    ...registration(),
    entity: entity(),
    templateId: text('template_id').notNull(),
    name: text().notNull(),
    kind: dltKind().notNull(),
    headers: text().array().notNull(),
    text: text().notNull(),
    /** Tags of the placeholders when the portal holds them beside the text; null when they stand in it. */
    tags: text().array(),
    consentTemplateId: text('consent_template_id'),
  },
  (table) => [
    uniqueIndex('dlt_template_id').on(table.workspace, table.templateId),
    check('dlt_template_id_is_digits', sql`${table.templateId} ~ '^[0-9]{10,30}$'`),
  ],
);

/** A call to action on the whitelist: a link, an app, a number or an address that texts may carry. */
export const dltCta = pgTable(
  'dlt_cta',
  { ...registration(), entity: entity(), type: dltCtaType().notNull(), value: text().notNull() },
  (table) => [uniqueIndex('dlt_cta_value').on(table.workspace, table.entity, table.type, table.value)],
);

/** The wording by which consents are acquired on the operators' platform. */
export const dltConsentTemplate = pgTable(
  'dlt_consent_template',
  {
    ...registration(),
    entity: entity(),
    templateId: text('template_id').notNull(),
    name: text().notNull(),
    text: text().notNull(),
  },
  (table) => [uniqueIndex('dlt_consent_template_id').on(table.workspace, table.templateId)],
);

/** The telemarketers between an entity and the operators on the way of one provider, the delivering one last. */
export const dltChain = pgTable(
  'dlt_chain',
  {
    ...registration(),
    entity: entity(),
    provider: integer()
      .notNull()
      .references(() => provider.number, { onDelete: 'cascade' }),
    telemarketerIds: text('telemarketer_ids').array().notNull(),
  },
  (table) => [uniqueIndex('dlt_chain_provider').on(table.workspace, table.entity, table.provider)],
);
