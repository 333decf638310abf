import type { SuiteEntry } from '../scripts/suite/context.ts';
import { round } from './rig/numbers.ts';
import { runPipeline } from './rig/pipeline.ts';
import { type Rig, withRig } from './rig.ts';

const MESSAGES = 200_000;
const RECEIPT_DELAY_MS = 1000;

/** Bytes by table, partitions added up, indexes and TOAST included. */
async function sizesOf(rig: Rig): Promise<Record<string, number>> {
  const rows = await rig.sql<{ name: string; bytes: number }[]>`
    select regexp_replace(relname, '_[0-9]{8}$', '') as name, sum(pg_total_relation_size(oid))::float8 as bytes
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' group by 1`;
  return Object.fromEntries(rows.map((row) => [row.name, row.bytes]));
}

async function logPosition(rig: Rig): Promise<number> {
  const [row] = await rig.sql<
    { bytes: number }[]
  >`select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as bytes`;
  return row?.bytes ?? 0;
}

export default {
  name: 'disk.per-message',
  figures: ['disk.per-message', 'disk.wal-per-message'],
  run: (context) =>
    withRig(context, {}, async (rig) => {
      const plan = { perRequest: 100, connections: 24 };
      // As carriers send them: a receipt that comes with its answer would be stored in the same breath.
      await rig.sink.settings({ receipt_delay_ms: RECEIPT_DELAY_MS });
      await runPipeline(rig, { ...plan, messages: 10_000 }, context.signal);
      const before = await sizesOf(rig);
      const logBefore = await logPosition(rig);
      await runPipeline(rig, { ...plan, messages: MESSAGES }, context.signal);
      const log = (await logPosition(rig)) - logBefore;
      const after = await sizesOf(rig);
      const byTable = Object.fromEntries(
        Object.entries(after)
          .map(([name, bytes]): [string, number] => [name, round((bytes - (before[name] ?? 0)) / MESSAGES)])
          .filter(([, bytes]) => bytes > 0.5),
      );
      const total = Object.values(byTable).reduce((sum, bytes) => sum + bytes, 0);
      const conditions = { messages: MESSAGES, perRequest: 100, textCharacters: 97, receiptDelayMs: RECEIPT_DELAY_MS };
      context.figure({
        name: 'disk.per-message',
        value: Math.round(total),
        unit: 'bytes',
        conditions: { ...conditions, byTable },
      });
      context.figure({ name: 'disk.wal-per-message', value: Math.round(log / MESSAGES), unit: 'bytes', conditions });
      return true;
    }),
} satisfies SuiteEntry;
