import { setTimeout as sleep } from 'node:timers/promises';
import { stateOf } from './rig/logs.ts';
import { entryOf } from './rig/scenario.ts';
import type { Scenario } from './rig/stage.ts';

const MESSAGES = 400;
const CONNECTIONS = 8;

/** messages are canceled while workers claim them: told 200 it never leaves, told 409 it does. */
const cancelAgainstClaim: Scenario = {
  name: 'R-06',
  async run({ generator, random, breach, proveInjected }) {
    const told = new Map<string, number>();
    let left = MESSAGES;
    const work = async () => {
      while (left > 0) {
        left -= 1;
        const asked = await generator.sendTo(generator.nextNumber(), 'transactional');
        await sleep(random.between(0, 12));
        if (asked.id === null) continue;
        told.set(asked.to, (await generator.call('POST', `/v1/messages/${asked.id}/cancel`)).status);
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, work));
    return ({ stored, submits }) => {
      const submitted = new Set(submits.map((submit) => submit.destination));
      const count = (status: number) => [...told.values()].filter((answer) => answer === status).length;
      proveInjected('cancels before the claim', count(200));
      proveInjected('cancels after the claim', count(409));
      for (const message of stored) {
        const status = told.get(message.to);
        const isCanceled = stateOf(message) === 'canceled';
        if (status !== 200 && status !== 409) breach(`answered ${status}`, message.to);
        if (isCanceled !== (status === 200)) breach(`told ${status}, and now ${stateOf(message)}`, message.to);
        if (submitted.has(message.to) === isCanceled)
          breach(isCanceled ? 'canceled and submitted' : 'never left', message.to);
      }
    };
  },
};

export default entryOf(cancelAgainstClaim);
