import { removeCountry } from '@signalbox/services';
import { emptyReply } from '../../http/reply.ts';
import { defineDoor } from '../door.ts';
import { CountryCode } from './country-code.ts';

export const removeCountryDoor = defineDoor({
  method: 'delete',
  path: '/v1/countries/{country}',
  operationId: 'removeCountry',
  permission: 'countries:write',
  tag: 'Countries',
  summary: 'Forget what holds in a country',
  description: 'The country follows `default` again; without `default`, every country that has no rules is open.',
  params: CountryCode,
  answer: { status: 204, description: 'Forgotten.' },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    await removeCountry({ ctx, input: params });
    return emptyReply(204);
  },
});
