/** The headers of a webhook: what the Standard Webhooks specification asks for, and who sends it. `timestamp` in seconds since 1970. */
export const webhookHeaders = (id: string, timestamp: number, signature: string): Record<string, string> => ({
  'content-type': 'application/json',
  'user-agent': 'Signalbox-Webhooks/1',
  'webhook-id': id,
  'webhook-timestamp': String(timestamp),
  'webhook-signature': signature,
});
