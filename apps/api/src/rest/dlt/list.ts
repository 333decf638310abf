import { DltEntryPage, DltListInput } from '@signalbox/contracts';
import { listDltEntries } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const listDltEntriesDoor = defineDoor({
  method: 'get',
  path: '/v1/dlt/entries',
  operationId: 'listDltEntries',
  permission: 'dlt:read',
  tag: 'DLT',
  summary: 'List registrations in India',
  description:
    'The registrations of one kind on India’s ledgers, the oldest first, the same in live and in sandbox. Fields of other kinds are null. Give `next_cursor` of one page as `cursor` of the next.',
  query: DltListInput,
  answer: { status: 200, description: 'One page of registrations.', schema: DltEntryPage },
  refusals: [],
  async run({ ctx, query }) {
    return answer(200, await listDltEntries({ ctx, input: query }));
  },
});
