import type { SignalCount, TrafficClass } from '@signalbox/contracts';
import { bucketOf, SIGNAL_SETTINGS } from '@signalbox/core';
import {
  addOutcomes,
  addSignals,
  type Database,
  type DelayKind,
  type SignalAdd,
  type SuccessTally,
} from '@signalbox/db';
import type { Log } from '../clock.ts';
import type { Trial } from '../experiments/trial.ts';
import { readShape } from '../success/shape.ts';
import { writeEvery } from '../timed-writer.ts';

/** A submission, as its figures are kept: everything that comes of it later counts in the minute it was claimed in. */
export interface Submission {
  workspace: number;
  /** Internal number of the route. */
  route: number;
  class: TrafficClass;
  country: string | null;
  /** The network of its number as it was decided by; null where it was not known. */
  network: string | null;
  /** When it was claimed, milliseconds since 1970 by the database clock. */
  claimedAtMs: number;
  /** Where it counts in an experiment; undefined while none runs on its traffic. */
  trial: Trial | undefined;
  /** What of the message the success model tells apart (see `shapeOf`). */
  shape: number;
  /** It carries a code of ours: whether it is typed in will be known. */
  expectant: boolean;
}

/** What the success model learns from: see SuccessTally. */
export type OutcomeCounts = Pick<SuccessTally, 'accepted' | 'resolved' | 'settledMilli' | 'successMilli'>;

/** Figures of submissions of one route, class and country in one minute, and of one network beside them. Good until the caller gives way to others: a flush takes it. */
export interface SignalPage {
  add(count: SignalCount, by?: number): void;
  /** Counts one delay, in milliseconds. */
  time(kind: DelayKind, ms: number): void;
  /** What came of messages of a shape, to add to. */
  outcomesOf(shape: number): OutcomeCounts;
}

/** Counts what becomes of submissions. Call it when what is counted is committed. */
export interface SignalBook {
  /** Where the figures of a submission are added. */
  of(submission: Submission): SignalPage;
  /** Writes what has gathered. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

const FLUSH_MS = 2_000;
// Of one route, class and country in a minute so many networks are counted apart, those that come first and so those with the most traffic; the country counts all.
const NETWORKS_MAX = 8;

const KINDS: readonly DelayKind[] = ['delivered', 'failed', 'proven'];
const KIND_STRIDE = 1_000;

class Page implements SignalPage {
  readonly counts: Partial<Record<SignalCount, number>> = {};
  /** By number: the place of the kind times its stride, and the bucket. */
  readonly delays = new Map<number, number>();
  /** By shape; of this network alone. */
  readonly outcomes = new Map<number, OutcomeCounts>();
  readonly submission: Submission;
  readonly spanMs: number;
  /** Those of its networks; none of a page that is one itself. */
  readonly networks = new Map<string, NetworkPage>();

  constructor(submission: Submission, spanMs: number) {
    this.submission = submission;
    this.spanMs = spanMs;
  }

  add(count: SignalCount, by = 1): void {
    if (by !== 0) this.counts[count] = (this.counts[count] ?? 0) + by;
  }

  time(kind: DelayKind, ms: number): void {
    const name = KINDS.indexOf(kind) * KIND_STRIDE + bucketOf(ms);
    this.delays.set(name, (this.delays.get(name) ?? 0) + 1);
  }

  outcomesOf(shape: number): OutcomeCounts {
    let own = this.outcomes.get(shape);
    if (own === undefined) {
      own = { accepted: 0, resolved: 0, settledMilli: 0, successMilli: 0 };
      this.outcomes.set(shape, own);
    }
    return own;
  }

  /** Where the figures of a network are added, to those of the country as well. */
  of(network: string | null): SignalPage {
    if (network === null) return this;
    let page = this.networks.get(network);
    if (page === undefined) {
      if (this.networks.size >= NETWORKS_MAX) return this;
      page = new NetworkPage(this, network);
      this.networks.set(network, page);
    }
    return page;
  }

