import type { PostWebhook, WebhookFailure, WebhookReply } from '@signalbox/contracts';
import { type EgressAnswer, EgressError, type EgressOptions } from './egress.ts';
import { createPoster } from './keep-alive-post.ts';

/** The way out for webhooks. */
export interface WebhookWire {
  post: PostWebhook;
  /** Ends every connection; requests under way are answered as broken. */
  close(): void;
}

/** Opens the way out for webhooks through the gate: 15 s for all, 5 s to connect, 64 KiB of an answer, unless told otherwise. */
export function openWebhookWire(options: Omit<EgressOptions, 'connectionsPerOrigin'>): WebhookWire {
  const poster = createPoster(options);
  return {
    post(request, done) {
      poster.post(request, (outcome) => done(outcome instanceof EgressError ? unanswered(outcome) : answered(outcome)));
    },
    close: () => poster.close(),
  };
}

const answered = ({ status, headers, body }: EgressAnswer): WebhookReply => ({
  kind: 'answered',
  status,
  headers,
  body,
});

const unanswered = (error: EgressError): WebhookReply => ({
  kind: 'unanswered',
  failure: failureOf(error),
  detail: error.message,
});

function failureOf({ stage, timedOut }: EgressError): WebhookFailure {
  if (stage === 'refused') return 'refused';
  if (stage === 'connect') return 'no_connection';
  return timedOut ? 'timeout' : 'broken_answer';
}
