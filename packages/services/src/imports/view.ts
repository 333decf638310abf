import { encodeId, ImportRules, type ImportView } from '@signalbox/contracts';
import type { ImportRow } from '@signalbox/db';
import { instantText } from '../instant-text.ts';

/** How long what an import stored can be taken back, and its file and refused rows are kept, in hours. */
export const UNDO_HOURS = 24;
const HOUR_MS = 3_600_000;

/** Whether something of an import can be taken back or fetched, and until when; null when not. */
export function undoUntilMs({ droppedAtMs, finishedAtMs, state }: ImportRow): number | null {
  if (droppedAtMs !== null || finishedAtMs === null) return null;
  return ['done', 'canceled', 'failed'].includes(state) ? finishedAtMs + UNDO_HOURS * HOUR_MS : null;
}

/** An import as people and machines see it. */
export const viewImport = (row: ImportRow): ImportView => ({
  id: encodeId('contactImport', row.id),
  list_id: encodeId('list', row.list),
  list_name: row.listName,
  channel: row.channel,
  environment: row.environment,
  file_name: row.fileName,
  state: row.state,
  size: row.size,
  bytes: row.bytes,
  bytes_read: row.bytesRead,
  rows: row.rows,
  counts: { added: 0, known: 0, repeated: 0, withdrawn_since: 0, refused: 0, ...row.counts },
  fixed: row.fixed,
  reasons: Object.entries(row.reasons)
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count),
  faults: row.faults,
  rules: row.rules === null ? null : ImportRules.parse(row.rules),
  failure: row.failure,
  undone: row.undone,
  created_at: new Date(row.createdAtMs).toISOString(),
  started_at: instantText(row.startedAtMs),
  finished_at: instantText(row.finishedAtMs),
  undo_until: instantText(undoUntilMs(row)),
});
