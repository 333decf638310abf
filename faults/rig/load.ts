import type { Generator, SendPlan } from './generator.ts';

/** Sends without a pause, one plan after the other, until it is ended; the end is reached when every call has its last answer. */
export function startLoad(generator: Generator, plan: SendPlan): { end: () => Promise<void> } {
  let sending = true;
  const load = (async () => {
    while (sending) await generator.send(plan);
  })();
  return {
    end() {
      sending = false;
      return load;
    },
  };
}
