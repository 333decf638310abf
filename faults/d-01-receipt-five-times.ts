import { countAcknowledged } from './rig/logs.ts';
import { receiptScenario } from './rig/receipt-scenario.ts';
import { entryOf } from './rig/scenario.ts';

/** D-01: every receipt comes five times, spread over both workers: one final state, and all five in the history. */
export default entryOf(
  receiptScenario({
    name: 'D-01',
    behaviours: [{ receipt: { duplicates: 4 } }],
    fault: {
      what: 'messages with five receipts',
      isMet: ([submit]) => submit !== undefined && countAcknowledged(submit) >= 5,
    },
  }),
);
