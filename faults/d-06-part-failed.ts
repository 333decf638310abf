import { receiptScenario } from './rig/receipt-scenario.ts';
import { entryOf } from './rig/scenario.ts';

/**
 * D-06: of a text in two parts one is reported undelivered and the other delivered, in any order and to either worker: the text is as good
 * as its worst part, whichever report came last.
 */
export default entryOf(
  receiptScenario({
    name: 'D-06',
    parts: 2,
    behaviours: [
      { receipt: { delay_ms: { min: 20, max: 400 }, errors: [{ stat: 'UNDELIV', err: '001', share: 0.5 }] } },
    ],
    fault: {
      what: 'texts of which one part failed and one was delivered',
      isMet: (submits) => {
        const stats = new Set(submits.flatMap(({ receipts }) => receipts.map(({ stat }) => stat)));
        return submits.length === 2 && stats.size === 2;
      },
    },
  }),
);
