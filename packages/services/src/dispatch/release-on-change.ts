import { EVERY_LANE_QUEUE } from '@signalbox/contracts';
import type { Config } from '../config/config-store.ts';
import type { Services } from '../context.ts';

/**
 * Has what is held judged afresh when a workspace changes its hours or its caps, so that nobody waits for an opening of yesterday's rules. What is still
 * closed until the same time just waits on.
 */
export function releaseOnChange(services: Services): void {
  const { config, queue, log } = services;
  let known = textsOf(config.current());
  config.onChange(() => {
    const now = textsOf(config.current());
    const changed = [...new Set([...known.keys(), ...now.keys()])].filter((one) => known.get(one) !== now.get(one));
    known = now;
    for (const workspace of changed) {
      queue.release(EVERY_LANE_QUEUE, workspace).catch((error) => {
        log.warn('Held messages were not woken by new rules; they wait by the old ones.', { error: String(error) });
      });
    }
  });
}

/** What each workspace says of hours and caps. */
function textsOf({ workspaces, hoursOf, capsOf }: Config): Map<number, string> {
  return new Map([...workspaces.keys()].map((number) => [number, hoursOf(number).text + capsOf(number).text]));
}
