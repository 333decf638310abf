import {
  type AuditAction,
  type AuditObjectKind,
  type Environment,
  encodeId,
  type UuidSource,
} from '@signalbox/contracts';
import { parseAddress } from '@signalbox/core';
import { appendAudit, type SqlRunner } from '@signalbox/db';
import type { World } from '../clock.ts';
import type { Actor } from '../identity.ts';
import { spellEntry } from './spell.ts';

/** What the audit log needs to know of a call. */
export interface AuditContext {
  services: { ids: UuidSource; world: World };
  actor: Actor;
  requestId: string;
  /** Where the call came from, as an IP address; null for the installation itself. */
  address: string | null;
  workspace: { number: number; id: string };
  environment: Environment | null;
}

/** One thing that was done: to what, what it was before (null: it was not there) and what it is after (null: it is gone). */
export interface AuditChange {
  action: AuditAction;
  object: {
    kind: AuditObjectKind;
    /** Public id. */
    id: string;
    /** What people call it; empty when it has no name. */
    name: string;
  };
  before: object | null;
  after: object | null;
  /** The environment of the thing when it is not the one of the call; null for what belongs to the workspace as a whole. */
  environment?: Environment | null;
}

/**
 * Writes what was done into the audit log of the workspace, in the transaction of the change: both are there, or neither. It must be the
 * last statement: until the commit nobody else can write into the log. Secrets, texts of messages and codes never go into `before` and
 * `after`; a mail address or number only where it is the thing itself, as of a suppression: whoever may read the log may read those.
 */
export async function recordAudit(tx: SqlRunner, ctx: AuditContext, ...changes: readonly AuditChange[]): Promise<void> {
  if (changes.length === 0) return;
  const { services, workspace, actor, requestId, address } = ctx;
  const at = new Date(services.world.nowMs()).toISOString();
  const entries = changes.map(({ action, object, before, after, environment = ctx.environment }) => {
    const id = services.ids.next();
    const spelled = spellEntry({
      id: encodeId('auditEntry', id),
      at,
      workspace_id: encodeId('workspace', workspace.id),
      environment,
      actor: { kind: actor.kind, id: actorId(actor), name: actor.name },
      action,
      object,
      before: before as Record<string, unknown> | null,
      after: after as Record<string, unknown> | null,
      // A proxy of ours can be told any text; only an address is kept.
      address: address !== null && parseAddress(address) !== undefined ? address : null,
      request_id: requestId,
    });
    return { id, spelled };
  });
  await appendAudit(tx, workspace.number, entries);
}

/** The public id of who acts. */
export const actorId = (actor: Actor): string => (actor.kind === 'key' ? encodeId('apiKey', actor.id) : actor.id);
