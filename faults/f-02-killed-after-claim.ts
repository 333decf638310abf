import { type StoredMessage, stateOf } from './rig/logs.ts';
import { entryOf } from './rig/scenario.ts';
import { grantConsent } from './rig/seed-workspace.ts';
import { type Scenario, type Stage, waitUntil } from './rig/stage.ts';
import { countOpenClaims } from './rig/stored-log.ts';

const MESSAGES = 400;
const WINDOW = 50;
const CLAIM_MS = 20_000;
// The simulator writes its log every 20 ms.
const LOG_MS = 100;

/**
 * F-02 and F-03: a worker is killed after claims were committed, some written and unanswered, the others before their first byte. No hook is
 * needed: the carrier answers nothing, so the window fills, and every further claim waits behind it, committed and unwritten. Each such
 * attempt is unknown; only codes go out again.
 */
const killedAfterClaim: Scenario = {
  name: 'F-02',
  carriers: [{ name: 'aurora', window: WINDOW }, { name: 'cascade' }],
  async run(stage) {
    const { rig, workspace, generator, random } = stage;
    await grantConsent(rig.sql, workspace.number, generator.upcoming(MESSAGES));
    await rig.carriers.behave('aurora', { lose_response: 1 });
    await generator.send({ messages: MESSAGES, classes: ['otp', 'transactional', 'marketing'], perCall: 20 });
    const worker = random.pick(rig.workers);
    await waitUntil(stage, 'claims wait behind a full window', CLAIM_MS, async () => {
      return (await countOpenClaims(rig.sql, workspace.number, worker.name)) > WINDOW;
    });
    await worker.kill();
    await rig.carriers.behave('aurora', { lose_response: 0 });
    await new Promise((resolve) => setTimeout(resolve, LOG_MS));
    const claimed = await readOpenClaims(stage, worker.name);
    const written = new Set(rig.carriers.readLog(generator.prefix).map((submit) => submit.destination));
    await worker.start();
    return ({ stored, submits }) => {
      const unwritten = claimed.filter((to) => !written.has(to));
      stage.proveInjected('claims committed and not written', unwritten.length);
      stage.proveInjected('claims written and not answered', claimed.length - unwritten.length);
      const timesOut = Map.groupBy(submits, (submit) => submit.destination);
      const caught = new Set(claimed);
      for (const message of stored) {
        if (!caught.has(message.to)) continue;
        const why = judgeCaught(message, timesOut.get(message.to)?.length ?? 0, written.has(message.to));
        if (why !== undefined) stage.breach(why, message.to);
      }
    };
  },
};

async function readOpenClaims({ rig, workspace }: Stage, worker: string): Promise<string[]> {
  const rows = await rig.sql<{ to: string }[]>`
    select m.address as "to" from attempt a join message m on m.workspace = a.workspace and m.id = a.message_id
    where a.workspace = ${workspace.number} and a.worker is not null
      and a.worker = (select max(number) from worker_lease where name = ${worker})
      and not exists (select from event e where e.message_id = a.message_id and e.attempt >= a.n)`;
  return rows.map(({ to }) => to);
}

function judgeCaught(message: StoredMessage, timesOut: number, wasWritten: boolean): string | undefined {
  if (!message.steps.some((step) => step.answer === 'indeterminate'))
    return 'a claim of a dead worker was not called unknown';
  if (message.class === 'otp')
    return stateOf(message) === 'delivered' ? undefined : `a code ended as ${stateOf(message)}`;
  if (timesOut > (wasWritten ? 1 : 0)) return `a ${message.class} message whose fate was unknown went out again`;
  return stateOf(message) === 'unknown' ? undefined : `its fate was unknown, and it ended as ${stateOf(message)}`;
}

export default entryOf(killedAfterClaim);
