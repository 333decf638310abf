import { PersonHours, SetPersonHoursRequest } from '@signalbox/contracts';
import { setPersonHours } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const setPersonHoursDoor = defineDoor({
  method: 'put',
  path: '/v1/consents/hours',
  operationId: 'setPersonHours',
  permission: 'consents:write',
  criticality: 'critical_plus',
  tag: 'Consents',
  summary: 'Set when a person wants no marketing',
  description:
    'Adds an entry about `marketing.hours` to the ledger; the newest holds. Marketing to the person is `held` until the law, the workspace and the person all welcome it; an empty `quiet` takes the wish back. Codes and transactional messages are not held.',
  body: {
    schema: SetPersonHoursRequest,
    checkedBy: 'door',
    example: {
      address: 'ana@example.com',
      channel: 'email',
      quiet: [
        { days: [1, 2, 3, 4, 5], from: '20:00', to: '09:00' },
        { days: [6, 7], from: '00:00', to: '24:00' },
      ],
      time_zone: 'America/Mexico_City',
      source: 'settings of the shop, 2026-11',
    },
  },
  answer: { status: 200, description: 'The hours that hold now.', schema: PersonHours },
  refusals: [],
  async run({ ctx, body }) {
    return answer(200, await setPersonHours({ ctx, input: body }));
  },
});
