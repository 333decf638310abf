import { integer } from 'drizzle-orm/pg-core';
import { workspace } from './access.ts';

/** The workspace a row belongs to, by its number; what row-level security goes by. */
export const owner = () =>
  integer()
    .notNull()
    .references(() => workspace.number);
