import type { ErrorCode } from '@signalbox/contracts';
import { copyRequests, type Database, type NewRequest } from '@signalbox/db';
import type { Log, World } from '../clock.ts';
import type { Identity } from '../identity.ts';
import { maskJson } from './mask.ts';

/** A call as it ended. */
export interface EndedCall {
  /** UUID of the request. */
  id: string;
  identity: Identity;
  method: string;
  /** The path as the document has it, `/v1/messages/{id}`, and what stood in its braces. */
  route: string;
  params: Readonly<Record<string, string>>;
  operation: string;
  status: number;
  /** The refusal; null when there was none. */
  error: ErrorCode | null;
  replayed: boolean;
  durationMs: number;
  address: string;
  /** The query as it came, without its question mark. */
  search: string;
  /** The body as it was read; undefined when there was none or it was no JSON. */
  request: { bytes: number; body: unknown };
  /** The text of the answer. */
  answer: string;
}

/** Keeps the calls of the public API, without making any of them wait. */
export interface RequestLog {
  /** Keeps a call, or counts it as not kept. Never throws, never waits. */
  note(call: EndedCall): void;
  /** Resolves when all that was noted is stored, or was given up. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

// Kept by one process of one workspace a second. A caller that sends thousands a second learns nothing from the thousandth
// success; a refusal says something, so there is more room for them.
const SUCCESSES_A_SECOND = 20;
const REFUSALS_A_SECOND = 100;
const FLUSH_MS = 500;
const FLUSH_ROWS = 400;
// Held at once by one process: 4,000 rows of at most 16 KiB, and as a rule of one.
const HELD_MAX = 4000;
const ANSWER_MAX_CHARACTERS = 32 * 1024;
const REQUEST_MAX_BYTES = 256 * 1024;

interface Tally {
  second: number;
  successes: number;
  refusals: number;
}

/**
 * Builds the log of a process. It keeps, for each workspace, so many successes and so many refusals a second; what is beyond, or finds no room in
 * memory, or could not be stored, is counted, and the next row of the workspace and environment tells the count.
 */
export function createRequestLog(database: Database, world: World, log: Log): RequestLog {
  let held: NewRequest[] = [];
  let writing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const tallies = new Map<number, Tally>();
  /** Calls not kept since the last row, by workspace and environment. */
  const gaps = new Map<string, number>();
  const gapOf = ({ workspace, environment }: { workspace: number; environment: string }) =>
    `${workspace} ${environment}`;
  const addGap = (gap: string, count: number): void => void gaps.set(gap, (gaps.get(gap) ?? 0) + count);

  function mayKeep(workspace: number, isRefusal: boolean): boolean {
    const second = Math.floor(world.nowMs() / 1000);
    let tally = tallies.get(workspace);
    if (tally?.second !== second) {
      tally = { second, successes: 0, refusals: 0 };
      tallies.set(workspace, tally);
    }
    if (isRefusal) tally.refusals += 1;
    else tally.successes += 1;
    const hasRoom = isRefusal ? tally.refusals <= REFUSALS_A_SECOND : tally.successes <= SUCCESSES_A_SECOND;
    return hasRoom && held.length < HELD_MAX;
  }

  async function write(): Promise<void> {
    while (held.length > 0) {
      const rows = held;
      held = [];
      try {
        await copyRequests(database.sql, rows);
      } catch (error) {
        for (const row of rows) addGap(gapOf(row), 1 + row.notKept);
        log.warn('Calls could not be kept in the request log.', { error, count: rows.length });
        return;
      }
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing ??= write().finally(() => {
      writing = undefined;
      if (held.length > 0) plan();
    });
    return writing;
  }

  function plan(): void {
    if (held.length >= FLUSH_ROWS) void flush();
    else timer ??= setTimeout(flush, FLUSH_MS).unref();
  }

  return {
    note(call) {
      const { identity } = call;
      const workspace = identity.workspace.number;
      const gap = gapOf({ workspace, environment: identity.environment });
      if (!mayKeep(workspace, call.status >= 400)) {
        addGap(gap, 1);
        return;
      }
      held.push({ ...rowOf(call), notKept: gaps.get(gap) ?? 0 });
      gaps.delete(gap);
      plan();
    },
    async flush() {
      await flush();
      if (held.length > 0) await flush();
    },
    async close() {
      await flush();
    },
  };
}

function rowOf(call: EndedCall): Omit<NewRequest, 'notKept'> {
  const { identity, request, answer } = call;
  return {
    id: call.id,
    workspace: identity.workspace.number,
    apiKey: identity.actor.kind === 'key' ? identity.actor.number : null,
    environment: identity.environment,
    method: call.method,
    path: pathOf(call),
    operation: call.operation,
    status: call.status,
    error: call.error,
    replayed: call.replayed,
    durationUs: Math.min(2_147_483_647, Math.round(call.durationMs * 1000)),
    address: call.address.slice(0, 64),
    requestBytes: request.bytes,
    answerBytes: Buffer.byteLength(answer),
    query: call.search === '' ? null : (maskJson(Object.fromEntries(new URLSearchParams(call.search))) ?? null),
    request: request.bytes > REQUEST_MAX_BYTES ? null : (maskJson(request.body) ?? null),
    answer:
      answer === '' || answer.length > ANSWER_MAX_CHARACTERS
        ? null
        : (maskJson(jsonOf(answer), call.error !== null) ?? null),
  };
}

/** The value of JSON text; undefined when it is something else. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const OUR_ID = /^[a-z]{2,4}_[0-9a-hjkmnp-tv-z]{26}$/;

/** The path with the ids of ours it was called with; anything else in their place may be anything, so its name stands for it. */
const pathOf = ({ route, params }: EndedCall): string =>
  route.replace(/\{(\w+)\}/g, (braced, name) => (OUR_ID.test(params[name] ?? '') ? (params[name] ?? '') : braced));
