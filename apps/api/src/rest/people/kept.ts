import { KeptTables } from '@signalbox/contracts';
import { readKept } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const readKeptDoor = defineDoor({
  method: 'get',
  path: '/v1/people/kept',
  operationId: 'readKept',
  permission: 'people:read',
  tag: 'People',
  summary: 'Read what is kept of people',
  description:
    'The record of processing: each table that holds something of recipients, in which columns, what an erasure does to it, and how long it is kept.',
  answer: { status: 200, description: 'The record, a table each.', schema: KeptTables },
  refusals: [],
  async run({ ctx }) {
    return answer(200, await readKept({ ctx, input: {} }));
  },
});
