import type { PostWebhook, WebhookFailure } from '@signalbox/contracts';
import { createEgress, EgressError, type EgressOptions } from './egress.ts';

// Endpoints of many customers may lie behind one host: what bounds a single endpoint is its sender, not the connections of the host.
const CONNECTIONS_PER_ORIGIN = 256;

/** The way out for webhooks. */
export interface WebhookWire {
  post: PostWebhook;
  /** Ends every connection; requests under way are answered as broken. */
  close(): Promise<void>;
}

/** Opens the way out for webhooks through the guarded client: 15 s for all, 5 s to connect, 64 KiB of an answer, unless told otherwise. */
export function openWebhookWire(options: EgressOptions): WebhookWire {
  const egress = createEgress({ connectionsPerOrigin: CONNECTIONS_PER_ORIGIN, ...options });
  return {
    async post({ url, headers, body }) {
      try {
        return { kind: 'answered', ...(await egress.request({ url, method: 'POST', headers, body })) };
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        return { kind: 'unanswered', failure: failureOf(error), detail };
      }
    },
    close: () => egress.close(),
  };
}

function failureOf(error: unknown): WebhookFailure {
  if (!(error instanceof EgressError)) return 'broken_answer';
  if (error.stage === 'refused') return 'refused';
  if (error.stage === 'connect') return 'no_connection';
  return error.timedOut ? 'timeout' : 'broken_answer';
}
