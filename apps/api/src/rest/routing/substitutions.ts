import { SetSubstitutionsRequest, SubstitutionPreview, SubstitutionRule, SubstitutionView } from '@signalbox/contracts';
import { previewSubstitution, readSubstitutionRules, setSubstitutions } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

const EXAMPLE = {
  key: 'mail-for-dear-texts',
  from: 'sms',
  to: 'email',
  country: 'MX',
  class: 'transactional',
  above: { amount_micros: 30_000, currency: 'USD' },
};

export const readSubstitutionsDoor = defineDoor({
  method: 'get',
  path: '/v1/routing/substitutions',
  operationId: 'readSubstitutions',
  permission: 'prices:read',
  tag: 'Routing',
  summary: 'See by which rules sends begin with another channel, and what that saves',
  description:
    'The substitution rules of the environment in their order, and what each came to since the month began: the sends it moved, those that went by the first channel after all, and what the others saved.',
  answer: { status: 200, description: 'The rules and their savings.', schema: SubstitutionView },
  refusals: [],
  async run({ ctx }) {
    return answer(200, await readSubstitutionRules({ ctx, input: {} }));
  },
});

export const setSubstitutionsDoor = defineDoor({
  method: 'put',
  path: '/v1/routing/substitutions',
  operationId: 'setSubstitutions',
  permission: 'prices:write',
  tag: 'Routing',
  summary: 'Set by which rules sends begin with another channel',
  description:
    'Replaces the rules. The first that fits a send over several channels with `failover` decides: its channel goes first and the others follow as they were, so nobody is written to by a channel the send does not name. Consent, suppressions and caps are judged for the channel a message goes by.',
  body: { schema: SetSubstitutionsRequest, checkedBy: 'door', example: { rules: [EXAMPLE] } },
  answer: { status: 200, description: 'The rules in force.', schema: SubstitutionView },
  refusals: ['conflict'],
  async run({ ctx, body }) {
    return answer(200, await setSubstitutions({ ctx, input: body }));
  },
});

export const previewSubstitutionDoor = defineDoor({
  method: 'post',
  path: '/v1/routing/substitutions/preview',
  operationId: 'previewSubstitution',
  permission: 'prices:read',
  tag: 'Routing',
  summary: 'Try a substitution rule on the sends of last week',
  description:
    'How many sends of the last seven days the rule would have moved, and about what it would have saved by the prices of today, with a 90 % interval: who is not reached by the other channel gets the first one after all. It is refused where too little is known.',
  body: { schema: SubstitutionRule, checkedBy: 'door', example: EXAMPLE },
  answer: { status: 200, description: 'What the rule would have done.', schema: SubstitutionPreview },
  refusals: [],
  async run({ ctx, body }) {
    return answer(200, await previewSubstitution({ ctx, input: body }));
  },
});
