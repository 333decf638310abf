import { type InboundJob, unpackUuids } from '@signalbox/contracts';
import { judgeKeyword, type KeywordVerdict, type OwnWord, parseNumber } from '@signalbox/core';
import { type InboundRow, type KeywordRow, noteInbound, readKeywords, readUnreadInbound } from '@signalbox/db';
import type { Services } from '../context.ts';
import { personContext } from '../person-context.ts';
import { inboundJobs, type Told } from './announce.ts';

import { obeyKeyword } from './obey-keyword.ts';

/**
 * Reads texts people sent, does what their keywords ask for, and tells webhooks. Texts that ask for nothing are noted together; each keyword has a
 * transaction of its own, since it takes locks of its person and few people write one at a time. Running twice changes nothing.
 */
export async function handleInbound({
  ctx: { services },
  input: { workspace, ids },
}: {
  ctx: { services: Services };
  input: InboundJob;
}): Promise<void> {
  const { sql } = services.database;
  const rows = await readUnreadInbound(sql, workspace, unpackUuids(ids));
  const failed: unknown[] = [];
  for (const [environment, group] of Map.groupBy(rows, (row) => row.environment)) {
    const ctx = personContext(services, { workspace, environment, requestId: 'inbound', address: null });
    if (ctx === undefined) continue;
    const own = (await readKeywords(sql, { workspace, environment })).map(ownWord);
    const read = group.map((row) => ({ row, verdict: verdictOf(row, own) }));
    await noteRest(
      services,
      workspace,
      read.filter(({ verdict }) => verdict === null || verdict.kind === 'unsure'),
    );
    for (const { row, verdict } of read) {
      if (verdict !== null && verdict.kind !== 'unsure')
        await obeyKeyword(ctx, row.id, verdict).catch((error) => void failed.push(error));
    }
  }
  // The queue brings the job again, for what is still unread: one text that fails holds up no other.
  if (failed.length > 0) throw failed[0];
}

const ownWord = ({ id, word, number, kind, list }: KeywordRow): OwnWord => ({ id, word, number, kind, list });

/** A sender that is no number can neither be stopped nor answered. */
const verdictOf = ({ from, to, body, country }: InboundRow, own: readonly OwnWord[]): KeywordVerdict | null =>
  parseNumber(from).ok ? judgeKeyword(body, { country, number: to, own }) : null;

async function noteRest(
  services: Services,
  workspace: number,
  read: readonly { row: InboundRow; verdict: KeywordVerdict | null }[],
): Promise<void> {
  if (read.length === 0) return;
  const told = read.map(
    ({ row, verdict }): Told => ({
      ...row,
      outcome: verdict === null ? 'read' : 'unsure',
      keyword: verdict?.keyword ?? null,
      scope: verdict?.scope ?? null,
      reply: null,
    }),
  );
  await services.database.sql.begin(async (tx) => {
    await noteInbound(tx, workspace, told);
    for (const { definition, jobs } of inboundJobs(services, workspace, told))
      await services.queue.enqueue(tx, definition, jobs);
  });
}
