import { DltExpiring, DltExpiringInput } from '@signalbox/contracts';
import { listDltExpiring } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const listDltExpiringDoor = defineDoor({
  method: 'get',
  path: '/v1/dlt/expiring',
  operationId: 'listDltExpiring',
  permission: 'dlt:read',
  tag: 'DLT',
  summary: 'List registrations that soon expire',
  description:
    'Active registrations whose last day comes within `within_days` days by the calendar of India, the soonest first.',
  query: DltExpiringInput,
  answer: { status: 200, description: 'What soon counts no more.', schema: DltExpiring },
  refusals: [],
  async run({ ctx, query }) {
    return answer(200, await listDltExpiring({ ctx, input: query }));
  },
});
