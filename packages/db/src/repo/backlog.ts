import { type Channel, type Environment, EVERY_LANE_QUEUE, type TrafficClass } from '@signalbox/contracts';
import { instantArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** Messages of a sender that wait in a lane for their turn, and how many of the last hours have left it. */
export interface LaneBacklog {
  workspace: number;
  environment: Environment;
  channel: Channel;
  class: TrafficClass;
  /** Jobs that may run now, or were put off by a worker; what is scheduled for later does not wait. */
  waiting: number;
  /** Messages accepted since `sinceMs` that a carrier has taken or that have ended. */
  left: number;
}

/**
 * The backlog of every sender that has one. `hours` are the hours of acceptance (milliseconds since 1970) whose messages are counted as
 * left: the same ones twice give the messages that left in between.
 */
export async function readBacklogs(tx: SqlRunner, hours: readonly number[]): Promise<LaneBacklog[]> {
  return tx<LaneBacklog[]>`
    select waiting.workspace, waiting.environment, waiting.channel, waiting.class, waiting.count as waiting,
      coalesce((select sum(t.count) from tally t
        where t.workspace = waiting.workspace and t.environment = waiting.environment::environment
          and t.hour = any(${instantArray(hours)}::timestamptz[])
          and t.channel = waiting.channel::channel and t.class = waiting.class::traffic_class), 0)::float8 as "left"
    from (
      select (data->>'workspace')::int4 as workspace, data->>'environment' as environment, data->>'channel' as channel,
        split_part(name, '_', 2) as class, (sum(length(data->>'ids')) / 32)::float8 as count
      from pgboss.job
      where name = any(${EVERY_LANE_QUEUE.map(({ name }) => name)})
        and (state = 'active' or (state in ('created', 'retry') and (start_after <= now() or (data->>'deferred')::int > 0)))
      group by 1, 2, 3, 4
    ) waiting
    where waiting.count > 0`;
}
