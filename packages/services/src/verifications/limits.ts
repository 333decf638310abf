import { SignalboxError } from '@signalbox/contracts';
import type { CheckUse, RateRefusal, RateUse } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { ipSubject, networkSubject } from './ip-subject.ts';

interface Limit {
  /** Whose count it is. */
  of: 'address' | 'workspace' | 'ip' | 'network' | 'key';
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
    of: 'network',
    windowSeconds: 10 * MINUTE,
    limit: 150,
    detail: 'The network around one `ip` (/24, or /48 of IPv6) may ask for at most 150 codes in 10 minutes.',
  },
];

/** The limit of the workspace as a whole, which its rules against fraud set. */
const startsOfAll = (ctx: RequestContext): Limit => {
  const limit = ctx.services.config.current().fraudOf(ctx.workspace.number).rules.all_codes.codes_per_minute;
  const detail = `A workspace may ask for at most ${limit} codes in a minute; the rules against fraud say how many.`;
  return { of: 'workspace', windowSeconds: MINUTE, limit, detail };
};

/**
 * How many checks may fail. Those of a person are counted over all their codes and purposes apart, until one succeeds: a new code brings no
 * new guesses, and whoever goes on is locked out for longer, at last at 100 in a row (NIST SP 800-63B-4 section 3.2.2).
 */
const FAILED_CHECKS: readonly Limit[] = [
  { of: 'address', windowSeconds: HOUR, limit: 10, detail: 'At most 10 checks of one person may fail in an hour.' },
  { of: 'address', windowSeconds: DAY, limit: 25, detail: 'At most 25 checks of one person may fail in a day.' },
  {
    of: 'address',
    windowSeconds: 30 * DAY,
    limit: 100,
    detail: 'At most 100 checks of one person may fail in 30 days.',
  },
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
    network: ip === undefined ? [] : [networkSubject(ip)],
    key: [],
  };
  return [...STARTS, startsOfAll(ctx)].flatMap((limit) =>
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
    network: [],
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
  const limit = [...STARTS, startsOfAll(ctx)].find((one) => scopeOf(ctx, 'start', one) === scope);
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
