import {
  type ConnectionSnapshot,
  type InboundReceipt,
  type Protocol,
  REASONS,
  type ReasonCode,
  type SubmitAnswer,
  type SubmitRequest,
} from '@signalbox/contracts';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { manifestOf, parseSettings } from './manifests.ts';
import { openChannel } from './registry.ts';

/** How a foreign peer treats the requests that come next. */
export type Mood = 'accept' | 'refuse' | 'throttle' | 'die' | 'slow' | 'silent' | 'echo_secrets';

/** The other side: an implementation that is not ours, on a real socket. */
export interface ForeignPeer {
  /** Settings of a provider that leads here; answers are awaited for a short time and little goes at once. */
  settings: Record<string, unknown>;
  allow: readonly string[];
  secrets: readonly string[];
  setMood(mood: Mood): void;
  /** A request fit for this peer and its present mood, told apart by its number. */
  makeRequest(number: number, urgent?: boolean): SubmitRequest;
  /** Numbers of the requests the peer has read, in the order they came. */
  seen(): readonly number[];
  /** Stops listening and cuts every connection. */
  goDown(): Promise<void>;
  /** Listens again where it did before. */
  comeBack(): Promise<void>;
  /** Sends one receipt for each reference and resolves with what each was answered. */
  report?(refs: readonly string[]): Promise<('stored' | 'again')[]>;
}

/** What a protocol brings to the case; each guarantee it does not give names why, as a fact that is checked. */
export interface Subject {
  protocol: Protocol;
  openPeer(): Promise<ForeignPeer>;
  refusal: ReasonCode;
  /** Decodes any octets that can arrive from outside. */
  decode: (octets: Uint8Array) => unknown;
  notGiven?: Partial<Record<'peer_down' | 'slow' | 'silence' | 'urgent' | 'receipts' | 'secrets', NotGiven>>;
}

/** Why a guarantee does not apply, and the fact behind it. */
export interface NotGiven {
  why: string;
  holds: () => boolean;
}

/** A worker in small: keeps what it is told and lets a test wait for it. */
export class RecordingHost {
  readonly receipts: InboundReceipt[] = [];
  readonly said: unknown[] = [];
  store: (receipts: readonly InboundReceipt[]) => Promise<void> = () => Promise.resolve();
  #waiting: { ready: () => boolean; resolve: () => void }[] = [];

  async onReceipts(receipts: readonly InboundReceipt[]): Promise<void> {
    this.said.push(receipts);
    await this.store(receipts);
    this.receipts.push(...receipts);
    this.check();
  }
  async onReplies(replies: unknown): Promise<void> {
    this.said.push(replies);
  }
  onConnection(snapshot: ConnectionSnapshot): void {
    this.said.push(snapshot);
    // The adapter tells of a change while it makes it; who waits looks once it is made.
    queueMicrotask(() => this.check());
  }
  nowMs(): number {
    return Date.now();
  }
  random(): number {
    return 0.5;
  }
  log(level: string, message: string, fields?: Record<string, unknown>): void {
    this.said.push({ level, message, fields });
  }
  check(): void {
    this.#waiting = this.#waiting.filter(({ ready, resolve }) => !ready() || resolve() !== undefined);
  }
  until(ready: () => boolean): Promise<void> {
    if (ready()) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ ready, resolve }));
  }
}

/** Resolves once the peer has read so many requests; a loopback reads none and is not waited for. */
export async function untilSeen(peer: ForeignPeer, count: number): Promise<void> {
  while (peer.seen().length < count) await new Promise(setImmediate);
}