  /** Takes over what another page of the same cell has counted, its networks too. */
  merge(other: Page): void {
    for (const name of Object.keys(other.counts) as SignalCount[])
      this.counts[name] = (this.counts[name] ?? 0) + (other.counts[name] ?? 0);
    for (const [name, count] of other.delays) this.delays.set(name, (this.delays.get(name) ?? 0) + count);
    for (const [shape, counts] of other.outcomes) {
      const own = this.outcomesOf(shape);
      for (const name of Object.keys(own) as (keyof OutcomeCounts)[]) own[name] += counts[name];
    }
    for (const [network, page] of other.networks) {
      const own = this.networks.get(network) ?? new NetworkPage(this, network);
      this.networks.set(network, own);
      own.merge(page);
    }
  }
}

/** The page of one network, which adds to that of its country too. */
class NetworkPage extends Page {
  readonly country: Page;

  constructor(country: Page, network: string) {
    super({ ...country.submission, network }, country.spanMs);
    this.country = country;
  }

  override add(count: SignalCount, by = 1): void {
    super.add(count, by);
    this.country.add(count, by);
  }

  override time(kind: DelayKind, ms: number): void {
    super.time(kind, ms);
    this.country.time(kind, ms);
  }
}

/** Pages by route and country: what is left to tell apart are classes and minutes, a handful. */
type Pages = Map<number, Map<string | null, Page[]>>;

/**
 * Figures are gathered in memory and written every two seconds, all of them by a few statements: a message costs an addition, and no transaction of the
 * hot path waits for a counter. A process that dies takes two seconds of figures with it; they are shares and fade, no message depends on them.
 */
export function createSignalBook(database: Database, log: Log): SignalBook {
  let pages: Pages = new Map();

  function pageOf(submission: Submission, spanMs: number): Page {
    const { route, country, class: trafficClass } = submission;
    let countries = pages.get(route);
    if (countries === undefined) {
      countries = new Map();
      pages.set(route, countries);
    }
    let own = countries.get(country);
    if (own === undefined) {
      own = [];
      countries.set(country, own);
    }
    for (const page of own) if (page.spanMs === spanMs && page.submission.class === trafficClass) return page;
    const page = new Page({ ...submission, network: null }, spanMs);
    own.push(page);
    return page;
  }

  async function write(): Promise<void> {
    if (pages.size === 0) return;
    const taken = [...pages.values()].flatMap((countries) => [...countries.values()].flat());
    pages = new Map();
    try {
      const all = taken.flatMap((page) => [page, ...page.networks.values()]);
      await database.sql.begin(async (tx) => {
        await addSignals(tx, all.map(toAdd));
        await addOutcomes(tx, all.flatMap(toOutcomes));
      });
    } catch (error) {
      log.warn('Figures of routes could not be written; they are kept and tried again.', { error: String(error) });
      for (const page of taken) pageOf(page.submission, page.spanMs).merge(page);
    }
  }

  return {
    of: (submission) =>
      pageOf(submission, Math.floor(submission.claimedAtMs / SIGNAL_SETTINGS.spanMs) * SIGNAL_SETTINGS.spanMs).of(
        submission.network,
      ),
    ...writeEvery(FLUSH_MS, write),
  };
}

function toAdd({ submission, spanMs, counts, delays }: Page): SignalAdd {
  const { workspace, route, class: trafficClass, country, network } = submission;
  return {
    spanMs,
    workspace,
    route,
    class: trafficClass,
    country: country ?? '',
    network: network ?? '',
    counts,
    delays: [...delays].map(([name, count]) => ({
      kind: KINDS[Math.floor(name / KIND_STRIDE)] as DelayKind,
      bucket: name % KIND_STRIDE,
      count,
    })),
  };
}

function toOutcomes({ submission, spanMs, outcomes }: Page): SuccessTally[] {
  const { workspace, route, class: trafficClass, country, network } = submission;
  const place = { workspace, spanMs, route, class: trafficClass, country: country ?? '', network: network ?? '' };
  return [...outcomes].map(([shape, counts]) => ({ ...place, ...readShape(shape), ...counts }));
}
