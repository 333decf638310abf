import type { Sealer } from '../secrets.ts';

/** The place the sealed body of a message belongs to. */
export const bodyPlace = (messageId: string): string => `message/${messageId}/body`;

/** Reads the text of a message as it is sent; the masked one of a body that cannot be opened. */
export const textOf =
  (sealer: Sealer) =>
  (message: { id: string; body: string | null; sealedBody: string | null }): string =>
    (openBody(sealer, message) ?? message).body ?? '';

/** A message with its body as it is sent: one that is kept sealed is opened. Undefined when it cannot be opened. */
export function openBody<Message extends { id: string; body: string | null; sealedBody: string | null }>(
  sealer: Sealer,
  message: Message,
): Message | undefined {
  if (message.sealedBody === null) return message;
  try {
    return { ...message, body: sealer.open(message.sealedBody, bodyPlace(message.id)) };
  } catch {
    return undefined;
  }
}
