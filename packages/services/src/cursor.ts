import { SignalboxError } from '@signalbox/contracts';

/** Spells the place behind the last row of a page: opaque to callers, the UUID of that row inside. */
export function encodeCursor(uuid: string): string {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');
}

/** Reads a cursor back to its UUID; null when none was given. Throws `request_invalid` when it is not one of ours. */
export function decodeCursor(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length !== 16 || bytes.toString('base64url') !== cursor) {
    const message = 'This is not a cursor of ours; give `next_cursor` of the page before, or leave it out.';
    throw new SignalboxError('request_invalid', { fields: [{ path: 'cursor', code: 'format_invalid', message }] });
  }
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Cuts a page from rows read with one more than `limit`: the rows, and the cursor of the next page or null. */
export function pageOf<Row extends { id: string }>(
  rows: readonly Row[],
  limit: number,
): { rows: readonly Row[]; next_cursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next_cursor: rows.length > limit && last !== undefined ? encodeCursor(last.id) : null };
}
