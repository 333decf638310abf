import { CountryView, SetCountryRequest } from '@signalbox/contracts';
import { setCountry } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { CountryCode } from './country-code.ts';

export const setCountryDoor = defineDoor({
  method: 'put',
  path: '/v1/countries/{country}',
  operationId: 'setCountry',
  permission: 'countries:write',
  tag: 'Countries',
  summary: 'Say what holds in a country',
  description:
    'Takes the place of all that was said of the country before, in live and in sandbox. What is null or left out is inherited from `default`. To send only where there are customers, set `default` with `enabled: false` and each country with `true`: messages to any other end as `suppressed` with the reason `policy.geo_denied`, codes included. Mail has no country and follows the channels and senders of `default`.',
  params: CountryCode,
  body: {
    schema: SetCountryRequest,
    checkedBy: 'door',
    example: {
      enabled: true,
      currency: 'MXN',
      languages: ['es-MX', 'es'],
      channels: ['sms'],
      senders: { sms: { default: 'SHOP', registered_only: false } },
      opening_hours: [{ days: [1, 2, 3, 4, 5, 6], from: '09:00', to: '20:00' }],
      max_price: { amount_micros: 45000, currency: 'USD' },
      valid_for_seconds: 43200,
      marketing_per_day: 2,
    },
  },
  answer: { status: 200, description: 'The rules, in force.', schema: CountryView },
  refusals: ['conflict'],
  async run({ ctx, params, body }) {
    return answer(200, await setCountry({ ctx, input: { ...params, settings: body } }));
  },
});
