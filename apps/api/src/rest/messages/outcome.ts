import type { SendOutput } from '@signalbox/services';
import { jsonReply, type Reply } from '../../http/reply.ts';

/** The answer of a send: text that is ready to go, marked when it is the answer of an earlier call. */
export function outcomeReply(outcome: SendOutput): Reply {
  const reply = jsonReply(outcome.status, outcome.body);
  if (outcome.replayed) {
    reply.headers['Idempotent-Replayed'] = 'true';
    if (outcome.originalRequestId !== null) reply.headers['Original-Request-Id'] = outcome.originalRequestId;
  }
  return reply;
}
