import { BACKLOG_CHANNEL, type BacklogNotice, SignalboxError } from '@signalbox/contracts';
import type { Database, NewMessage } from '@signalbox/db';
import type { World } from '../clock.ts';

/**
 * How long a message would wait behind those of the same sender in its lane, by what workers measured last. A message that would not go
 * out while it is good is refused when it comes, not dropped when it is stale. Without a measure nobody is refused.
 */
export interface QueueWait {
  /** `queue_overflow` for a message that would wait longer than it is good for; undefined when it is taken. */
  refusalOf(message: NewMessage, nowMs: number): SignalboxError | undefined;
  /**
   * How far dispatch is behind with lanes although it works all the time, in multiples: what is accepted faster than it is dispatched only
   * takes the processor from it. 0 while workers have time to spare, however much waits: then the carriers set the pace.
   */
  surplusOf(messages: readonly NewMessage[]): number;
  /** How fast a lane was last told to leave, in messages a second; undefined when nothing was told lately. */
  rateOf(lane: Lane): number | undefined;
  /** When a worker last told, in milliseconds since 1970; 0 before the first time. */
  toldAtMs(): number;
  close(): Promise<void>;
}

/** Whose lane, and which. */
type Lane = Pick<NewMessage, 'workspace' | 'environment' | 'channel' | 'class'>;

/** The one spelling of a sender's lane, to find it by. */
export const laneName = ({ workspace, environment, channel, class: lane }: Lane): string =>
  `${workspace} ${environment} ${channel} ${lane}`;

/** A lane of a sender as it was last told, and what this process has put into it since. */
interface Told {
  waiting: number;
  perSecond: number;
  added: number;
}

// Workers tell every five seconds; what is older says nothing.
const STALE_MS = 15_000;
const LONGEST_RETRY_SECONDS = 3600;
// A worker that is at work for so much of its time has none to spare.
const BUSY = 0.8;
// A backlog of so many seconds is as good as none: it is what keeps windows full.
const SPARE_SECONDS = 3;
const MOST_SURPLUS = 8;

/** Listens to what workers tell of backlogs. */
export async function openQueueWait(database: Database, world: World): Promise<QueueWait> {
  let lanes = new Map<string, Told>();
  let toldAtMs = 0;
  let busy = 0;
  const listening = await database.sql.listen(BACKLOG_CHANNEL, (payload) => {
    toldAtMs = world.nowMs();
    const notice = JSON.parse(payload) as BacklogNotice;
    busy = notice.busy;
    lanes = new Map(
      notice.lanes.map(([workspace, environment, channel, lane, waiting, perSecond]) => [
        laneName({ workspace, environment, channel, class: lane }),
        { waiting, perSecond, added: 0 },
      ]),
    );
  });
  const told = (lane: Lane, nowMs: number): Told | undefined =>
    nowMs - toldAtMs > STALE_MS ? undefined : lanes.get(laneName(lane));
  return {
    surplusOf(messages) {
      if (lanes.size === 0 || busy < BUSY) return 0;
      const nowMs = world.nowMs();
      const waits = messages.map((message) => {
        const lane = told(message, nowMs);
        return lane === undefined ? 0 : lane.waiting / lane.perSecond;
      });
      return Math.min(MOST_SURPLUS, Math.max(0, ...waits) / SPARE_SECONDS);
    },
    refusalOf(message, nowMs) {
      if (lanes.size === 0 || message.sendAtMs !== null) return undefined;
      const lane = told(message, nowMs);
      if (lane === undefined) return undefined;
      const waitSeconds = (lane.waiting + lane.added) / lane.perSecond - (nowMs - toldAtMs) / 1000;
      const goodForSeconds = (message.expiresAtMs - nowMs) / 1000;
      if (waitSeconds <= goodForSeconds) {
        lane.added += 1;
        return undefined;
      }
      return overflow(waitSeconds, goodForSeconds, lane.waiting + lane.added);
    },
    rateOf: (lane) => told(lane, world.nowMs())?.perSecond,
    toldAtMs: () => toldAtMs,
    async close() {
      await listening.unlisten().catch(() => undefined);
    },
  };
}

function overflow(waitSeconds: number, goodForSeconds: number, waiting: number): SignalboxError {
  const wait = `${waiting} messages wait before it, about ${Math.ceil(waitSeconds)} s at the rate of your carriers`;
  return new SignalboxError('queue_overflow', {
    detail: `This message is good for ${Math.floor(goodForSeconds)} s and would not go out in time: ${wait}.`,
    retryAfterSeconds: Math.min(LONGEST_RETRY_SECONDS, Math.max(1, Math.ceil(waitSeconds - goodForSeconds))),
  });
}
