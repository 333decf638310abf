import { SendMessageAnswer, SendMessageRequest } from '@signalbox/contracts';
import { sendMessage } from '@signalbox/services';
import { defineDoor } from '../door.ts';
import { EXAMPLE_MESSAGE } from './examples.ts';
import { IdempotencyHeaders } from './idempotency-headers.ts';
import { outcomeReply } from './outcome.ts';

export const sendMessageDoor = defineDoor<undefined, undefined, unknown>({
  method: 'post',
  path: '/v1/messages',
  operationId: 'sendMessage',
  permission: 'messages:send',
  tag: 'Messages',
  counts: 'messages',
  summary: 'Send a message',
  description:
    'Takes one message for one recipient. The answer 202 means it is stored durably; the timeline tells what becomes of it. ' +
    'Send an Idempotency-Key so that a call can be repeated safely.',
  headers: IdempotencyHeaders,
  body: { schema: SendMessageRequest, checkedBy: 'verb', example: EXAMPLE_MESSAGE },
  answer: { status: 202, description: 'Stored and on its way.', schema: SendMessageAnswer },
  refusals: ['idempotency_in_progress', 'client_ref_taken', 'idempotency_mismatch', 'queue_overflow'],
  async run({ ctx, body, idempotencyKey }) {
    return outcomeReply(await sendMessage({ ctx, input: { body, idempotencyKey } }));
  },
});
