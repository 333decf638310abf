import {
  type Environment,
  ERRORS,
  type ErrorCode,
  encodeId,
  fieldErrorsOf,
  type Permission,
  type SecondFactorNeed,
  SignalboxError,
} from '@signalbox/contracts';
import { assertMay, type RequestContext } from '@signalbox/services';
import { initTRPC, type TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { refusalOf } from '../rest/problem.ts';
import type { World } from '../world.ts';

/** What a call of the console brings along. */
export interface TrpcContext {
  world: World;
  headers: Headers;
  requestId: string;
  /** Where the call came from, as an IP address. */
  address: string;
  /** Set when the request was refused before it could be read: every procedure then answers with it. */
  refused: unknown;
}

/** What the console learns of a failed call: a code of the table of refusals, the fields at fault, and the id to quote. */
interface TrpcProblem {
  code: ErrorCode;
  httpStatus: number;
  path: string | undefined;
  detail: string | undefined;
  cure: string;
  request_id: string;
  errors: SignalboxError['fields'];
}

/** The one translator of errors for tRPC: the parser's and the transport's refusals in our words, then as any door judges them. */
export function ourError(error: TRPCError): unknown {
  const { cause } = error;
  if (error.code === 'BAD_REQUEST' && cause instanceof ZodError) {
    return new SignalboxError('request_invalid', { fields: fieldErrorsOf(cause) });
  }
  if (cause !== undefined && error.code === 'INTERNAL_SERVER_ERROR') return cause;
  switch (error.code) {
    case 'NOT_FOUND':
      return new SignalboxError('not_found', { detail: 'There is no such procedure.' });
    case 'METHOD_NOT_SUPPORTED':
      return new SignalboxError('method_not_allowed', { detail: 'Queries are read by GET, changes are made by POST.' });
    case 'PARSE_ERROR':
    case 'BAD_REQUEST':
      return new SignalboxError('request_invalid', { detail: 'The call is not one the console makes.' });
    case 'UNSUPPORTED_MEDIA_TYPE':
      return new SignalboxError('media_type_unsupported');
    default:
      return error;
  }
}

/** What a procedure says of itself: the permission it needs, or `null` when it is open to whoever holds a token it takes. */
interface ProcedureMeta {
  permission: Permission | null;
  /** Answered before a second factor was proved, where the organisation requires one. */
  beforeSecondFactor?: boolean;
}

const t = initTRPC
  .context<TrpcContext>()
  .meta<ProcedureMeta>()
  .create({
    errorFormatter({ error, shape, ctx, path }) {
      const { code, error: refusal } = refusalOf(ourError(error));
      const row = ERRORS[code];
      const data: TrpcProblem = {
        code,
        httpStatus: row.status,
        path,
        detail: refusal?.detail,
        cure: row.cure,
        request_id: ctx?.requestId ?? '',
        errors: refusal?.fields ?? [],
      };
      return { ...shape, message: refusal?.detail ?? row.title, data };
    },
  });

/** Makes a router. */
export const router = t.router;

/** Changes are taken from the console's own pages only (OWASP ASVS 5.0, 3.5.1). */
function assertSameSite({ world, headers }: TrpcContext): void {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  const fromConsole = origin !== null && world.settings.consoleOrigins.includes(origin);
  if (fromConsole && (site === null || site === 'same-origin')) return;
  throw new SignalboxError('forbidden', {
    detail: 'Changes are taken from the pages of the console only; CONSOLE_URL names where it is reached.',
  });
}

const NEEDED_WORDS: Readonly<Record<SecondFactorNeed, string>> = {
  set_up: 'This organisation requires a second factor: set one up before anything else.',
  prove: 'This organisation requires a second factor: sign in with the one you have before anything else.',
  other_way:
    'This organisation requires a second factor, and the single sign-on did not say that it asked you for one: sign in with your own, or ask an owner to confirm that the provider does.',
};

/** Refuses a session without a second factor where the organisation requires one. */
function assertProved(needed: SecondFactorNeed | null): void {
  if (needed !== null) throw new SignalboxError('second_factor_required', { detail: NEEDED_WORDS[needed] });
}

/** Names the workspace that a page of the console shows. It opens nothing: it only closes a page that shows another one than the session works in. */
const SHOWN_WORKSPACE = 'signalbox-workspace';

/**
 * Refuses a page that was left behind when the person switched workspaces in another tab: what is pressed on it is meant for the workspace
 * it shows, and the session would do it in the other one.
 */
function assertShown(headers: Headers, workspace: { id: string }): void {
  const shown = headers.get(SHOWN_WORKSPACE);
  if (shown !== null && shown !== encodeId('workspace', workspace.id)) throw new SignalboxError('workspace_changed');
}

/** The start of a procedure that nobody signs in for; changes pass from the console's own pages only. */
export const openProcedure = t.procedure.meta({ permission: null }).use(({ ctx, type, next }) => {
  if (ctx.refused !== undefined) throw ctx.refused;
  if (type !== 'query') assertSameSite(ctx);
  return next();
});

/**
 * The start of every other procedure, which names its permission: nobody passes without a session, without a second factor where the
 * organisation requires one, or with a role that lacks the permission; changes pass from the console's own pages only, and the workspace
 * comes from the session. `ctx.as(environment)` is the context a verb takes.
 */
export const procedure = (permission: Permission, { beforeSecondFactor = false } = {}) =>
  t.procedure.meta({ permission, beforeSecondFactor }).use(async ({ ctx, type, next }) => {
    if (ctx.refused !== undefined) throw ctx.refused;
    if (type !== 'query') assertSameSite(ctx);
    const { services } = ctx.world;
    const signedIn = await services.auth.userOf(ctx.headers);
    if (signedIn === undefined)
      throw new SignalboxError('unauthenticated', { detail: 'The session has ended; sign in.' });
    // What is about the session itself is answered wherever it works.
    if (permission !== 'session:read') assertShown(ctx.headers, signedIn.workspace);
    if (!beforeSecondFactor) assertProved(signedIn.secondFactorNeeded);
    assertMay(signedIn.role, permission);
    services.admission.assertRoom(type === 'query' ? 'sheddable' : 'critical');
    const as = (environment: Environment): RequestContext => ({
      services,
      workspace: signedIn.workspace,
      environment,
      actor: { kind: 'user', id: signedIn.user.id, name: signedIn.user.name },
      requestId: ctx.requestId,
      address: ctx.address,
    });
    return next({ ctx: { ...ctx, ...signedIn, as } });
  });
