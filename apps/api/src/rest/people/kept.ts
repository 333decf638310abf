import { KeptTables } from '@signalbox/contracts';
import { readKept } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const readKeptDoor = defineDoor({
  method: 'get',
  path: '/v1/people/kept',
  operationId: 'readKept',
  permission: 'people:read',
  tag: 'People',
  summary: 'Read the record of processing',
  description:
    'On whose behalf and for what data of recipients are processed, who outside gets some (carriers, webhook endpoints, services that are asked, by name and host), and each table that holds some: in which columns, what an erasure does to it, and how long it is kept.',
  answer: { status: 200, description: 'The record.', schema: KeptTables },
  refusals: [],
  async run({ ctx }) {
    return answer(200, await readKept({ ctx, input: {} }));
  },
});
