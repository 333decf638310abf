import { decodeId, SignalboxError } from '@signalbox/contracts';
import { findImport, type ImportRow, type Transaction } from '@signalbox/db';
import type { RequestContext } from '../context.ts';

/** The import of a public id, or `not_found`; with `lock` nobody else changes it until the commit. */
export async function importOf(
  tx: Transaction,
  ctx: RequestContext,
  publicId: string,
  lock = false,
): Promise<ImportRow> {
  const id = decodeId('contactImport', publicId);
  const place = { workspace: ctx.workspace.number, environment: ctx.environment };
  const row = id === undefined ? undefined : await findImport(tx, { ...place, id, lock });
  if (row === undefined) throw new SignalboxError('not_found', { detail: 'There is no import with this id.' });
  return row;
}

/** The refusal of what cannot be done with an import as it stands. */
export const notNow = (detail: string): SignalboxError => new SignalboxError('conflict', { detail });
