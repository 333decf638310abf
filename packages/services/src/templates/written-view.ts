import type { WrittenByView } from '@signalbox/contracts';
import { type MessageRow, readTemplateNames, type SqlRunner } from '@signalbox/db';
import type { RequestContext } from '../context.ts';

/** Tells of each of these messages by which version of which template it was written; null for content of the caller's own. */
export async function viewWritten(
  ctx: RequestContext,
  tx: SqlRunner,
  rows: readonly MessageRow[],
): Promise<(row: MessageRow) => WrittenByView | null> {
  const numbers = [...new Set(rows.flatMap(({ template }) => template?.version ?? []))];
  if (numbers.length === 0) return () => null;
  const names = await readTemplateNames(tx, ctx.workspace.number, numbers);
  return ({ template }) => {
    const name = template === null ? undefined : names.get(template.version);
    if (template === null || name === undefined) return null;
    return { ...name, locale: template.locale, asked_locale: template.asked ?? null };
  };
}
