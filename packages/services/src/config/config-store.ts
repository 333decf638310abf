import { CONFIG_CHANNEL, type Environment, type SubstitutionRule } from '@signalbox/contracts';
import {
  type ConfigSnapshot,
  type Database,
  type HeldWorkspaceRow,
  type PauseRow,
  type ProviderRow,
  type RateLimitRow,
  type RouteRow,
  readConfig,
  type StoppedVersionRow,
  type TopicRow,
  type WebhookRow,
  type WrittenBy,
} from '@signalbox/db';
import type { Log } from '../clock.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import { bookCaps, type CapBook } from './cap-book.ts';
import { bookDlt, type DltBook } from './dlt.ts';
import { bookFraud, DEFAULT_BOOK, type FraudBook } from './fraud-book.ts';
import { bookHours, type HoursBook } from './hours.ts';
import { bookLaws, type LawBook } from './laws.ts';
import { bookLookup, type LookupBook } from './lookup-book.ts';
import { bookRegions, type RegionBook } from './regions.ts';
import { bookRegistries, type RegistryBook } from './registry-book.ts';
import { bookSenders, type SenderBook } from './senders.ts';

const REFRESH_MS = 30_000;

/** The configuration in memory, indexed the ways decisions ask for it. Replaced as a whole, never changed. */
export interface Config {
  readonly version: number;
  readonly workspaces: ReadonlyMap<number, HeldWorkspaceRow>;
  readonly providers: ReadonlyMap<number, ProviderRow>;
  readonly routesOf: (workspace: number) => readonly RouteRow[];
  readonly route: (number: number) => RouteRow | undefined;
  /** What frequency is capped by in a workspace: its caps, those of its countries, and those of the law. */
  readonly capsOf: (workspace: number) => CapBook;
  readonly limitsOf: (workspace: number) => readonly RateLimitRow[];
  /** What a workspace says of countries; undefined, so that nothing is asked, when it says nothing. */
  readonly regionsOf: (workspace: number) => RegionBook | undefined;
  /** When marketing is welcome, by country: by law and by the word of the workspace. */
  readonly hoursOf: (workspace: number) => HoursBook;
  /** The law of each country as the workspace reads it. */
  readonly lawsOf: (workspace: number) => LawBook;
  /** What a workspace says of fraud with codes; the rules of the house where it says nothing. */
  readonly fraudOf: (workspace: number) => FraudBook;
  /** What a workspace has on India's ledgers; undefined, so that nothing is asked, when it has no entity there. */
  readonly dltOf: (workspace: number) => DltBook | undefined;
  /** By number, those that are switched off included. */
  readonly webhooks: ReadonlyMap<number, WebhookRow>;
  readonly hasWebhooks: (workspace: number) => boolean;
  /** Whether an endpoint, on or off, subscribes to a type of event. */
  readonly wantsEvent: (workspace: number, environment: Environment, type: string) => boolean;
  /** Times in which routes carry nothing, those to come included. */
  readonly pauses: readonly PauseRow[];
  /** The content template in India by which a body of a version goes; undefined when it names none. */
  readonly dltTemplateOf: (written: WrittenBy) => string | undefined;
  /** Whether somebody was erased or restricted in a workspace: then suppressions are looked up by keyed hashes too, and nowhere else is one computed. */
  readonly knowsByHash: (workspace: number) => boolean;
  /** Why a version of a template, by its number, may not be sent by any more; undefined where it may. */
  readonly stoppedVersion: (version: number) => StoppedVersionRow | undefined;
  /** How a workspace looks numbers up; undefined, so that nothing is asked, where it does not. */
  readonly lookupOf: (workspace: number) => LookupBook | undefined;
  /** The registries that marketing of a workspace is checked against; undefined where there is none. */
  readonly registriesOf: (workspace: number) => RegistryBook | undefined;
  /** What marketing of a workspace may be about, by key; undefined where it has no topics. */
  readonly topicsOf: (workspace: number) => ReadonlyMap<string, TopicRow> | undefined;
  /** By which rules sends begin with another of their channels, in order; none where nothing is asked. */
  readonly substitutionsOf: (workspace: number, environment: Environment) => readonly SubstitutionRule[];
  /** The senders a workspace has on file; undefined where there is none. */
  readonly sendersOf: (workspace: number) => SenderBook | undefined;
}

