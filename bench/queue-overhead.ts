import { migrateDatabase, openDatabase } from '@signalbox/db';
import type { SuiteEntry } from '../scripts/suite/context.ts';
import { type LoopRound, measureLoop, openGroupLoop, rawInsertLoop, skipLockedLoop } from './rig/loops.ts';
import { mediansOf, round } from './rig/numbers.ts';

const MESSAGES = 50_000;
const ROUNDS = 3;

export default {
  name: 'queue.overhead',
  figures: ['queue.overhead', 'peer.skip-locked.loop', 'peer.raw-insert.loop'],
  async run(context) {
    const postgres = await context.startPostgres();
    await migrateDatabase(postgres.url, Date.now());
    const database = openDatabase({ url: postgres.url, maxConnections: 4, applicationName: 'signalbox-bench' });
    const groups = await openGroupLoop(database, postgres.url);
    const rounds: Record<'ours' | 'bare' | 'insert', LoopRound[]> = { ours: [], bare: [], insert: [] };
    try {
      for (let one = 0; one <= ROUNDS; one += 1) {
        context.signal.throwIfAborted();
        rounds.ours.push(await measureLoop(postgres.pid, MESSAGES, () => groups.run(MESSAGES)));
        rounds.bare.push(await measureLoop(postgres.pid, MESSAGES, () => skipLockedLoop(database, MESSAGES)));
        rounds.insert.push(await measureLoop(postgres.pid, MESSAGES, () => rawInsertLoop(database, MESSAGES)));
      }
    } finally {
      await groups.stop();
      await database.close();
    }
    // The first round warms everything up.
    const [ours, bare, insert] = [rounds.ours, rounds.bare, rounds.insert].map((list) => mediansOf(list.slice(1)));
    if (!ours || !bare || !insert) throw new Error('nothing was measured');
    const show = (given: LoopRound) => ({
      perSecond: Math.round(given.perSecond),
      nodeMicros: round(given.nodeMicros, 2),
      postgresMicros: round(given.postgresMicros, 2),
    });
    const conditions = { messages: MESSAGES, rounds: ROUNDS };
    context.figure({
      name: 'queue.overhead',
      value: round(ours.totalMicros, 2),
      unit: 'us of processor per message',
      conditions: { ...conditions, group: 500, ...show(ours) },
      peers: { 'peer.skip-locked.loop': round(bare.totalMicros, 2) },
      ratios: { 'peer.skip-locked.loop': round(ours.totalMicros / bare.totalMicros, 2) },
    });
    const unit = 'us of processor per message';
    context.figure({
      name: 'peer.skip-locked.loop',
      value: round(bare.totalMicros, 2),
      unit,
      conditions: { ...conditions, ...show(bare) },
    });
    context.figure({
      name: 'peer.raw-insert.loop',
      value: round(insert.totalMicros, 2),
      unit,
      conditions: { ...conditions, ...show(insert) },
    });
    return true;
  },
} satisfies SuiteEntry;
