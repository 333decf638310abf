import type { DltStatus } from '@signalbox/contracts';
import type { Standing } from './judge.ts';

const WORDS: Record<DltStatus, string> = {
  active: 'is active',
  pending: 'is not approved yet',
  rejected: 'was rejected',
  suspended: 'is suspended',
  inactive: 'is inactive',
  blacklisted: 'is blacklisted',
};

/** How a registration counts on a day (YYYY-MM-DD, both of them): active and not past its last one. */
export function standingOf(status: DltStatus, expiresOn: string | null, today: string): Standing {
  if (status !== 'active') return { usable: false, why: WORDS[status] };
  if (expiresOn !== null && expiresOn < today) return { usable: false, why: `expired on ${expiresOn}` };
  return { usable: true, why: WORDS.active };
}
