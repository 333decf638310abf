/** How often a call under /auth may come from one address: at most `max` in a window of so many seconds. */
interface LimitRule {
  window: number;
  max: number;
}

/** Counts calls by address and path, and says whether one more may pass; `retryAfter` in seconds, null when it may. */
export interface SignInLimits {
  consume(key: string, rule: LimitRule): Promise<{ allowed: boolean; retryAfter: number | null }>;
}

/** Keys that are held; beyond, the oldest windows are forgotten: who brings so many addresses is stopped by none of them. */
const KEYS_MAX = 100_000;

/**
 * Limits of one process, in windows that begin with their first call. The store of the library lets a window begin anew with each call: an
 * office behind one address, where somebody signs in every minute, would be refused after the twentieth, though nobody tries too often.
 */
export function createSignInLimits(nowMs: () => number): SignInLimits {
  const windows = new Map<string, { used: number; endsMs: number }>();

  function open(key: string, now: number, rule: LimitRule) {
    // Put last, so that the first in the map is the oldest window.
    windows.delete(key);
    if (windows.size >= KEYS_MAX) forget(now);
    const fresh = { used: 0, endsMs: now + rule.window * 1000 };
    windows.set(key, fresh);
    return fresh;
  }
  function forget(now: number): void {
    for (const [key, { endsMs }] of windows) {
      if (endsMs > now && windows.size < KEYS_MAX) return;
      windows.delete(key);
    }
  }
  return {
    async consume(key, rule) {
      const now = nowMs();
      const held = windows.get(key);
      const current = held !== undefined && held.endsMs > now ? held : open(key, now, rule);
      if (current.used >= rule.max) {
        return { allowed: false, retryAfter: Math.max(1, Math.ceil((current.endsMs - now) / 1000)) };
      }
      current.used += 1;
      return { allowed: true, retryAfter: null };
    },
  };
}
