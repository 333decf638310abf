import { LiftRestrictionRequest, PersonRequestView } from '@signalbox/contracts';
import { liftRestriction } from '@signalbox/services';
import { z } from 'zod';
import { answer, defineDoor } from '../door.ts';

/** The path of one entry of the register. */
const RequestPath = z.object({ id: z.string().describe('Id of a restriction: prq_ and 26 characters.') });

export const liftRestrictionDoor = defineDoor({
  method: 'post',
  path: '/v1/people/requests/{id}/lift',
  operationId: 'liftRestriction',
  permission: 'suppressions:write',
  tag: 'People',
  summary: 'Lift a restriction',
  description: 'What else the address is suppressed for stays.',
  params: RequestPath,
  body: { schema: LiftRestrictionRequest, checkedBy: 'door', example: { reason: 'Settled; the person was told' } },
  answer: { status: 200, description: 'The entry of the register, ended.', schema: PersonRequestView },
  refusals: ['not_found', 'conflict'],
  async run({ ctx, params, body }) {
    return answer(200, await liftRestriction({ ctx, input: { ...body, id: params.id } }));
  },
});
