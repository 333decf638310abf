import { MAX_PDU_LENGTH } from './out-buffer.ts';
import type { Chance, LinkOptions } from './session-types.ts';
import { LAST_SEQUENCE } from './window.ts';

/** LinkOptions with every default filled in and every value checked. */
export type LinkSettings = Required<Omit<LinkOptions, 'partsPerSecond'>> & { partsPerSecond: number | undefined };

const realChance: Chance = { nowMs: () => performance.now(), random: Math.random };

/** Fills in the defaults; throws RangeError naming the setting that is out of range and its range. */
export function resolveLinkSettings(options: LinkOptions): LinkSettings {
  const { partsPerSecond } = options;
  if (partsPerSecond !== undefined && !(partsPerSecond > 0)) {
    throw new RangeError(`partsPerSecond: is ${partsPerSecond}; give a number above 0, or leave it out for no limit`);
  }
  return {
    partsPerSecond,
    window: within('window', options.window ?? 10, 1, 1_000_000),
    throttlePauseMs: within('throttlePauseMs', options.throttlePauseMs ?? 1_000, 0, 3_600_000),
    responseTimeoutMs: within('responseTimeoutMs', options.responseTimeoutMs ?? 30_000, 1, 86_400_000),
    enquireIntervalMs: within('enquireIntervalMs', options.enquireIntervalMs ?? 30_000, 0, 86_400_000),
    enquireTimeoutMs: within('enquireTimeoutMs', options.enquireTimeoutMs ?? 10_000, 1, 86_400_000),
    enquireMissedLimit: within('enquireMissedLimit', options.enquireMissedLimit ?? 2, 1, 100),
    maxQueued: within('maxQueued', options.maxQueued ?? 100_000, 1, 100_000_000),
    maxPduLength: within('maxPduLength', options.maxPduLength ?? MAX_PDU_LENGTH, 16, 16_777_216),
    firstSequence: within('firstSequence', options.firstSequence ?? 1, 1, LAST_SEQUENCE),
    chance: options.chance ?? realChance,
  };
}

/** Checks a whole number, or throws RangeError naming the setting and its range. */
export function within(name: string, value: number, low: number, high: number): number {
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  throw new RangeError(`${name}: is ${value}; give a whole number from ${low} to ${high}`);
}
