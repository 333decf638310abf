import { entryOf } from './rig/scenario.ts';
import type { Scenario } from './rig/stage.ts';

const PARALLEL = 50;
const KEYS = 6;

/** one call goes to two api processes 50 times at once under one key: one message, and 49 replays or "in progress". */
const sameKey: Scenario = {
  name: 'R-02',
  async run({ rig, generator, breach, workspace, proveInjected }) {
    const urls = [rig.apiUrl, await rig.startAnotherApi()];
    let repeats = 0;
    for (let round = 0; round < KEYS; round += 1) {
      const { asked, request, answers } = await generator.sendCopies('transactional', PARALLEL, urls);
      const taken = answers.filter((answer) => answer.status === 202);
      const first = taken.filter((answer) => !answer.replayed);
      const busy = answers.filter((answer) => answer.status === 409).length;
      repeats += taken.length - first.length + busy;
      if (first.length !== 1) breach(`${first.length} calls were the first under one key`, asked.to);
      if (taken.length + busy !== PARALLEL)
        breach(`answers: ${answers.map(({ status }) => status).join(' ')}`, asked.to);
      if (taken.some((answer) => answer.body !== first[0]?.body)) breach('a replay differs from the first', asked.to);
      const other = { ...request, content: { text: 'Another text.' } };
      const refused = await generator.call('POST', '/v1/messages', other, asked.key, urls[1]);
      if (refused.status !== 422) breach(`another body under the same key was answered ${refused.status}`, asked.to);
    }
    const [stored] = await rig.sql<{ count: number }[]>`
      select count(*)::int as count from message where workspace = ${workspace.number}`;
    if (stored?.count !== KEYS) breach(`${stored?.count} messages are stored for ${KEYS} keys`);
    return () => proveInjected('calls that repeated a key', repeats, KEYS * (PARALLEL - 1));
  },
};

export default entryOf(sameKey);
