import type { LaneJob, TrafficClass } from '@signalbox/contracts';
import { judgePolicy, personAddress, REGISTRY_WAIT_MS } from '@signalbox/core';
import { loadMessages } from '@signalbox/db';
import type { AskWish } from '../asking/asker.ts';
import { within } from '../asking/within.ts';
import { textOf } from '../messages/sealed-body.ts';
import { lookUpFacts } from './load-facts.ts';
import type { WorkerContext } from './worker-context.ts';

/**
 * Asks the registries of a workspace for the recipients of a group of marketing before it is decided, in front of the transaction of the decision, which waits for nobody. Only those are asked for whom
 * nothing else stops or holds. What has not answered in time stays unanswered, and policy holds or stops those messages; an answer that comes later serves their next turn. The sandbox asks nobody.
 */
export async function askRegistriesFirst(
  { services }: WorkerContext,
  lane: TrafficClass,
  { workspace, environment, channel }: LaneJob,
  uuids: readonly string[],
): Promise<void> {
  const { config: store, database, log, personHash, registryChecks, sealer, world } = services;
  const config = store.current();
  const book = config.registriesOf(workspace);
  if (book === undefined || lane !== 'marketing' || environment !== 'live') return;
  const untilMs = world.nowMs() + REGISTRY_WAIT_MS;
  try {
    const asking = (await loadMessages(database.sql, workspace, uuids)).filter((one) => book.missing(one).length > 0);
    if (asking.length === 0) return;
    const question = { workspace, environment, channel, nowMs: world.nowMs(), textOf: textOf(sealer), personHash };
    const facts = await lookUpFacts(database.sql, config, question, asking);
    const wishes = new Map<string, AskWish[]>();
    for (const message of asking) {
      const known = facts.get(message.id);
      const said = known?.registries.filter(({ answer }) => answer !== null) ?? [];
      // Nobody is told of a person to whom the message does not go anyway.
      if (known === undefined || judgePolicy({ ...known, registries: said }).kind !== 'send') continue;
      const wish = { address: personAddress(message.address), messageId: message.id };
      for (const { key } of book.missing(message)) wishes.set(key, [...(wishes.get(key) ?? []), wish]);
    }
    const all = [...wishes].map(([key, some]) => registryChecks.ask(workspace, key, some, untilMs));
    await within(untilMs - world.nowMs(), Promise.all(all));
  } catch (error) {
    log.warn('Registries were not asked; marketing that needs them does not go now.', {
      workspace,
      error: String(error),
    });
  }
}
