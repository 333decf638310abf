import {
  type Channel,
  decodeId,
  type Environment,
  LEARNED_CHANNEL,
  type RouteSignal,
  type TrafficClass,
} from '@signalbox/contracts';
import {
  type BeliefRow,
  type Database,
  type ExperimentRow,
  readBeliefs,
  readRunningExperiments,
  readWeightSets,
  type WeightSetRow,
} from '@signalbox/db';
import type { Log, World } from '../clock.ts';
import { fullName, readFull } from '../concentration/full.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { type ModelBook, readUsedModels } from '../success/used-models.ts';

/** What is believed of the routes, in memory. Replaced as a whole, never changed. */
export interface Knowledge {
  /** Grows with every reading: plans made under another number are stale. */
  readonly version: number;
  /**
   * What is known of a route for a class in a country (null for mail), by its internal number: for a network there where enough is known of it, else for the country as a whole; undefined while nothing
   * is.
   */
  of(route: number, trafficClass: TrafficClass, country: string | null, network?: string | null): Believed | undefined;
  /** The weights for some traffic by one tier: those of its country, else those of all others; undefined where nobody has set any. */
  weightsOf(place: WeightPlace): HeldWeights | undefined;
  /** Whether a supplier (internal number) carries the largest share of the texts to a country that one may have. */
  isConcentrated(environment: Environment, provider: number, country: string | null): boolean;
  /** The experiment that runs on the weights of some traffic; undefined where none does. */
  experimentOf(place: Omit<WeightPlace, 'tier'>): RunningExperiment | undefined;
  /** The success model that decisions about some traffic go by; undefined where none is in use. */
  modelOf: ModelBook;
  /** All weights that are set. */
  readonly weightSets: readonly WeightSetRow[];
}

/** Traffic that shares weights. */
export interface WeightPlace {
  workspace: number;
  environment: Environment;
  channel: Channel;
  class: TrafficClass;
  tier: number;
  country: string | null;
}

/** Weights in force. */
export interface HeldWeights {
  version: number;
  explorePpm: number;
  /** Thousandths by the UUID of the route; a route that is not in them has none. */
  permille: ReadonlyMap<string, number>;
  /** The UUIDs of routes whose weight a person froze. */
  locked: ReadonlySet<string>;
}

/** An experiment that decisions are made by. */
export interface RunningExperiment
  extends Pick<ExperimentRow, 'number' | 'id' | 'workspace' | 'tier' | 'sharePermille' | 'currency' | 'startedAtMs'> {
  /** The weights that are tried: thousandths by the UUID of the route. */
  challenger: ReadonlyMap<string, number>;
}

/** What is known of a route for some traffic. */
export interface Believed {
  signal: RouteSignal;
  /** It does much worse than its peers. */
  ejected: boolean;
}

