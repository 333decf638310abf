import { CapList, CapPreview, CapView, SaveCap } from '@signalbox/contracts';
import { listCaps, previewCap, removeCap, saveCap } from '@signalbox/services';
import { z } from 'zod';
import { emptyReply } from '../../http/reply.ts';
import { answer, defineDoor } from '../door.ts';

const params = z.object({ id: z.string().describe('Id of a cap: cap_ and 26 characters.') });
const example = {
  name: 'Marketing texts in a day',
  channels: ['sms'],
  classes: ['marketing'],
  limit: 3,
  calendar: 'day',
  min_gap_seconds: 3600,
  over_limit: 'defer',
};
const body = { schema: SaveCap, checkedBy: 'door', example } as const;
const HOW =
  'All caps that apply to a message hold, and the strictest wins; those of the law come first. An address is a person: a number and a mail address are counted apart. Several parts of a text, and all tries to send it, count once; what no carrier takes is given back.';

export const listCapsDoor = defineDoor({
  method: 'get',
  path: '/v1/caps',
  operationId: 'listCaps',
  permission: 'compliance:read',
  tag: 'Caps',
  summary: 'List the frequency caps',
  description: `The caps of the environment, and beside them those that the law of a country sets. ${HOW}`,
  answer: { status: 200, description: 'The caps.', schema: CapList },
  refusals: [],
  async run({ ctx }) {
    return answer(200, await listCaps({ ctx, input: {} }));
  },
});

export const addCapDoor = defineDoor({
  method: 'post',
  path: '/v1/caps',
  operationId: 'addCap',
  permission: 'compliance:write',
  tag: 'Caps',
  summary: 'Add a frequency cap',
  description: `From the answer on no message is decided without it. ${HOW}`,
  body,
  answer: { status: 201, description: 'The cap, in force.', schema: CapView },
  refusals: [],
  async run({ ctx, body: cap }) {
    return answer(201, await saveCap({ ctx, input: { cap } }));
  },
});

export const setCapDoor = defineDoor({
  method: 'put',
  path: '/v1/caps/{id}',
  operationId: 'setCap',
  permission: 'compliance:write',
  tag: 'Caps',
  summary: 'Set a frequency cap',
  description:
    'Sets a cap as a whole. What was counted by it stays counted, and messages that wait for it are judged afresh at once. `enabled: false` switches it off.',
  params,
  body,
  answer: { status: 200, description: 'The cap as it is now.', schema: CapView },
  refusals: ['not_found'],
  async run({ ctx, params: { id }, body: cap }) {
    return answer(200, await saveCap({ ctx, input: { id, cap } }));
  },
});

export const removeCapDoor = defineDoor({
  method: 'delete',
  path: '/v1/caps/{id}',
  operationId: 'removeCap',
  permission: 'compliance:write',
  tag: 'Caps',
  summary: 'Remove a frequency cap',
  description: 'Messages that wait for it are judged afresh at once.',
  params,
  answer: { status: 204, description: 'Removed.' },
  refusals: ['not_found'],
  async run({ ctx, params: { id } }) {
    await removeCap({ ctx, input: { id } });
    return emptyReply(204);
  },
});

export const previewCapDoor = defineDoor({
  method: 'post',
  path: '/v1/caps/preview',
  operationId: 'previewCap',
  permission: 'compliance:read',
  criticality: 'sheddable',
  tag: 'Caps',
  summary: 'Try a frequency cap on last week',
  description:
    'How many of the messages that went in the last seven days would have been over a cap, as if each of those had been dropped. Nothing is stored.',
  body,
  answer: { status: 200, description: 'What the cap would have done.', schema: CapPreview },
  refusals: [],
  async run({ ctx, body: cap }) {
    return answer(200, await previewCap({ ctx, input: { cap } }));
  },
});
