import type { Environment, TemplateState, TrafficClass } from '@signalbox/contracts';
import { type CompiledTemplate, compileTemplate } from '@signalbox/core';
import { type Database, noteTemplateUses, readSendableTemplates, type SendableTemplateRow } from '@signalbox/db';
import type { Log } from '../clock.ts';
import type { ConfigStore } from '../config/config-store.ts';

/** A version that sends go by, ready to render. */
export interface BookedVersion {
  /** Number of the row, which messages name. */
  number: number;
  version: number;
  state: TemplateState;
  /** Languages with a text that a service drafted and nobody reviewed: while there are any, nothing is sent by it. */
  unreviewed: readonly string[];
  compiled: CompiledTemplate;
}

/** A template as sends find it. */
export interface BookedTemplate {
  class: TrafficClass;
  /** What its messages are about; null where that is not said. */
  topic: string | null;
  /** The version a send of this environment goes by: the newest approved one, in the sandbox also a newer one that is not; undefined when there is none. */
  versionFor(environment: Environment): BookedVersion | undefined;
}

/** The templates that were sent by of late, ready to render: a send looks into a map, and only the first one of a template reads anything. */
export interface TemplateBook {
  /** Reads what is not known yet of these templates of a workspace, in one statement; resolves at once when all is known. */
  warm(workspace: number, keys: Iterable<string>): Promise<void>;
  /** A template that was warmed; undefined when the workspace has none by this key. */
  find(workspace: number, key: string): BookedTemplate | undefined;
  /** Empties the book after a change made here, so that whoever made it sends by it at once; other processes hear of it by NOTIFY. */
  forget(): void;
  /** Notes that messages name a version; written down every half minute. */
  noteUse(version: number): void;
  close(): Promise<void>;
}

/** Most templates in memory, those that are not there included; beyond it the book begins anew. */
const BOOK_MAX = 2000;
const USE_FLUSH_MS = 30_000;
const TABLES: readonly string[] = ['template', 'template_version', 'template_translation', '*'];

/** Opens the book of a process. A change of any template empties it at its commit, and what was being read meanwhile is not kept. */
export function openTemplateBook(
  database: Database,
  config: Pick<ConfigStore, 'onNotice'>,
  nowMs: () => number,
  log: Log,
): TemplateBook {
  let known = new Map<string, BookedTemplate | null>();
  const used = new Map<number, number>();
  let emptied = 0;
  const forget = (): void => {
    known = new Map();
    emptied += 1;
  };
  config.onNotice((table) => {
    if (TABLES.includes(table)) forget();
  });
  const nameOf = (workspace: number, key: string): string => `${workspace} ${key}`;

  async function read(workspace: number, keys: readonly string[]): Promise<void> {
    // What changes while it is read is read again; a template that changes faster than that is used as it was last read.
    for (let tries = 0; ; tries += 1) {
      const before = emptied;
      const rows = await readSendableTemplates(database.sql, workspace, keys);
      if (before !== emptied && tries < 3) continue;
      if (known.size + keys.length > BOOK_MAX) known = new Map();
      for (const key of keys) known.set(nameOf(workspace, key), null);
      for (const row of rows) known.set(nameOf(workspace, row.key), book(row, log));
      return;
    }
  }

  async function flush(): Promise<void> {
    if (used.size === 0) return;
    const uses = new Map(used);
    used.clear();
    await noteTemplateUses(database.sql, uses);
  }
  const timer = setInterval(() => {
    flush().catch((error) => log.warn('The last use of templates could not be noted.', { error: String(error) }));
  }, USE_FLUSH_MS);
  timer.unref();

  return {
    async warm(workspace, keys) {
      const missing = [...new Set(keys)].filter((key) => !known.has(nameOf(workspace, key)));
      if (missing.length > 0) await read(workspace, missing);
    },
    find: (workspace, key) => known.get(nameOf(workspace, key)) ?? undefined,
    forget,
    noteUse: (version) => void used.set(version, nowMs()),
    async close() {
      clearInterval(timer);
      await flush().catch(() => undefined);
    },
  };
}

function book(
  { key, class: trafficClass, defaultLocale, topic, versions }: SendableTemplateRow,
  log: Log,
): BookedTemplate {
  const newestFirst = versions.flatMap(({ number, version, state, unreviewed, variables, bodies }): BookedVersion[] => {
    const result = compileTemplate({ variables, bodies, class: trafficClass, default_locale: defaultLocale });
    if (result.ok) return [{ number, version, state, unreviewed, compiled: result.template }];
    // It was read when it was stored: only a release that takes less than the one before can come here.
    log.error('A version of a template can no longer be read.', { key, version });
    return [];
  });
  const approved = newestFirst.find(({ state }) => state === 'approved');
  return {
    class: trafficClass,
    topic,
    versionFor: (environment) => (environment === 'live' ? approved : newestFirst[0]),
  };
}
