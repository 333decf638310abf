import {
  ListSendersQuery,
  SenderList,
  SenderView,
  SetSenderRequest,
  ShownSenderQuery,
  ShownSenderView,
} from '@signalbox/contracts';
import { listSenders, readShownSender, removeSender, setSender } from '@signalbox/services';
import { z } from 'zod';
import { emptyReply } from '../../http/reply.ts';
import { answer, defineDoor } from '../door.ts';

const params = z.object({ sender_id: z.string().max(60).describe('Id of a sender: snd_ and 26 characters.') });
const example = {
  channel: 'sms',
  country: 'SG',
  sender: 'ACME',
  status: 'registered',
  reference: 'SSIR-4711',
  registered_on: '2026-01-15',
  expires_on: '2027-01-14',
  documents: [{ name: 'letter.pdf', kind: 'authorisation', reference: 'vault/2026/ssir', notes: '' }],
};

export const listSendersDoor = defineDoor({
  method: 'get',
  path: '/v1/senders',
  operationId: 'listSenders',
  permission: 'countries:read',
  tag: 'Senders',
  summary: 'List the senders',
  description:
    'The senders on file by country, the same in live and in sandbox: how each stands, when it expires or falls idle, and how phones will show it. Headers of India stand among them and are changed on its ledgers. `duties` are the countries whose law asks for registered senders today.',
  query: ListSendersQuery,
  answer: { status: 200, description: 'The senders and what countries ask for.', schema: SenderList },
  refusals: [],
  async run({ ctx, query }) {
    return answer(200, await listSenders({ ctx, input: query }));
  },
});

export const readShownSenderDoor = defineDoor({
  method: 'get',
  path: '/v1/senders/shown',
  operationId: 'readShownSender',
  permission: 'countries:read',
  tag: 'Senders',
  summary: 'See a sender as phones show it',
  description:
    'What a phone in a country will show for a sender: as it is, with what operators add, replaced by a number, or marked as not registered; and what operators add to the end of the text.',
  query: ShownSenderQuery,
  answer: { status: 200, description: 'The sender as it is shown there.', schema: ShownSenderView },
  refusals: [],
  async run({ ctx, query }) {
    return answer(200, await readShownSender({ ctx, input: query }));
  },
});

export const addSenderDoor = defineDoor({
  method: 'post',
  path: '/v1/senders',
  operationId: 'addSender',
  permission: 'countries:write',
  tag: 'Senders',
  summary: 'Put a sender on file',
  description:
    'Says how a sender stands in a country, at an operator and for a class. From the first sender of a country on, its law is held to: where unregistered senders are blocked, a message that names one is stopped (`policy.sender_not_allowed`). Nothing changes at the operator.',
  body: { schema: SetSenderRequest, checkedBy: 'door', example },
  answer: { status: 201, description: 'The sender, in force.', schema: SenderView },
  refusals: [],
  async run({ ctx, body }) {
    return answer(201, await setSender({ ctx, input: { sender: body } }));
  },
});

export const setSenderDoor = defineDoor({
  method: 'put',
  path: '/v1/senders/{sender_id}',
  operationId: 'setSender',
  permission: 'countries:write',
  tag: 'Senders',
  summary: 'Change a sender',
  description: 'Takes the place of all that was on file; what is left out takes its default.',
  params,
  body: { schema: SetSenderRequest, checkedBy: 'door', example: { ...example, status: 'suspended' } },
  answer: { status: 200, description: 'The sender as it is now in force.', schema: SenderView },
  refusals: ['not_found', 'conflict'],
  async run({ ctx, params: { sender_id: id }, body }) {
    return answer(200, await setSender({ ctx, input: { id, sender: body } }));
  },
});

export const removeSenderDoor = defineDoor({
  method: 'delete',
  path: '/v1/senders/{sender_id}',
  operationId: 'removeSender',
  permission: 'countries:write',
  tag: 'Senders',
  summary: 'Remove a sender',
  description: 'Takes a sender off the file; nothing changes at the operator.',
  params,
  answer: { status: 204, description: 'Removed.' },
  refusals: ['not_found'],
  async run({ ctx, params: { sender_id: id } }) {
    await removeSender({ ctx, input: { id } });
    return emptyReply(204);
  },
});
