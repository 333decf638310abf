import { simpleParser } from 'mailparser';
import { isoMicros, nowMs } from './clock.ts';

const MAX_MAILS = 20_000;

export interface InboxMessage {
  id: string;
  at: string;
  from: string;
  to: string;
  subject: string;
  text: string | null;
  html: string | null;
  headers: { name: string; value: string }[];
  size_bytes: number;
  raw: string;
}

export interface Inboxes {
  /** A mail reaches one address; resolves when it can be read. A mail that cannot be parsed is kept with its raw source. */
  arrive(mail: { id: string; from: string; to: string; raw: Buffer }): Promise<void>;
  list(limit: number): { address: string; count: number; last_message_at: string }[];
  messages(address: string): InboxMessage[];
  clear(address: string): number;
  clearAll(): void;
}

/** The mailboxes: every address has one. */
export function createInboxes(): Inboxes {
  const inboxes = new Map<string, InboxMessage[]>();
  let order: string[] = [];
  const dropOldest = () => {
    const key = order.shift() ?? '';
    const list = inboxes.get(key);
    list?.shift();
    if (list?.length === 0) inboxes.delete(key);
  };

  return {
    async arrive({ id, from, to, raw }) {
      const parsed = await parseMail(raw);
      const key = to.toLowerCase();
      const list = inboxes.get(key) ?? [];
      // Re-inserted so that the list of inboxes is in order of the latest mail.
      inboxes.delete(key);
      inboxes.set(key, list);
      list.push({
        id,
        at: isoMicros(nowMs()),
        from,
        to,
        ...parsed,
        size_bytes: raw.length,
        raw: raw.toString('utf8'),
      });
      order.push(key);
      if (order.length > MAX_MAILS) dropOldest();
    },
    list(limit) {
      const latestFirst = [...inboxes].reverse().slice(0, limit);
      return latestFirst.map(([address, list]) => ({
        address,
        count: list.length,
        last_message_at: list.at(-1)?.at ?? '',
      }));
    },
    messages: (address) => inboxes.get(address.toLowerCase()) ?? [],
    clear(address) {
      const key = address.toLowerCase();
      const cleared = inboxes.get(key)?.length ?? 0;
      inboxes.delete(key);
      order = order.filter((entry) => entry !== key);
      return cleared;
    },
    clearAll() {
      inboxes.clear();
      order = [];
    },
  };
}

async function parseMail(raw: Buffer): Promise<Pick<InboxMessage, 'subject' | 'text' | 'html' | 'headers'>> {
  try {
    const mail = await simpleParser(raw, { skipTextToHtml: true, skipHtmlToText: true, skipImageLinks: true });
    return {
      subject: mail.subject ?? '',
      text: mail.text ?? null,
      html: mail.html || null,
      headers: mail.headerLines.map(({ line }) => {
        const colon = line.indexOf(':');
        return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
      }),
    };
  } catch {
    return { subject: '', text: null, html: null, headers: [] };
  }
}
