import type { PolicyFacts } from '@signalbox/contracts';
import { personAddress } from '@signalbox/core';
import { findRegistryAnswers, type LoadedMessage, type NewMessage, type SqlRunner } from '@signalbox/db';
import type { RegistryBook } from '../config/registry-book.ts';
import type { RequestContext } from '../context.ts';
import { textOf } from '../messages/sealed-body.ts';
import { lookUpFacts } from './load-facts.ts';
import { peekCaps } from './reserve-caps.ts';

/**
 * The facts that messages would be judged by at an instant, by the id of each; nothing is reserved. Lists and counters are read in the reader's
 * transaction. Without `hasText` no rule looks at what the messages say.
 */
export async function peekFacts(
  ctx: RequestContext,
  tx: SqlRunner,
  messages: readonly NewMessage[],
  nowMs: number,
  hasText: boolean,
): Promise<Map<string, PolicyFacts>> {
  const { config, personHash, sealer } = ctx.services;
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
  await peekCaps(tx, config.current().capsOf(workspace), { workspace, environment, nowMs }, messages, facts);
  return facts;
}

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
