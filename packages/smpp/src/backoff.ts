/** Delays of reconnection in milliseconds: first, longest, and after refused credentials. */
export type BackoffOptions = { baseMs: number; maxMs: number; authMs: number };

/**
 * The delay before try number `attempt` (1 is the first after a failure): exponential with "equal jitter", so between half and the whole
 * of base x 2^(attempt-1), at most `maxMs`. After refused credentials it is `authMs` plus up to a tenth: a carrier that sees many wrong
 * binds locks the account. `random` is from 0 to below 1.
 */
export function delayBeforeRetry(
  options: BackoffOptions,
  attempt: number,
  authentication: boolean,
  random: number,
): number {
  if (authentication) return options.authMs * (1 + random * 0.1);
  const whole = Math.min(options.maxMs, options.baseMs * 2 ** Math.min(attempt - 1, 30));
  return whole * (0.5 + random * 0.5);
}
