import { ExportPersonRequest, PersonCopy } from '@signalbox/contracts';
import { exportPerson } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const exportPersonDoor = defineDoor({
  method: 'post',
  path: '/v1/people/export',
  operationId: 'exportPerson',
  permission: 'people:export',
  tag: 'People',
  summary: 'Give a person a copy of everything',
  description:
    'One document with all that is held about a person, in parts of a thousand messages; all else is in the first part. Texts are in it where they are still there; codes are masked. Each part is an entry of the register and of the audit log.',
  body: {
    schema: ExportPersonRequest,
    checkedBy: 'door',
    example: { address: 'a@example.com', reason: 'Asked by mail on 3 November' },
  },
  answer: { status: 200, description: 'The copy, or a part of it.', schema: PersonCopy },
  refusals: [],
  async run({ ctx, body }) {
    return answer(200, await exportPerson({ ctx, input: body }));
  },
});
