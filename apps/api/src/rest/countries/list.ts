import { CountryList } from '@signalbox/contracts';
import { listCountries } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const listCountriesDoor = defineDoor({
  method: 'get',
  path: '/v1/countries',
  operationId: 'listCountries',
  permission: 'countries:read',
  tag: 'Countries',
  summary: 'List countries with rules',
  description:
    'What the workspace says of countries, the same in live and in sandbox: `default` first, which holds for all others, then by code. A workspace that says nothing sends everywhere.',
  answer: { status: 200, description: 'All rules.', schema: CountryList },
  refusals: [],
  async run({ ctx }) {
    return answer(200, { data: await listCountries({ ctx, input: {} }) });
  },
});
