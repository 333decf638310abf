import { entryOf } from './rig/scenario.ts';
import { type Scenario, waitUntil } from './rig/stage.ts';

const MESSAGES = 600;
const WINDOW = 50;
const FILL_MS = 20_000;
// Long enough that no answer is given up before the cut.
const PATIENCE_MS = 60_000;

/** F-06: the carrier takes half of the submits, drops the others, answers none, and then the link is cut with a full window. */
const linkCut: Scenario = {
  name: 'F-06',
  carriers: [{ name: 'aurora', window: WINDOW, settings: { response_timeout_ms: PATIENCE_MS } }, { name: 'cascade' }],
  async run(stage) {
    const { rig, generator, breach, proveInjected } = stage;
    await rig.carriers.behave('aurora', { swallow: 0.5, lose_response: 1 });
    await generator.send({ messages: MESSAGES, classes: ['otp', 'transactional'], perCall: 20 });
    await waitUntil(
      stage,
      'the windows of all workers are full',
      FILL_MS,
      () => rig.carriers.readLog(generator.prefix).length >= WINDOW * rig.workers.length,
    );
    await rig.carriers.behave('aurora', { swallow: 0, lose_response: 0, link: { cut_now: true } });
    return ({ stored, submits }) => {
      const unanswered = submits.filter((submit) => submit.status === null);
      proveInjected('submits in the window at the cut', unanswered.length, WINDOW * rig.workers.length);
      proveInjected('of them taken', unanswered.filter((submit) => submit.taken).length);
      const caught = new Set(unanswered.map((submit) => submit.destination));
      for (const message of stored) {
        const isUnknown = message.steps.some((step) => step.answer === 'indeterminate');
        if (isUnknown === caught.has(message.to)) continue;
        breach(
          isUnknown ? 'unknown, though no byte of it had left' : 'its answer was lost, and nothing says so',
          message.to,
        );
      }
    };
  },
};

export default entryOf(linkCut);
