import { StartVerificationAnswer, StartVerificationRequest } from '@signalbox/contracts';
import { startVerification } from '@signalbox/services';
import { defineDoor } from '../door.ts';
import { IdempotencyHeaders } from '../messages/idempotency-headers.ts';
import { outcomeReply } from '../messages/outcome.ts';

export const startVerificationDoor = defineDoor<undefined, undefined, unknown>({
  method: 'post',
  path: '/v1/verifications',
  operationId: 'startVerification',
  tag: 'Verifications',
  permission: 'verifications:write',
  summary: 'Send a code to a person',
  description:
    'Draws a code and sends it by the first channel; when no receipt comes in its time, the same code goes by the next one. The same `to` and ' +
    '`purpose` again, while the code is valid, sends the same code once more and leaves the tries counted. The answer is the same for every ' +
    'address, known or not. An address is sent at most 3 codes in 10 minutes, 5 in an hour and 10 in a day. Premium-rate, satellite, shared-cost and ' +
    'similar ranges are refused. When no channel carries the code the verification has `failed`, and is `pending` again when it is asked for once more; ' +
    'when a rule against fraud stops it, it is `blocked`.',
  headers: IdempotencyHeaders,
  body: {
    schema: StartVerificationRequest,
    checkedBy: 'verb',
    example: {
      to: '+525512345678',
      channels: ['sms', 'email'],
      email: 'ana@example.com',
      app_name: 'Tienda',
      purpose: 'sign_in',
      locale: 'es',
      domain: 'tienda.example.com',
    },
  },
  answer: { status: 202, description: 'Stored, and the code is on its way.', schema: StartVerificationAnswer },
  refusals: ['idempotency_in_progress', 'idempotency_mismatch', 'rate_limited'],
  async run({ ctx, body, idempotencyKey }) {
    return outcomeReply(await startVerification({ ctx, input: { body, idempotencyKey } }));
  },
});