/** Keeps what was learned fresh: woken by NOTIFY when it changes, with a slow poll as the safety net. */
export interface KnowledgeStore {
  current(): Knowledge;
  /** Reads it again now. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

const REFRESH_MS = 60_000;

const nameOf = (route: number, trafficClass: TrafficClass, country: string, network = ''): string =>
  `${route}|${trafficClass}|${country}|${network}`;

const trafficOf = (place: Omit<WeightPlace, 'tier' | 'country'>, country: string): string =>
  `${place.workspace}|${place.environment}|${place.channel}|${place.class}|${country}`;

const placeOf = (place: WeightPlace, country: string): string =>
  `${place.workspace}|${place.environment}|${place.channel}|${place.class}|${place.tier}|${country}`;

const permilleOf = (weights: readonly { route_id: string; permille: number }[]): ReadonlyMap<string, number> =>
  new Map(
    weights.flatMap((row) => {
      const id = decodeId('route', row.route_id);
      return id === undefined ? [] : [[id, row.permille] as const];
    }),
  );

const hold = ({ version, explorePpm, weights }: WeightSetRow): HeldWeights => ({
  version,
  explorePpm,
  permille: permilleOf(weights),
  locked: new Set(permilleOf(weights.filter(({ locked }) => locked)).keys()),
});

/** The experiments by traffic, the lowest tier first: where weights of two tiers are tried at once, the first carries. */
function byTraffic(rows: readonly ExperimentRow[]): Map<string, RunningExperiment> {
  const found = new Map<string, RunningExperiment>();
  for (const row of rows) {
    const name = trafficOf(row, row.country);
    if (!found.has(name)) found.set(name, { ...row, challenger: permilleOf(row.challenger) });
  }
  return found;
}

function index(
  rows: readonly BeliefRow[],
  weightSets: readonly WeightSetRow[],
  running: readonly ExperimentRow[],
  full: ReadonlySet<string>,
  modelOf: ModelBook,
  version: number,
): Knowledge {
  const experiments = byTraffic(running);
  const weights = new Map(weightSets.map((set) => [placeOf(set, set.country), hold(set)]));
  const known = new Map(
    rows.flatMap((row): [string, Believed][] =>
      // A network of which little is known goes by its country.
      row.network !== '' && row.signal.basis !== 'cell'
        ? []
        : [
            [
              nameOf(row.route, row.class, row.country, row.network),
              { signal: row.signal, ejected: row.outlier === 'ejected' },
            ],
          ],
    ),
  );
  const wholeOf = (route: number, trafficClass: TrafficClass, country: string | null) =>
    known.get(nameOf(route, trafficClass, country ?? ''));
  return {
    version,
    of(route, trafficClass, country, network) {
      const whole = wholeOf(route, trafficClass, country);
      if (network == null || whole === undefined) return whole;
      const own = known.get(nameOf(route, trafficClass, country ?? '', network));
      // Who does much worse than its peers is judged by the country.
      return own === undefined ? whole : { ...own, ejected: whole.ejected };
    },
    weightsOf: (place) => weights.get(placeOf(place, place.country ?? '')) ?? weights.get(placeOf(place, '')),
    experimentOf(place) {
      if (experiments.size === 0) return undefined;
      const own = experiments.get(trafficOf(place, place.country ?? ''));
      if (own !== undefined || place.country === null) return own;
      const others = experiments.get(trafficOf(place, ''));
      // Weights for all other countries do not hold where a country has its own.
      return others !== undefined && weights.has(placeOf({ ...place, tier: others.tier }, place.country))
        ? undefined
        : others;
    },
    isConcentrated: (environment, provider, country) =>
      full.size > 0 && country !== null && full.has(fullName(environment, provider, country)),
    modelOf,
    weightSets,
  };
}

/** Reads what was learned and listens for news. */
export async function openKnowledgeStore(database: Database, { nowMs }: World, log: Log): Promise<KnowledgeStore> {
  const read = async (version: number) => {
    const [beliefs, sets, running, full, modelOf] = await Promise.all([
      readBeliefs(database.sql),
      readWeightSets(database.sql),
      readRunningExperiments(database.sql),
      readFull(database.sql, nowMs()),
      readUsedModels(database.sql),
    ]);
    return index(beliefs, sets, running, full, modelOf, version);
  };
  let knowledge = await read(1);
  const refresh = oneAtATime(async () => {
    knowledge = await read(knowledge.version + 1);
  });
  const refreshQuietly = () =>
    refresh().catch((error) =>
      log.warn('What was learned of routes could not be read again; what is known stays in force.', {
        error: String(error),
      }),
    );
  const listening = await database.sql.listen(
    LEARNED_CHANNEL,
    () => void refreshQuietly(),
    // Also called after a lost connection was made anew: news may have been missed.
    () => void refreshQuietly(),
  );
  const timer = setInterval(() => void refreshQuietly(), REFRESH_MS);
  timer.unref();
  return {
    current: () => knowledge,
    refresh,
    async close() {
      clearInterval(timer);
      await listening.unlisten().catch(() => undefined);
    },
  };
}
