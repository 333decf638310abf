import type { LaneJob } from '@signalbox/contracts';

/** Places for claims that are made or wait for their answer, of one workspace, environment and channel. */
export interface Places {
  /** Takes so many whatever the limit is: codes wait for nobody. */
  take(count: number): void;
  /**
   * Takes up to `wanted` once a good part of them is free under `limit()`; 0 when that takes longer than `patienceMs`. A third of the limit
   * is worth a step: one place at a time would make steps of one.
   */
  takeWithin(limit: () => number, wanted: number, patienceMs: number): Promise<number>;
  free(count: number): void;
}

/** Counts claims on their way, so that the backlog stays in the database and not in memory. */
export interface InFlight {
  /** Each sender has places of its own: a carrier that hangs fills those of who uses it, and nobody else's. */
  of(job: Pick<LaneJob, 'workspace' | 'environment' | 'channel'>): Places;
  total(): number;
}

/** Builds the count of a worker. */
export function createInFlight(): InFlight {
  const counted = new Map<string, ReturnType<typeof createPlaces>>();
  return {
    of({ workspace, environment, channel }) {
      const name = `${workspace} ${environment} ${channel}`;
      let places = counted.get(name);
      if (places === undefined) {
        places = createPlaces();
        counted.set(name, places);
      }
      return places;
    },
    total: () => [...counted.values()].reduce((sum, places) => sum + places.count(), 0),
  };
}

function createPlaces(): Places & { count(): number } {
  let taken = 0;
  let waiters: (() => void)[] = [];
  return {
    count: () => taken,
    take(count) {
      taken += count;
    },
    async takeWithin(limit, wanted, patienceMs) {
      const end = performance.now() + patienceMs;
      for (;;) {
        const most = limit();
        const places = Math.min(wanted, most - taken);
        if (places >= Math.min(wanted, Math.ceil(most / 3))) {
          taken += places;
          return places;
        }
        const leftMs = end - performance.now();
        if (leftMs <= 0) return 0;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, leftMs);
          waiters.push(() => {
            clearTimeout(timer);
            resolve();
          });
        });
      }
    },
    free(count) {
      if (count === 0) return;
      taken -= count;
      const woken = waiters;
      waiters = [];
      for (const wake of woken) wake();
    },
  };
}
