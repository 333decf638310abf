import { createHash } from 'node:crypto';
import { type AuditEntry, type AuditEntryView, encodeId } from '@signalbox/contracts';
import { canonicalJson } from '@signalbox/core';
import type { AuditRow } from '@signalbox/db';

/** The one spelling of an entry that its hash is taken over: canonical JSON (RFC 8785), without its place in the chain. */
export const spellEntry = (entry: AuditEntry): string => canonicalJson(entry);

/** The hash of an entry at its place: SHA-256 in hex of the hash before, the number and the spelled entry, joined by line feeds. */
export function hashEntry(prevHash: string, seq: number, spelled: string): string {
  return createHash('sha256').update(`${prevHash}\n${seq}\n${spelled}`).digest('hex');
}

/** What is stored of an entry, as it was spelled when it was written. */
export const entryOf = (row: AuditRow): AuditEntry => ({
  id: encodeId('auditEntry', row.id),
  at: new Date(row.atMs).toISOString(),
  workspace_id: encodeId('workspace', row.workspaceId),
  environment: row.environment,
  actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
  action: row.action,
  object: { kind: row.objectKind, id: row.objectId, name: row.objectName },
  before: row.before,
  after: row.after,
  address: row.address,
  request_id: row.requestId,
});

/** An entry as people and machines see it. */
export const viewEntry = (row: AuditRow): AuditEntryView => ({
  ...entryOf(row),
  seq: row.seq,
  prev_hash: row.prevHash,
  hash: row.hash,
});
