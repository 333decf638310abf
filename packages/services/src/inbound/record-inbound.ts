import { createHash } from 'node:crypto';
import { type Environment, INBOUND_QUEUE, type InboundJob, type InboundReply, packUuids } from '@signalbox/contracts';
import { parseNumber } from '@signalbox/core';
import {
  type InboundPartRow,
  insertInbound,
  type JoinedParts,
  joinInboundParts,
  type NewInbound,
  noteInboundKeys,
  type SqlRunner,
  takeLateParts,
} from '@signalbox/db';
import type { Services } from '../context.ts';

/** The provider a text came in by: its workspace is the one that was written to. */
export interface InboundProvider {
  number: number;
  workspace: number;
  environment: Environment;
}

// A carrier that heard no answer sends again within minutes; a person who writes the same later means it.
const SAME_SECONDS = 300;
/** An id of the carrier's own is the same text for as long as any carrier tries. */
const SAME_ID_SECONDS = 259_200;
const LATE_MINUTES = 10;

const MISSING = '[…]';

/**
 * Stores what people sent, with the job that reads it, in one transaction: the carrier is answered behind it. What a carrier brings twice is one
 * text. Parts wait for the others of their text.
 */
export async function recordInbound({
  ctx,
  input,
}: {
  ctx: { services: Services };
  input: { provider: InboundProvider; replies: readonly InboundReply[] };
}): Promise<void> {
  const { services } = ctx;
  const { provider, replies } = input;
  const byKey = new Map(replies.map((reply) => [keyOf(reply), reply]));
  if (byKey.size === 0) return;
  await services.database.sql.begin(async (tx) => {
    const keys = [...byKey].map(([key, { ref }]) => ({
      key,
      withinSeconds: ref === null ? SAME_SECONDS : SAME_ID_SECONDS,
    }));
    const fresh = await noteInboundKeys(tx, provider.number, keys);
    const news = [...byKey].flatMap(([key, reply]) => (fresh.has(key) ? [reply] : []));
    const parts = news.flatMap((reply): InboundPartRow[] => {
      const { from, to, text: body, raw, answered, part } = reply;
      return part === null ? [] : [{ provider: provider.number, from, to, body, raw, answered, ...part }];
    });
    const joined = parts.length === 0 ? [] : await joinInboundParts(tx, parts);
    const whole = news
      .filter(({ part }) => part === null)
      .map(({ from, to, text: body, raw, answered }) => ({ from, to, body, raw, answered, total: 1 }));
    await store(tx, services, provider, [...whole, ...joined]);
  });
}

/** What a text is known again by: the id its carrier gave it, else all that is known of it. */
function keyOf({ ref, from, to, text, part }: InboundReply): string {
  const facts = ref === null ? [from, to, text, part] : [ref, part];
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64url');
}

async function store(
  tx: SqlRunner,
  { ids, queue }: Services,
  { number, workspace, environment }: InboundProvider,
  texts: readonly Omit<JoinedParts, 'provider'>[],
): Promise<void> {
  if (texts.length === 0) return;
  const rows = texts.map(({ from, to, body, raw, total, answered }): NewInbound => {
    const who = parseNumber(from);
    return {
      ...{ id: ids.next(), workspace, environment, provider: number, to, body, raw, parts: total, answered },
      // The spelling under which suppressions and consents are kept.
      from: who.ok ? who.e164 : from,
      country: who.ok ? who.country : null,
    };
  });
  await insertInbound(tx, rows);
  const data: InboundJob = { workspace, ids: packUuids(rows.map(({ id }) => id)) };
  await queue.enqueue(tx, INBOUND_QUEUE, [{ data }]);
}

/** Stores texts whose parts never all came, with a mark where something is missing. */
export async function storeLateParts({ ctx }: { ctx: { services: Services } }): Promise<void> {
  const { services } = ctx;
  const { providers } = services.config.current();
  await services.database.sql.begin(async (tx) => {
    const late = await takeLateParts(tx, LATE_MINUTES);
    for (const [number, texts] of Map.groupBy(late, ({ provider }) => provider)) {
      const provider = providers.get(number);
      const marked = texts.map((text) => ({ ...text, body: `${text.body}${MISSING}` }));
      if (provider !== undefined) await store(tx, services, provider, marked);
    }
  });
}
