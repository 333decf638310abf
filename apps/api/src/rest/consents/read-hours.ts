import { PersonHours, PersonHoursQuery } from '@signalbox/contracts';
import { readPersonHours } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const readPersonHoursDoor = defineDoor({
  method: 'get',
  path: '/v1/consents/hours',
  operationId: 'readPersonHours',
  permission: 'consents:read',
  tag: 'Consents',
  summary: 'Tell when a person wants no marketing',
  description: 'By the newest wish, which came by `PUT /v1/consents/hours` or from the person on the preference page.',
  query: PersonHoursQuery,
  answer: { status: 200, description: 'The hours, and the entry that says so.', schema: PersonHours },
  refusals: [],
  async run({ ctx, query }) {
    return answer(200, await readPersonHours({ ctx, input: query }));
  },
});
