import { setTimeout as sleep } from 'node:timers/promises';
import { stateOf } from './rig/logs.ts';
import { entryOf } from './rig/scenario.ts';
import { grantConsent } from './rig/seed-workspace.ts';
import type { Scenario } from './rig/stage.ts';

const MESSAGES = 4000;
const OPT_OUTS = 120;

/** people opt out while a campaign runs: nothing is claimed for them after their opt-out was answered (I-4). */
const optOutDuringCampaign: Scenario = {
  name: 'R-04',
  async run({ rig, workspace, generator, random, signal, breach, proveInjected }) {
    const numbers = generator.upcoming(MESSAGES);
    await grantConsent(rig.sql, workspace.number, numbers);
    await rig.carriers.behave('aurora', { latency_ms: { min: 100, max: 200 } });
    const leaving = random.some(numbers, OPT_OUTS);
    const campaign = generator.send({ messages: MESSAGES, classes: ['marketing'], perCall: 200 });
    for (const to of leaving) {
      signal.throwIfAborted();
      await generator.optOut(to, ['marketing']);
      await sleep(random.between(0, 25));
    }
    await campaign;
    return ({ stored, optOuts }) => {
      const left = new Set(optOuts.map((optOut) => optOut.to));
      const stopped = stored.filter((message) => stateOf(message) === 'suppressed');
      proveInjected('opt-outs before the claim', stopped.filter((message) => left.has(message.to)).length);
      proveInjected('opt-outs after the claim', left.size - stopped.length);
      for (const message of stopped) {
        if (!left.has(message.to)) breach('suppressed, though nobody opted out', message.to);
      }
    };
  },
};

export default entryOf(optOutDuringCampaign);
