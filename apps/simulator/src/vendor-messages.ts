import type { SubmitBody } from './vendor-requests.ts';

const MAX_MESSAGES = 200_000;

export interface Message extends SubmitBody {
  /** The language a call is spoken in; a text has none. */
  language?: string;
  id: string;
  status: string;
  error_code: string | null;
  at: string;
}

/** The texts and calls the vendor has taken, by id and by the customer's reference; the oldest make room. */
export function createVendorMessages() {
  const messages = new Map<string, Message>();
  const referenced = new Map<string, Message>();
  // Counts on from the clock, so that a restart does not give old ids again.
  let serial = Math.floor(Date.now() / 1000) * 1000;

  // Many at a time: looking for the first entry of a map is slow while deleted ones stand before it.
  const forgetOldest = () => {
    let left = MAX_MESSAGES / 10;
    for (const { id, reference } of messages.values()) {
      if (left === 0) break;
      left -= 1;
      messages.delete(id);
      if (reference !== undefined) referenced.delete(reference);
    }
  };

  return {
    byId: (id: string) => messages.get(id),
    byReference: (reference: string | undefined) => (reference === undefined ? undefined : referenced.get(reference)),
    keep(body: SubmitBody & { language?: string }): Message {
      serial += 1;
      const taken = {
        id: `cr_${serial.toString(36)}`,
        status: 'accepted',
        error_code: null,
        at: new Date().toISOString(),
      };
      const message: Message = { ...body, ...taken };
      if (messages.size >= MAX_MESSAGES) forgetOldest();
      messages.set(message.id, message);
      if (message.reference !== undefined) referenced.set(message.reference, message);
      return message;
    },
  };
}
