import type { Breach } from './invariants.ts';
import type { Stage } from './stage.ts';

const REPLAYS = 5;

/** I-12: some calls are repeated under their keys and must be answered byte for byte as before, without a second stored answer. */
export async function replaySome({ generator, random, rig, workspace }: Stage): Promise<Breach[]> {
  const breaches: Breach[] = [];
  const breach = (to: string, why: string) => breaches.push({ invariant: 'I-12', to, why });
  const countAnswers = async () => {
    const [row] = await rig.sql<{ count: number }[]>`
      select count(*)::int as count from idempotency where workspace = ${workspace.number}`;
    return row?.count ?? 0;
  };
  const before = await countAnswers();
  for (const [key, first] of random.some([...generator.bodies], REPLAYS)) {
    const again = await generator.call('POST', first.path, first.request, key);
    if (!again.replayed || again.body !== first.answer)
      breach(first.to, 'a repeat under the same key was answered anew');
  }
  if (before !== (await countAnswers())) breach('', 'a repeat stored a second answer');
  return breaches;
}
