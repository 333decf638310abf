import { SendMessageAnswer, SendMessageRequest, SendToChannelsRequest } from '@signalbox/contracts';
import { sendMessage } from '@signalbox/services';
import { z } from 'zod';
import { defineDoor } from '../door.ts';
import { EXAMPLE_MESSAGE } from './examples.ts';
import { IdempotencyHeaders } from './idempotency-headers.ts';
import { outcomeReply } from './outcome.ts';

/** The body: one channel by `channel`, or several by `channels` with `mode`. */
export const SendBody = z.union([SendMessageRequest, SendToChannelsRequest]);

export const sendMessageDoor = defineDoor<undefined, undefined, unknown>({
  method: 'post',
  path: '/v1/messages',
  operationId: 'sendMessage',
  permission: 'messages:send',
  tag: 'Messages',
  counts: 'messages',
  summary: 'Send a message',
  description:
    'Takes one message for one person, over one channel or several. The answer 202 means it is stored durably; the timeline tells what becomes of it. ' +
    'With `channels` and mode `failover` the next channel goes when the one before it ends without delivery or has no receipt in time; with `parallel` all go at once. ' +
    'Send an Idempotency-Key so that a call can be repeated safely.',
  headers: IdempotencyHeaders,
  body: { schema: SendBody, checkedBy: 'verb', example: EXAMPLE_MESSAGE },
  answer: { status: 202, description: 'Stored and on its way.', schema: SendMessageAnswer },
  refusals: ['idempotency_in_progress', 'client_ref_taken', 'idempotency_mismatch', 'queue_overflow'],
  async run({ ctx, body, idempotencyKey }) {
    return outcomeReply(await sendMessage({ ctx, input: { body, idempotencyKey } }));
  },
});
