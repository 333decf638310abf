import type { StoredTemplateBody, TemplateVariable } from '@signalbox/contracts';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { channel, templateState, trafficClass } from './enums.ts';
import { owner } from './owner.ts';

/** A template: what sends name it by. Live and sandbox share it. */
export const template = pgTable(
  'template',
  {
    number: integer().primaryKey().generatedAlwaysAsIdentity(),
    id: uuid().notNull().unique(),
    workspace: owner(),
    key: text().notNull(),
    name: text().notNull(),
    class: trafficClass().notNull(),
    /** BCP 47. */
    defaultLocale: text('default_locale').notNull(),
    /** What its messages are about; null where that is not said. */
    topic: text(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('template_key').on(table.workspace, table.key)],
);

/**
 * What a template says, in one of its versions. Variables and bodies never change (trigger `template_version_says`), so that a message that
 * names a version tells for ever what it was made from; a state leads to the next one by `TEMPLATE_MOVES`.
 */
export const templateVersion = pgTable(
  'template_version',
  {
    number: integer().primaryKey().generatedAlwaysAsIdentity(),
    workspace: owner(),
    template: integer()
      .notNull()
      .references(() => template.number),
    /** Counted from 1 in each template. */
    version: integer().notNull(),
    state: templateState().notNull(),
    variables: jsonb().$type<TemplateVariable[]>().notNull(),
    bodies: jsonb().$type<StoredTemplateBody[]>().notNull(),
    createdAt: instant('created_at').notNull(),
    createdKind: text('created_kind').notNull(),
    /** Id of the person or key. */
    createdId: text('created_id').notNull(),
    createdName: text('created_name').notNull(),
    submittedAt: instant('submitted_at'),
    submittedKind: text('submitted_kind'),
    submittedId: text('submitted_id'),
    submittedName: text('submitted_name'),
    decidedAt: instant('decided_at'),
    decidedKind: text('decided_kind'),
    decidedId: text('decided_id'),
    decidedName: text('decided_name'),
    /** What was said with the last move. */
    comment: text(),
    /** When a message last named it, to half a minute. */
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [
    uniqueIndex('template_version_place').on(table.template, table.version),
    index('template_version_workspace').on(table.workspace),
  ],
);

/** What a fixed term is called in a language. Live and sandbox share it. */
export const glossaryTerm = pgTable(
  'glossary_term',
  {
    workspace: owner(),
    term: text().notNull(),
    /** The term in small letters: one entry for each and a language. */
    folded: text().notNull(),
    /** BCP 47; empty is every language without an entry of its own. */
    locale: text().notNull(),
    /** Null says that it is never translated. */
    translation: text(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.folded, table.locale] })],
);

/** A text of a version that a service drafted, and how far its review is. People who asked or looked are TemplateActorRows. */
export const templateTranslation = pgTable(
  'template_translation',
  {
    workspace: owner(),
    /** Number of the version. */
    version: integer()
      .notNull()
      .references(() => templateVersion.number),
    channel: channel().notNull(),
    locale: text().notNull(),
    /** A TranslationState. */
    state: text().notNull(),
    drafted: jsonb().notNull(),
    begun: jsonb(),
    reviewed: jsonb(),
  },
  (table) => [primaryKey({ columns: [table.version, table.channel, table.locale] })],
);

/** Languages that a service was asked to draft, and what came of it. */
export const templateDrafting = pgTable(
  'template_drafting',
  {
    number: integer().primaryKey().generatedAlwaysAsIdentity(),
    workspace: owner(),
    template: integer()
      .notNull()
      .references(() => template.number),
    locales: text().array().notNull(),
    /** A TemplateActorRow. */
    asked: jsonb().notNull(),
    /** `running`, `done` or `failed`. */
    state: text().notNull(),
    /** The version that was made; null when none was. */
    version: integer(),
    faults: jsonb().notNull(),
    message: text(),
  },
  (table) => [index('template_drafting_template').on(table.template, table.number)],
);

/** The service that drafts translations; live and sandbox share it. */
export const translationService = pgTable('translation_service', {
  workspace: owner().primaryKey(),
  enabled: boolean().notNull(),
  /** A TranslationService. */
  service: jsonb().notNull(),
  /** Sealed. */
  secret: text(),
  version: integer().notNull(),
});
