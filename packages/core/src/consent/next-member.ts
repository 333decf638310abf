/** How a person stands to a list; null before anything was asked. */
export type Membership = 'pending' | 'confirmed' | 'withdrawn' | 'expired' | null;

/** What happens: the person asks to be on the list, confirms by the link, is brought with a consent given elsewhere, or leaves. */
export type MemberEvent = 'asked' | 'confirmed' | 'brought' | 'left';

/**
 * The state after an event, or null when it changes nothing. Whoever is confirmed is not asked again, and a second wish while the first waits
 * sends nothing; a link confirms only what is pending.
 */
export function nextMember(
  now: Membership,
  event: MemberEvent,
  optIn: 'single' | 'double',
): 'pending' | 'confirmed' | 'withdrawn' | null {
  switch (event) {
    case 'asked':
      if (now === 'confirmed' || now === 'pending') return null;
      return optIn === 'double' ? 'pending' : 'confirmed';
    case 'confirmed':
      return now === 'pending' ? 'confirmed' : null;
    case 'brought':
      return now === 'confirmed' ? null : 'confirmed';
    case 'left':
      return now === 'withdrawn' ? null : 'withdrawn';
  }
}
