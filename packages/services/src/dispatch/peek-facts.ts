import type { PolicyFacts } from '@signalbox/contracts';
import { personAddress } from '@signalbox/core';
import {
  findRegistryAnswers,
  type LoadedMessage,
  type NewMessage,
  readCapsUsed,
  readRollingUsed,
  type SqlRunner,
} from '@signalbox/db';
import type { RegistryBook } from '../config/registry-book.ts';
import type { RequestContext } from '../context.ts';
import { textOf } from '../messages/sealed-body.ts';
import { lookUpFacts } from './load-facts.ts';
import { type CapWish, capBookOf, legalWishesOf, note, wishesOf } from './reserve-caps.ts';

/**
 * The facts that messages would be judged by at an instant, by the id of each; nothing is reserved. Lists of suppressions and consents are
 * read in the reader's transaction. Counters of caps are behind no wall of a workspace: they are read by the numbers of the caps that
 * belong to this one. Without `hasText` no rule looks at what the messages say.
 */
export async function peekFacts(
  ctx: RequestContext,
  tx: SqlRunner,
  messages: readonly NewMessage[],
  nowMs: number,
  hasText: boolean,
): Promise<Map<string, PolicyFacts>> {
  const { config, database, personHash, sealer } = ctx.services;
  const { environment } = ctx;
  const workspace = ctx.workspace.number;
  const known = await answersOf(tx, config.current().registriesOf(workspace), workspace, messages);
  const groups = [...Map.groupBy(known, ({ channel }) => channel)];
  const looked = await Promise.all(
    groups.map(([channel, group]) =>
      lookUpFacts(
        tx,
        config.current(),
        { workspace, environment, channel, nowMs, textOf: hasText ? textOf(sealer) : () => null, personHash },
        group,
      ),
    ),
  );
  const facts = new Map(looked.flatMap((found) => [...found]));
  const book = capBookOf(config.current(), workspace);
  const legal = legalWishesOf(book, messages, facts, nowMs);
  const owner = { workspace, environment };
  noteAll(facts, legal, await readRollingUsed(tx, owner, requestsOf(legal), nowMs));
  const wishes = wishesOf(book, messages, facts, nowMs);
  noteAll(facts, wishes, await readCapsUsed(database.sql, requestsOf(wishes)));
  return facts;
}

const requestsOf = <Request>(wishes: readonly CapWish<Request>[]): Request[] => wishes.map(({ request }) => request);

/** The messages with what registries said of their recipients; nothing is read where none is to be asked. */
async function answersOf(
  tx: SqlRunner,
  registries: RegistryBook | undefined,
  workspace: number,
  messages: readonly NewMessage[],
): Promise<readonly (NewMessage & Pick<LoadedMessage, 'answers'>)[]> {
  const asking = registries === undefined ? [] : messages.filter((message) => registries.of(message).length > 0);
  if (asking.length === 0) return messages;
  const addresses = [...new Set(asking.map(({ address }) => personAddress(address)))];
  const found = await findRegistryAnswers(tx, workspace, addresses);
  return messages.map((message) => ({ ...message, answers: found.get(personAddress(message.address)) ?? null }));
}

/** Notes what caps would answer by how much of each is used. */
function noteAll(facts: Map<string, PolicyFacts>, wishes: readonly CapWish<unknown>[], used: readonly number[]): void {
  wishes.forEach((wish, index) => {
    const before = used[index] ?? 0;
    const granted = before < wish.cap.limit;
    note(facts, wish, granted ? before + 1 : wish.cap.limit, granted);
  });
}
