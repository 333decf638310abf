import { DltCheckRequest, DltCheckResult } from '@signalbox/contracts';
import { checkDlt } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const checkDltDoor = defineDoor({
  method: 'post',
  path: '/v1/dlt/check',
  operationId: 'checkDlt',
  permission: 'dlt:read',
  tag: 'DLT',
  summary: 'Check a text to India',
  description:
    'Judges a text as operators in India will, in their order: entity, header, template, kind, text, calls to action. Each difference from the template is marked with its place, the code an operator would answer and what to do. Nothing is sent.',
  body: {
    schema: DltCheckRequest,
    checkedBy: 'door',
    example: { text: 'Your big order 4711 is on its way. Acme', from: 'ACMEIN', class: 'transactional' },
  },
  answer: {
    status: 200,
    description: 'What an operator would say, and the templates most like the text.',
    schema: DltCheckResult,
  },
  refusals: ['not_found'],
  async run({ ctx, body }) {
    return answer(200, await checkDlt({ ctx, input: body }));
  },
});
