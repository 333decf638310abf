import { CountryView } from '@signalbox/contracts';
import { getCountry } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { CountryCode } from './country-code.ts';

export const readCountryDoor = defineDoor({
  method: 'get',
  path: '/v1/countries/{country}',
  operationId: 'readCountry',
  permission: 'countries:read',
  tag: 'Countries',
  summary: 'Read what holds in a country',
  description: 'What is null is inherited from `default`; a country that has nothing of its own answers 404.',
  params: CountryCode,
  answer: { status: 200, description: 'The rules of the country.', schema: CountryView },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    return answer(200, await getCountry({ ctx, input: params }));
  },
});
