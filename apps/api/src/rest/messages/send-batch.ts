import { BATCH_MAX, BatchItem, SendBatchAnswer } from '@signalbox/contracts';
import { sendBatch } from '@signalbox/services';
import { z } from 'zod';
import { defineDoor } from '../door.ts';
import { EXAMPLE_MAIL, EXAMPLE_MESSAGE } from './examples.ts';
import { IdempotencyHeaders } from './idempotency-headers.ts';
import { outcomeReply } from './outcome.ts';

/** The body as the reference shows it. The verb takes any list, so that one bad message does not refuse the others. */
export const SendBatchBody = z.strictObject({ messages: z.array(BatchItem).min(1).max(BATCH_MAX) });

export const sendBatchDoor = defineDoor<undefined, undefined, unknown>({
  method: 'post',
  path: '/v1/messages/batch',
  operationId: 'sendBatch',
  permission: 'messages:send',
  tag: 'Messages',
  counts: 'messages',
  summary: 'Send up to 1000 messages',
  description:
    'Takes many messages in one call. Each is judged by itself: the answer lists the ids of those stored and, by index, why the others were refused. ' +
    'An item may carry an idempotency_key of its own, so that a later batch does not send it again.',
  headers: IdempotencyHeaders,
  body: { schema: SendBatchBody, checkedBy: 'verb', example: { messages: [EXAMPLE_MESSAGE, EXAMPLE_MAIL] } },
  answer: { status: 202, description: 'Each message is stored or refused.', schema: SendBatchAnswer },
  refusals: ['idempotency_in_progress', 'idempotency_mismatch', 'queue_overflow'],
  async run({ ctx, body, idempotencyKey }) {
    return outcomeReply(await sendBatch({ ctx, input: { body, idempotencyKey } }));
  },
});
