import { type ClaimedDue, findRecorded, recordedKey } from '@signalbox/db';
import type { Services } from '../context.ts';
import type { HeldDue } from './delivery.ts';

/**
 * Makes what was claimed ready for the shelves. Of what was claimed before, a worker that died may have sent and recorded some: that is left
 * out.
 */
export async function holdDues(services: Services, dues: readonly ClaimedDue[], claimedMs: number): Promise<HeldDue[]> {
  const recorded = await findRecorded(
    services.database.sql,
    dues.filter((due) => due.claims > 1),
  );
  return dues.map((due) => {
    const done = recorded.get(recordedKey(due));
    const open =
      done === undefined ? null : [...due.places.keys()].filter((index) => !done.has(due.places[index] ?? 0));
    const places = open === null ? due.places : open.map((index) => due.places[index] ?? 0);
    const eventIds = open === null ? due.eventIds : open.map((index) => due.eventIds[index] ?? '');
    const draw = drawFrom(services);
    return { ...due, places, eventIds, claimedMs, draw, shelved: 0, open: 0, left: places.length, rest: null };
  });
}

function drawFrom({ world }: Services): number {
  const bytes = new Uint8Array(4);
  world.fillRandom(bytes);
  return new DataView(bytes.buffer).getUint32(0) / 2 ** 32;
}