/** Registers the suite every adapter passes. */
export function runConformance(subject: Subject): void {
  const open: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0).reverse()) await close();
  });

  async function setUp(change: Record<string, unknown> = {}) {
    const peer = await subject.openPeer();
    open.push(() => peer.goDown());
    const host = new RecordingHost();
    const adapter = openChannel({
      protocol: subject.protocol,
      settings: { ...peer.settings, ...change },
      providerId: 'prv_test',
      host,
      egressAllow: peer.allow,
    });
    open.push(() => adapter.stop(50));
    const begin = (): Promise<void> => {
      adapter.start();
      return host.until(() => adapter.isUp());
    };
    return { peer, host, adapter, begin };
  }
  type World = Awaited<ReturnType<typeof setUp>>;

  /** Submits and resolves once every request has its answer; a second answer to any of them fails the test at `answers`. */
  function submit(world: World, numbers: readonly number[], urgent = false) {
    const answers: SubmitAnswer[][] = numbers.map(() => []);
    const { promise: all, resolve } = Promise.withResolvers<SubmitAnswer[]>();
    let left = numbers.length;
    const requests = numbers.map((number) => world.peer.makeRequest(number, urgent));
    world.adapter.submit(requests, (index, answer) => {
      answers[index]?.push(answer);
      left -= 1;
      if (left === 0) resolve(answers.map((list) => list[0] as SubmitAnswer));
    });
    return { all, answers, requests };
  }

  const range = (length: number, from = 0): number[] => Array.from({ length }, (_, index) => from + index);

  function given(name: keyof NonNullable<Subject['notGiven']>, guarantee: string, test: () => Promise<void>): void {
    const exception = subject.notGiven?.[name];
    if (exception) it(`does not promise "${guarantee}": ${exception.why}`, () => expect(exception.holds()).toBe(true));
    else it(guarantee, test);
  }

  describe(`${subject.protocol}: what every adapter keeps`, () => {
    it('answers every accepted request once, with a reference of its own', async () => {
      const world = await setUp();
      await world.begin();
      const sent = submit(world, range(40));
      const answers = await sent.all;
      expect(sent.answers.every((list) => list.length === 1)).toBe(true);
      const refs = answers.flatMap((answer) => (answer.kind === 'accepted' ? answer.refs : []));
      expect(answers.map((answer) => answer.kind)).toEqual(range(40).map(() => 'accepted'));
      expect(new Set(refs).size).toBe(refs.length);
      expect(refs.length).toBeGreaterThanOrEqual(40);
    });

    it('names the reason of a permanent refusal and keeps what the peer said', async () => {
      const world = await setUp();
      await world.begin();
      world.peer.setMood('refuse');
      for (const answer of await submit(world, range(5)).all) {
        expect(answer).toMatchObject({ kind: 'rejected', reason: subject.refusal });
        expect('raw' in answer && answer.raw.length).toBeGreaterThan(0);
      }
    });

    it('tells a request for a slower pace from a refusal, and goes on afterwards', async () => {
      const world = await setUp();
      await world.begin();
      world.peer.setMood('throttle');
      const [answer] = await submit(world, [1]).all;
      expect(answer).toMatchObject({ kind: 'throttled' });
      expect(answer?.kind === 'throttled' && answer.retryAfterMs).toBeGreaterThan(0);
      world.peer.setMood('accept');
      expect((await submit(world, [2]).all)[0]?.kind).toBe('accepted');
    });

    given('peer_down', 'answers "unsent" when the peer cannot be reached: no byte left', async () => {
      const world = await setUp();
      await world.peer.goDown();
      world.adapter.start();
      const answers = await submit(world, range(5)).all;
      expect(answers.map((answer) => answer.kind)).toEqual(range(5).map(() => 'unsent'));
      expect(world.adapter.isUp()).toBe(false);
      expect(world.peer.seen()).toEqual([]);
    });

    given('peer_down', 'comes back by itself when the peer does', async () => {
      const world = await setUp();
      await world.begin();
      await world.peer.goDown();
      const answers = await submit(world, range(3)).all;
      expect(answers.every((answer) => answer.kind === 'unsent' || answer.kind === 'indeterminate')).toBe(true);
      await world.host.until(() => !world.adapter.isUp());
      await world.peer.comeBack();
      await world.host.until(() => world.adapter.isUp());
      expect((await submit(world, [10]).all)[0]?.kind).toBe('accepted');
    });

    it('answers "indeterminate" when the peer dies after the request was written, and never sends it again', async () => {
      const world = await setUp();
      await world.begin();
      world.peer.setMood('die');
      const [answer] = await submit(world, [1]).all;
      expect(answer).toMatchObject({ kind: 'indeterminate', reason: 'provider.indeterminate' });
      if (subject.notGiven?.peer_down === undefined) expect(world.peer.seen()).toEqual([1]);
    });

    given('silence', 'answers "indeterminate" when no answer comes in time', async () => {
      const world = await setUp();
      await world.begin();
      world.peer.setMood('silent');
      const answers = await submit(world, [1, 2]).all;
      expect(answers.map((answer) => answer.kind)).toEqual(['indeterminate', 'indeterminate']);
    });

    given('slow', 'waits for slow answers', async () => {
      const world = await setUp();
      await world.begin();
      world.peer.setMood('slow');
      const sent = submit(world, range(6));
      expect((await sent.all).map((answer) => answer.kind)).toEqual(range(6).map(() => 'accepted'));
      expect(sent.answers.every((list) => list.length === 1)).toBe(true);
    });

    it('stop() in the middle of traffic answers everything once, within its time', async () => {
      const world = await setUp();
      await world.begin();
      world.peer.setMood('silent');
      const sent = submit(world, range(30));
      if (!subject.notGiven?.silence) await untilSeen(world.peer, 2);
      const startedMs = performance.now();
      await world.adapter.stop(150);
      expect(performance.now() - startedMs).toBeLessThan(1500);
      expect(sent.answers.map((list) => list.length)).toEqual(range(30).map(() => 1));
      const kinds = (await sent.all).map((answer) => answer.kind);
      const written = world.peer.seen().length;
      if (!subject.notGiven?.silence) expect(kinds.filter((kind) => kind === 'indeterminate').length).toBe(written);
      const [late] = await submit(world, [99]).all;
      expect(late?.kind).toBe('unsent');
      expect(world.adapter.isUp()).toBe(false);
      expect(world.adapter.connections().every((connection) => connection.state !== 'up')).toBe(true);
    });

    it('stop() lets what is in flight finish when there is time', async () => {
      const world = await setUp();
      await world.begin();
      world.peer.setMood('slow');
      const sent = submit(world, [1]);
      if (!subject.notGiven?.slow) await untilSeen(world.peer, 1);
      await world.adapter.stop(3000);
      expect((await sent.all)[0]?.kind).toBe('accepted');
    });

    given('urgent', 'lets a code pass everything that still waits', async () => {
      const world = await setUp();
      await world.begin();
      world.peer.setMood('slow');
      const normal = submit(world, range(20));
      const urgent = submit(world, [100], true);
      await Promise.all([normal.all, urgent.all]);
      expect(world.peer.seen().length).toBe(21);
      expect(world.peer.seen().indexOf(100)).toBeLessThan(6);
    });

    given('receipts', 'acknowledges receipts only once they are stored', async () => {
      const world = await setUp();
      await world.begin();
      const answers = await submit(world, range(3)).all;
      const refs = answers.flatMap((answer) => (answer.kind === 'accepted' ? answer.refs : []));
      const { promise: stored, resolve: store } = Promise.withResolvers<void>();
      const { promise: handed, resolve: hand } = Promise.withResolvers<void>();
      world.host.store = () => {
        hand();
        return stored;
      };
      let acknowledged = false;
      const reported = world.peer.report?.(refs).then((results) => {
        acknowledged = true;
        return results;
      });
      await handed;
      // Everything that could be written by now is: the peer would have its answer in hand.
      for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
      expect(acknowledged).toBe(false);
      store();
      expect(await reported).toEqual(refs.map(() => 'stored'));
      await world.host.until(() => world.host.receipts.length >= refs.length);
      expect(world.host.receipts.map((receipt) => receipt.ref).sort()).toEqual([...refs].sort());
      expect(world.host.receipts.every((receipt) => receipt.verdict === 'delivered' && receipt.raw !== '')).toBe(true);
    });

    given('receipts', 'has receipts sent again that could not be stored', async () => {
      const world = await setUp();
      await world.begin();
      const [answer] = await submit(world, [1]).all;
      const refs = answer?.kind === 'accepted' ? answer.refs : [];
      let refused = 0;
      world.host.store = () => {
        refused += 1;
        return refused === 1 ? Promise.reject(new Error('the database is away')) : Promise.resolve();
      };
      expect(await world.peer.report?.(refs)).toEqual(refs.map(() => 'again'));
      expect(world.host.receipts).toEqual([]);
      expect(await world.peer.report?.(refs)).toEqual(refs.map(() => 'stored'));
      expect(world.host.receipts.map((receipt) => receipt.ref)).toEqual(refs);
    });

    given(
      'secrets',
      'keeps its secrets out of answers, log and snapshots, even when the peer echoes them',
      async () => {
        const world = await setUp();
        await world.begin();
        world.peer.setMood('echo_secrets');
        const answers = await submit(world, range(3)).all;
        const kept = JSON.stringify([answers, world.host.said, world.adapter.connections()]);
        expect(world.peer.secrets.length).toBeGreaterThan(0);
        for (const secret of world.peer.secrets) expect(kept).not.toContain(secret);
      },
    );

    it('reads any octets from outside without throwing, and gives only reasons of the table', () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 400 }), (octets) => {
          const read = JSON.stringify(subject.decode(octets) ?? null);
          for (const [, reason] of read.matchAll(/"reason":"([^"]+)"/g)) expect(Object.keys(REASONS)).toContain(reason);
        }),
        { numRuns: 500 },
      );
    });

    it('has a form that names every setting once, with a help text, and shows the defaults that hold', async () => {
      const manifest = manifestOf(subject.protocol);
      const names = manifest.fields.map((field) => field.name);
      const peer = await subject.openPeer();
      open.push(() => peer.goDown());
      const settings = parseSettings(subject.protocol, peer.settings);
      expect(names.sort()).toEqual(Object.keys(settings).sort());
      for (const field of manifest.fields) expect(field.help.length, field.name).toBeGreaterThan(10);
      const shown = manifest.fields.filter((field) => field.default !== undefined && !(field.name in peer.settings));
      const typed = Object.fromEntries(shown.map((field) => [field.name, field.default]));
      expect(parseSettings(subject.protocol, { ...peer.settings, ...typed })).toEqual(settings);
      expect(() => parseSettings(subject.protocol, { ...peer.settings, no_such: 1 })).toThrow(/"no_such"/);
    });
  });
}
