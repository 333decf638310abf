import { ConsentAsOf, ConsentAsOfQuery } from '@signalbox/contracts';
import { readConsentAsOf } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const consentAsOfDoor = defineDoor({
  method: 'get',
  path: '/v1/consents/as-of',
  operationId: 'readConsentAsOf',
  permission: 'consents:read',
  tag: 'Consents',
  summary: 'Tell what was allowed at an instant',
  description:
    'Answers as the sender would have at that instant, by what the ledger held then, and names the entry that decides. What was recorded later, of an earlier instant or not, is not counted.',
  query: ConsentAsOfQuery,
  answer: { status: 200, description: 'Whether a message could have gone, and why.', schema: ConsentAsOf },
  refusals: [],
  async run({ ctx, query }) {
    return answer(200, await readConsentAsOf({ ctx, input: query }));
  },
});
