import { decodeId, type SignInMethod } from '@signalbox/contracts';
import { type Database, findOwnWorkspace } from '@signalbox/db';
import type { GenericEndpointContext } from 'better-auth';

/** What a session carries besides what better-auth knows; see the table of sessions. */
export interface SessionMarks {
  method: SignInMethod;
  /** Whether a second factor was proved when it was opened. */
  secondFactor: boolean;
  /** Whose single sign-on opened it, by the number of the organisation. */
  organisation: number | null;
  /** The workspace it works in, by its number; null is the first of the person. */
  activeWorkspace: number | null;
}

/** The same as fields that better-auth reads and stores, and nobody outside may set. */
export const SESSION_FIELDS = {
  lastSeenAt: { type: 'date', required: false, input: false },
  activeWorkspace: { type: 'number', required: false, input: false },
  method: { type: 'string', required: false, input: false },
  secondFactor: { type: 'boolean', required: false, input: false },
  organisation: { type: 'number', required: false, input: false },
} as const;

type Proof = Pick<SessionMarks, 'method' | 'secondFactor'>;
type NewSession = { userId: string } & Record<string, unknown>;

const PASSWORD: Proof = { method: 'password', secondFactor: false };
const CODE: Proof = { method: 'code', secondFactor: true };
/** What a call proves of the person by itself. The calls of our own plugins say it with the session they make. */
const PROOFS: Readonly<Record<string, Proof>> = {
  '/sign-in/email': PASSWORD,
  '/two-factor/verify-totp': CODE,
  '/two-factor/verify-backup-code': CODE,
};

/** Names the workspace that a page shows on which somebody signs in again: the session goes on in it. */
const SHOWN_WORKSPACE = 'signalbox-workspace';

/**
 * Marks each session when it is made. One that takes the place of another, as after a new password, goes on in its workspace and was proved
 * as that one was; one without the authenticator that proved it is no longer proved.
 */
export function createSessionMarks(database: Database) {
  return async (made: NewSession, call: GenericEndpointContext | null): Promise<{ data: Record<string, unknown> }> => {
    const found: Partial<SessionMarks> & { userId?: string } = call?.context.session?.session ?? {};
    const before = found.userId === made.userId ? found : undefined;
    const shown = shownWorkspaceId(call?.headers);
    const marks = {
      organisation: before?.organisation ?? made.organisation ?? null,
      activeWorkspace:
        before?.activeWorkspace ??
        made.activeWorkspace ??
        (shown === undefined ? null : await findOwnWorkspace(database.sql, made.userId, shown)),
      ...(PROOFS[call?.path ?? ''] ?? proofOf(call?.path, made, before)),
    };
    return { data: { ...made, ...marks } };
  };
}

function proofOf(
  path: string | undefined,
  made: NewSession,
  before: Partial<SessionMarks> | undefined,
): Partial<Proof> {
  if (path?.startsWith('/passkey/') || path?.startsWith('/single-sign-on')) return made as Partial<Proof>;
  if (before === undefined || (path === '/two-factor/disable' && before.method === 'code')) return PASSWORD;
  return { method: before.method ?? 'password', secondFactor: before.secondFactor ?? false };
}

/** The id of the workspace that a page shows, from the headers of its call; undefined when it shows none. */
export function shownWorkspaceId(headers: Headers | undefined): string | undefined {
  return decodeId('workspace', headers?.get(SHOWN_WORKSPACE) ?? '');
}
