import { AddPrefixRequest, PrefixView } from '@signalbox/contracts';
import { addPrefix } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const addPrefixDoor = defineDoor({
  method: 'post',
  path: '/v1/fraud/prefixes',
  operationId: 'addPrefix',
  tag: 'Fraud',
  permission: 'fraud:write',
  summary: 'Close a prefix to codes, or keep it open',
  description:
    'Takes the place of what is listed for the same prefix. `block` sends no code there, those of your own making included: a verification goes on by mail ' +
    'where it may, and ends as `blocked` where it may not. `allow` sends codes there whatever the rules find, and lets ranges pass that are refused as ' +
    'premium-rate, satellite or shared-cost. Of two prefixes the longer one counts. Other messages are not concerned.',
  body: {
    schema: AddPrefixRequest,
    checkedBy: 'door',
    example: { prefix: '+52551234', action: 'block', reason: 'Reported by the carrier', expires_in_hours: 24 },
  },
  answer: { status: 201, description: 'The prefix, in force.', schema: PrefixView },
  refusals: [],
  async run({ ctx, body }) {
    return answer(201, await addPrefix({ ctx, input: body }));
  },
});
