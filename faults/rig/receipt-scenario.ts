import { type CarrierSubmit, countAcknowledged, type Logs, stateOf } from './logs.ts';
import type { Scenario, Stage } from './stage.ts';

const MESSAGES = 200;

/** What is odd about the receipts of a scenario. */
type Oddity = {
  name: string;
  carriers?: Scenario['carriers'];
  /** Behaviours of the first carrier; each is in force for its share of the messages. */
  behaviours: readonly object[];
  parts?: number;
  /** More to do beside the sending. */
  beside?: (stage: Stage) => Promise<void>;
  /** What the oddity is called in the report, and whether a message met it, by the submits of its parts. */
  fault: { what: string; isMet: (submits: readonly CarrierSubmit[]) => boolean };
};

/** A scenario in which receipts come in an odd way, and every message must end as the carrier says all the same. */
export function receiptScenario(given: Oddity): Scenario {
  const carrier = given.carriers?.[0]?.name ?? 'aurora';
  return {
    name: given.name,
    ...(given.carriers && { carriers: given.carriers }),
    async run(stage) {
      const { rig, generator } = stage;
      const messages = Math.ceil(MESSAGES / given.behaviours.length);
      for (const behaviour of given.behaviours) {
        await rig.carriers.behave(carrier, behaviour);
        const sent = generator.send({
          messages,
          classes: ['otp', 'transactional'],
          perCall: 10,
          ...(given.parts && { parts: given.parts }),
        });
        await Promise.all([sent, given.beside?.(stage)]);
        await untilSubmitted(stage, generator.asked.length);
      }
      return (logs) => judgeReceipts(stage, given.fault, logs);
    },
  };
}

/** The next behaviour must not meet messages that were meant for this one. */
async function untilSubmitted({ rig, generator, signal }: Stage, count: number): Promise<void> {
  const submitted = () => new Set(rig.carriers.readLog(generator.prefix).map(({ destination }) => destination)).size;
  while (submitted() < count) {
    signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function judgeReceipts(stage: Stage, fault: Oddity['fault'], { stored, submits }: Logs): void {
  const submitsOf = Map.groupBy(submits, (submit) => submit.destination);
  let met = 0;
  for (const message of stored) {
    const mine = submitsOf.get(message.to) ?? [];
    if (fault.isMet(mine)) met += 1;
    const said = mine.flatMap(({ receipts }) => receipts.map(({ stat }) => stat));
    const right = said.includes('UNDELIV') ? 'undelivered' : 'delivered';
    if (stateOf(message) !== right)
      stage.breach(`ended as ${stateOf(message)}, and the carrier said ${said}`, message.to);
    const kept = message.steps.filter((step) => step.isReceipt).length;
    const acknowledged = mine.reduce((sum, submit) => sum + countAcknowledged(submit), 0);
    if (kept < acknowledged || kept > said.length)
      stage.breach(
        `${said.length} receipts came, ${acknowledged} were acknowledged, its history has ${kept}`,
        message.to,
      );
  }
  stage.proveInjected(fault.what, met, stored.length / 4);
}
