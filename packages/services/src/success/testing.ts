import type { RouteSignal, SenderForm } from '@signalbox/contracts';
import { MODEL_SETTINGS, SIGNAL_SETTINGS } from '@signalbox/core';
import { addOutcomes, type BeliefRow, storeBeliefs } from '@signalbox/db';
import type { Services } from '../context.ts';
import type { Stage } from '../dispatch/testing.ts';
import { trainModels } from './train-models.ts';

const { spanMs } = MODEL_SETTINGS;

/** What came of so many submissions of a route by one network in a span. */
export interface Came {
  route: number;
  network: string;
  outcomes: number;
  succeeded: number;
  sender?: SenderForm;
}

/** A day of a workspace with two routes, told span by span to the model: texts of one class to Mexico. */
export interface ModelWorld {
  /** Services whose clock stands where the world does. */
  services: Services;
  /** What the signals believe of a route, 0 to 1. */
  believe(of: ReadonlyMap<number, number>): Promise<void>;
  /** Counts what came in the span that begins now, and learns when it has settled. */
  pass(came: readonly Came[]): Promise<void>;
}

/** Opens a world on a stage whose clock begins at the last full span. */
export function openModelWorld(stage: Stage): ModelWorld {
  let nowMs = Math.floor(Date.now() / spanMs) * spanMs;
  const services = { ...stage.services, world: { ...stage.services.world, nowMs: () => nowMs } };
  const { sql } = services.database;
  const workspace = stage.ctx.workspace.number;
  const place = { workspace, class: 'transactional', country: 'MX' } as const;
  return {
    services,
    async believe(of) {
      const rows = [...of].map(([route, share]): BeliefRow => {
        const successPpm = Math.round(share * 1_000_000);
        const times = { withinPpm: null, p50Ms: null, p95Ms: null };
        const range = { lowPpm: successPpm - 10_000, highPpm: successPpm + 10_000 };
        const signal: RouteSignal = {
          ...{
            successPpm,
            ...range,
            basis: 'cell',
            ...times,
            factorPpm: 1_000_000,
            forging: false,
            costMicros: 10_000,
          },
        };
        return { ...place, route, network: '', signal, estimate: {} as BeliefRow['estimate'], outlier: null };
      });
      await sql.begin((tx) => storeBeliefs(tx, rows));
      await services.knowledge.refresh();
    },
    async pass(came) {
      await addOutcomes(
        sql,
        came.map(({ route, network, outcomes, succeeded, sender }) => ({
          ...{ ...place, spanMs: nowMs, route, network, parts: 1, sender: sender ?? 'none' },
          ...{ accepted: outcomes, resolved: outcomes, settledMilli: outcomes * 1000, successMilli: succeeded * 1000 },
        })),
      );
      const beganMs = nowMs;
      nowMs += spanMs + SIGNAL_SETTINGS.settledAfterMs + 60_000;
      await trainModels({ ctx: { services } });
      nowMs = beganMs + 3 * spanMs;
    },
  };
}
