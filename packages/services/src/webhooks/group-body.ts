import { uuidTimeMs, WEBHOOK_GROUP_EVENT } from '@signalbox/contracts';
import type { ReadyEvent } from './delivery.ts';
import { groupIdOf } from './publish.ts';

/** The request that carries all events of a packet: the same at every try, as long as its events are there. */
export function groupOf(packet: string, events: readonly ReadyEvent[]): { publicId: string; body: string } {
  const timestamp = new Date(uuidTimeMs(packet)).toISOString();
  let list = '';
  for (const { publicId, body } of events) {
    // A body is an object in JSON: its id goes in front of what it begins with.
    list += `${list === '' ? '' : ','}{"id":"${publicId}",${body.slice(1)}`;
  }
  const body = `{"type":"${WEBHOOK_GROUP_EVENT}","timestamp":"${timestamp}","data":{"events":[${list}]}}`;
  return { publicId: groupIdOf(packet), body };
}
