import { type ChannelState, encodeId, type MessageGroup, REASONS, type ReasonCode } from '@signalbox/contracts';
import { channelEnd, substitute } from '@signalbox/core';
import { type GroupRow, type MessageRow, readGroups, readMessageRows, type SqlRunner } from '@signalbox/db';
import type { RequestContext } from '../context.ts';

/** The groups of messages over several channels as the API shows them, by the id of the group. Asks nothing for messages that stand alone. */
export async function viewGroups(
  ctx: RequestContext,
  tx: SqlRunner,
  rows: readonly MessageRow[],
): Promise<ReadonlyMap<string, MessageGroup>> {
  const ids = new Set(rows.flatMap((row) => row.sentFor ?? []));
  if (ids.size === 0) return new Map();
  const groups = await readGroups(tx, ctx.workspace.number, [...ids]);
  const known = new Map(rows.map((row) => [row.id, row]));
  const others = groups.flatMap(({ messageIds }) => messageIds).filter((id) => !known.has(id));
  for (const row of await readMessageRows(tx, ctx.workspace.number, ctx.environment, others)) known.set(row.id, row);
  return new Map(groups.map((group) => [group.id, viewOf(group, known)]));
}

type Shown = MessageGroup['channels'][number];

function viewOf(group: GroupRow, known: ReadonlyMap<string, MessageRow>): MessageGroup {
  const gone = group.messageIds.flatMap((id) => known.get(id) ?? []);
  const rest = restOf(group, gone);
  return {
    mode: group.mode,
    channel_timeout_seconds: group.timeoutSeconds,
    substitution: substitutionOf(group),
    channels: group.channels.map((channel, index): Shown => {
      const message = known.get(group.messageIds[index] ?? '');
      if (message === undefined) return { channel, id: null, ...rest };
      const because = becauseOf(index === 0 ? null : (group.reasons[index - 1] ?? null));
      return { channel, id: encodeId('message', message.id), state: message.state, because };
    }),
  };
}

/** The rule that chose the order, with what it went by. */
function substitutionOf({ substitution }: GroupRow): MessageGroup['substitution'] {
  if (substitution === null) return null;
  const { rule, facts, saved } = substitution;
  // Made again from the record: what is told is what decides, and never only what was written down.
  return { rule, asked: [...facts.channels], price: facts.price, saved, replays: substitute(facts)?.rule.key === rule };
}

/** How the channels stand whose turn has not come. What is known already is said though nobody has written it down yet. */
function restOf(
  { stopped, waiting }: GroupRow,
  gone: readonly MessageRow[],
): { state: ChannelState; because: Shown['because'] } {
  if (stopped !== null) return { state: 'not_sent', because: becauseOf(stopped) };
  if (gone.some(({ state }) => state === 'delivered')) return { state: 'not_sent', because: becauseOf('delivered') };
  const last = gone.at(-1);
  if (last !== undefined && channelEnd(last.state, last.reason) === 'stops') {
    return { state: 'not_sent', because: becauseOf(last.reason ?? 'platform.canceled') };
  }
  return { state: waiting === null ? 'not_sent' : 'waiting', because: null };
}

function becauseOf(code: ReasonCode | GroupRow['stopped']): Shown['because'] {
  switch (code) {
    case null:
      return null;
    case 'delivered':
      return { code, text: 'A channel before it delivered.' };
    case 'sent':
      return { code, text: 'A channel before it that has no receipts was taken by its provider.' };
    default:
      return { code, text: REASONS[code].text };
  }
}
