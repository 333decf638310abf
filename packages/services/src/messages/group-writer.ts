/** Gathers calls that come together into groups, each written in one go. */
export interface GroupWriter<Call, Outcome> {
  /** Resolves with the outcome of the call once its group is written. */
  add(call: Call): Promise<Outcome>;
  /** How long the call has waited that has waited longest for its group, in milliseconds. */
  waitedMs(): number;
  /** Resolves when nothing is being written any more. */
  idle(): Promise<void>;
}

/** How calls are gathered and written. */
export interface GroupRule<Call, Outcome> {
  /** Groups on their way to the disk at once. */
  flushes: number;
  /** Rows a call writes. */
  rowsOf(call: Call): number;
  /** Writes a group: an outcome for each call, or it throws and nothing is written. */
  write(calls: readonly Call[]): Promise<readonly Outcome[]>;
  /** How long to rest, in milliseconds, after a group that took so long. */
  restAfter(calls: readonly Call[], tookMs: number): number;
  /** What the caller is told of a failure. */
  refusalOf(error: unknown): Error;
}

interface Waiting<Call, Outcome> {
  call: Call;
  sinceMs: number;
  resolve: (outcome: Outcome) => void;
  reject: (error: Error) => void;
}

const MAX_ROWS = 2000;

/** Builds a writer: a call is written at once while nothing else is, else it joins the next group. There is no timer to wait for. */
export function createGroupWriter<Call, Outcome>(rule: GroupRule<Call, Outcome>): GroupWriter<Call, Outcome> {
  let waiting: Waiting<Call, Outcome>[] = [];
  let flushes = 0;
  let idleWaiters: (() => void)[] = [];

  function take(): Waiting<Call, Outcome>[] {
    let rows = 0;
    let count = 0;
    for (const { call } of waiting) {
      if (count > 0 && rows >= MAX_ROWS) break;
      rows += rule.rowsOf(call);
      count += 1;
    }
    const group = waiting.slice(0, count);
    waiting = waiting.slice(count);
    return group;
  }

  async function settle(group: readonly Waiting<Call, Outcome>[]): Promise<void> {
    try {
      const outcomes = await rule.write(group.map(({ call }) => call));
      group.forEach((entry, index) => {
        const outcome = outcomes[index];
        if (outcome) entry.resolve(outcome);
        else entry.reject(new Error('a call of the group was not answered'));
      });
    } catch (error) {
      if (group.length === 1) group[0]?.reject(rule.refusalOf(error));
      // One bad call must not take its neighbours down: each is tried alone.
      else for (const entry of group) await settle([entry]);
    }
  }

  async function flush(group: readonly Waiting<Call, Outcome>[]): Promise<void> {
    const startedMs = performance.now();
    await settle(group);
    const restMs = rule.restAfter(
      group.map(({ call }) => call),
      performance.now() - startedMs,
    );
    if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs));
  }

  function pump(): void {
    while (waiting.length > 0 && flushes < rule.flushes) {
      flushes += 1;
      void flush(take()).finally(() => {
        flushes -= 1;
        pump();
        if (flushes === 0 && waiting.length === 0) {
          for (const wake of idleWaiters) wake();
          idleWaiters = [];
        }
      });
    }
  }

  return {
    add: (call) =>
      new Promise((resolve, reject) => {
        waiting.push({ call, resolve, reject, sinceMs: performance.now() });
        pump();
      }),
    waitedMs: () => (waiting[0] === undefined ? 0 : performance.now() - waiting[0].sinceMs),
    idle() {
      if (flushes === 0 && waiting.length === 0) return Promise.resolve();
      return new Promise((resolve) => idleWaiters.push(resolve));
    },
  };
}