/** Keeps the configuration fresh: woken by NOTIFY at the commit of a change, with a slow poll as the safety net. */
export interface ConfigStore {
  current(): Config;
  /** Calls back the moment a change is heard of, before anything is read again, with the table that changed or `*`. */
  onNotice(listener: (table: string) => void): void;
  /** Calls back after each change, with the table that changed when it is known. */
  onChange(listener: (table: string) => void): void;
  /** Reads the configuration again now. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

const UNANSWERED = bookLaws([]);

function groupBy<T extends { workspace: number }>(rows: readonly T[]): Map<number, T[]> {
  return Map.groupBy(rows, (row) => row.workspace);
}

function indexSnapshot(snapshot: ConfigSnapshot, earlier: Config | undefined): Config {
  const routes = groupBy(snapshot.routes);
  const limits = groupBy(snapshot.limits);
  const workspaces = new Map(snapshot.workspaces.map((row) => [row.number, row]));
  const rows = groupBy(snapshot.regions);
  const regions = new Map([...rows].map(([workspace, ofOne]) => [workspace, bookRegions(ofOne)]));
  const laws = new Map([...groupBy(snapshot.legalAnswers)].map(([workspace, ofOne]) => [workspace, bookLaws(ofOne)]));
  const lawsOf = (workspace: number) => laws.get(workspace) ?? UNANSWERED;
  const capsByWorkspace = groupBy(snapshot.caps);
  const capKeys = new Map(snapshot.capTemplates.map(({ version, key }) => [version, key]));
  const capsFor = (workspace: number): CapBook =>
    bookCaps({
      caps: capsByWorkspace.get(workspace) ?? [],
      regions: regions.get(workspace),
      laws: lawsOf(workspace),
      homeZone: workspaces.get(workspace)?.timeZone ?? 'UTC',
      keyOf: (version) => capKeys.get(version),
    });
  const caps = new Map([...workspaces.keys()].map((workspace) => [workspace, capsFor(workspace)]));
  const speaking = new Set([...rows.keys(), ...laws.keys()]);
  const hours = new Map(
    [...speaking].map((number) => [
      number,
      bookHours(rows.get(number) ?? [], workspaces.get(number)?.timeZone ?? 'UTC', lawsOf(number)),
    ]),
  );
  // Who says nothing of hours keeps those of the law, which know no zone of a workspace.
  const byLaw = bookHours([], 'UTC', UNANSWERED);
  const fraud = bookFraud(snapshot.fraudRules, snapshot.prefixes);
  const [filed, ledgers] = [groupBy(snapshot.senders), groupBy(snapshot.dlt)];
  const dlt = new Map([...ledgers].map(([workspace, ofOne]) => [workspace, bookDlt(ofOne, earlier?.dltOf(workspace))]));
  const links = new Map(
    snapshot.templateLinks.map(({ version, locale, dltTemplateId }) => [`${version} ${locale}`, dltTemplateId]),
  );
  const hashing = new Set(snapshot.hashing);
  const lookups = new Map(snapshot.lookups.flatMap((row) => (row.enabled ? [[row.workspace, bookLookup(row)]] : [])));
  const switchedOn = groupBy(snapshot.registries.filter((row) => row.enabled));
  const registries = new Map([...switchedOn].map(([workspace, ofOne]) => [workspace, bookRegistries(ofOne)]));
  const topics = new Map(
    [...groupBy(snapshot.topics)].map(([workspace, ofOne]) => [workspace, new Map(ofOne.map((row) => [row.key, row]))]),
  );
  const substitutions = new Map(
    snapshot.substitutions.map(({ workspace, environment, rules }) => [`${workspace} ${environment}`, rules]),
  );
  const senders = new Map(
    [...new Set([...filed.keys(), ...ledgers.keys()])].map((workspace) => [
      workspace,
      bookSenders(filed.get(workspace) ?? [], ledgers.get(workspace) ?? []),
    ]),
  );
  const stopped = new Map(snapshot.stoppedVersions.map((row) => [row.number, row]));
  const withWebhooks = new Set(snapshot.webhooks.map((row) => row.workspace));
  const wantedEvents = new Set(snapshot.webhooks.flatMap(wantsOf));
  const routeByNumber = new Map(snapshot.routes.map((row) => [row.number, row]));
  return {
    version: snapshot.version,
    workspaces,
    providers: new Map(snapshot.providers.map((row) => [row.number, row])),
    routesOf: (workspace) => routes.get(workspace) ?? [],
    route: (number) => routeByNumber.get(number),
    capsOf: (workspace) => caps.get(workspace) ?? capsFor(workspace),
    limitsOf: (workspace) => limits.get(workspace) ?? [],
    regionsOf: (workspace) => regions.get(workspace),
    hoursOf: (workspace) => hours.get(workspace) ?? byLaw,
    lawsOf,
    fraudOf: (workspace) => fraud.get(workspace) ?? DEFAULT_BOOK,
    dltOf: (workspace) => dlt.get(workspace),
    webhooks: new Map(snapshot.webhooks.map((row) => [row.number, row])),
    hasWebhooks: (workspace) => withWebhooks.has(workspace),
    wantsEvent: (workspace, environment, type) =>
      withWebhooks.has(workspace) &&
      (wantedEvents.has(wantOf(workspace, environment, type)) ||
        wantedEvents.has(wantOf(workspace, environment, EVERY_EVENT))),
    pauses: snapshot.pauses,
    dltTemplateOf: ({ version, locale }) => links.get(`${version} ${locale}`),
    knowsByHash: (workspace) => hashing.has(workspace),
    stoppedVersion: (version) => stopped.get(version),
    lookupOf: (workspace) => lookups.get(workspace),
    registriesOf: (workspace) => registries.get(workspace),
    topicsOf: (workspace) => topics.get(workspace),
    substitutionsOf: (workspace, environment) => substitutions.get(`${workspace} ${environment}`) ?? [],
    sendersOf: (workspace) => senders.get(workspace),
  };
}

const EVERY_EVENT = '*';
const wantOf = (workspace: number, environment: Environment, type: string): string =>
  `${workspace} ${environment} ${type}`;

/** What an endpoint subscribes to. */
const wantsOf = ({ workspace, environment, eventTypes }: WebhookRow): string[] =>
  (eventTypes.length === 0 ? [EVERY_EVENT] : eventTypes).map((type) => wantOf(workspace, environment, type));

/** Reads the configuration and listens for changes. */
export async function openConfigStore(database: Database, log: Log): Promise<ConfigStore> {
  const read = async (earlier?: Config) =>
    indexSnapshot(
      await database.sql.begin('isolation level repeatable read read only', (tx) => readConfig(tx)),
      earlier,
    );
  let config = await read();
  const listeners: ((table: string) => void)[] = [];
  const noticed: ((table: string) => void)[] = [];
  const refresh = oneAtATime(async () => {
    config = await read(config);
  });
  const refreshQuietly = async (table: string) => {
    for (const listener of noticed) listener(table);
    try {
      await refresh();
      for (const listener of listeners) listener(table);
    } catch (error) {
      log.warn('The configuration could not be read again; the last one stays in force.', { error: String(error) });
    }
  };
  const listening = await database.sql.listen(
    CONFIG_CHANNEL,
    (table) => void refreshQuietly(table),
    // Also called after a lost connection was made anew: changes may have been missed.
    () => void refreshQuietly('*'),
  );
  const timer = setInterval(() => void refreshQuietly('*'), REFRESH_MS);
  timer.unref();
  return {
    current: () => config,
    onNotice: (listener) => void noticed.push(listener),
    onChange: (listener) => void listeners.push(listener),
    refresh,
    async close() {
      clearInterval(timer);
      await listening.unlisten().catch(() => undefined);
    },
  };
}
