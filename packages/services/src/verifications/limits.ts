import { SignalboxError } from '@signalbox/contracts';
import type { CheckUse, RateRefusal, RateUse } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { ipSubject } from './ip-subject.ts';

interface Limit {
  /** Whose count it is. */
  of: 'address' | 'workspace' | 'ip' | 'key';
  windowSeconds: number;
  limit: number;
  /** What the caller is told. */
  detail: string;
}

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** How often codes may be asked for, first sends and repeats alike (domain: OTP requirements). */
const STARTS: readonly Limit[] = [
  { of: 'address', windowSeconds: 10 * MINUTE, limit: 3, detail: 'An address is sent at most 3 codes in 10 minutes.' },
  { of: 'address', windowSeconds: HOUR, limit: 5, detail: 'An address is sent at most 5 codes in an hour.' },
  { of: 'address', windowSeconds: DAY, limit: 10, detail: 'An address is sent at most 10 codes in a day.' },
  { of: 'ip', windowSeconds: 10 * MINUTE, limit: 30, detail: 'One `ip` may ask for at most 30 codes in 10 minutes.' },
  {
    of: 'workspace',
    windowSeconds: MINUTE,
    limit: 600,
    detail: 'A workspace may ask for at most 600 codes in a minute.',
  },
];

/** How many checks may fail. Those of a person are counted over all their codes: a new code brings no new guesses. */
const FAILED_CHECKS: readonly Limit[] = [
  { of: 'address', windowSeconds: HOUR, limit: 10, detail: 'At most 10 checks of one person may fail in an hour.' },
  { of: 'ip', windowSeconds: 10 * MINUTE, limit: 20, detail: 'At most 20 checks of one `ip` may fail in 10 minutes.' },
  {
    of: 'key',
    windowSeconds: 10 * MINUTE,
    limit: 500,
    detail: 'At most 500 checks of one key may fail in 10 minutes.',
  },
];

const scopeOf = (ctx: RequestContext, what: 'start' | 'failed', { of, windowSeconds }: Limit): string =>
  `${ctx.environment} ${what} ${of} ${windowSeconds}`;

/** The uses one start or repeat counts: for each address it may reach, the caller's workspace, and the person's own address when it is given. */
export function startUses(ctx: RequestContext, addresses: readonly string[], ip: string | undefined): RateUse[] {
  const subjects = {
    address: [...new Set(addresses)],
    workspace: ['all'],
    ip: ip === undefined ? [] : [ipSubject(ip)],
    key: [],
  };
  return STARTS.flatMap((limit) =>
    subjects[limit.of].map((subject) => ({
      scope: scopeOf(ctx, 'start', limit),
      subject,
      windowSeconds: limit.windowSeconds,
      limit: limit.limit,
    })),
  );
}

/** The uses a failed check counts; a null subject is the person behind the verification. */
export function failedCheckUses(ctx: RequestContext, ip: string | undefined): CheckUse[] {
  const subjects = {
    address: [null],
    workspace: [],
    ip: ip === undefined ? [] : [ipSubject(ip)],
    key: [`${ctx.actor.kind} ${ctx.actor.id}`],
  };
  return FAILED_CHECKS.flatMap((limit) =>
    subjects[limit.of].map((subject) => ({
      scope: scopeOf(ctx, 'failed', limit),
      subject,
      windowSeconds: limit.windowSeconds,
      limit: limit.limit,
    })),
  );
}

/** The refusal of a start that met a limit. */
export function tooManyStarts(ctx: RequestContext, { scope, retryAfterSeconds }: RateRefusal): SignalboxError {
  const limit = STARTS.find((one) => scopeOf(ctx, 'start', one) === scope);
  return new SignalboxError('rate_limited', {
    ...(limit === undefined ? {} : { detail: limit.detail }),
    retryAfterSeconds: Math.max(1, retryAfterSeconds),
  });
}

/** The refusal of a check that met a limit. It does not say which, so that a guesser learns nothing about a person from it. */
export const tooManyFailures = (retryAfterSeconds: number): SignalboxError =>
  new SignalboxError('rate_limited', {
    detail: 'Too many checks have failed; nothing was tested.',
    retryAfterSeconds: Math.max(1, retryAfterSeconds),
  });
