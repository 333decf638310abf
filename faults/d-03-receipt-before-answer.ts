import { receiptScenario } from './rig/receipt-scenario.ts';
import { entryOf } from './rig/scenario.ts';

const QUICKEST_ANSWER_MS = 100;

/** D-03: the receipt comes before the answer to its submit, also to the other worker: it waits and finds its message. */
export default entryOf(
  receiptScenario({
    name: 'D-03',
    behaviours: [{ latency_ms: { min: QUICKEST_ANSWER_MS, max: 400 }, receipt: { before_response: true } }],
    fault: {
      what: 'receipts before their answer',
      isMet: ([submit]) => (submit?.receipts[0]?.atMs ?? Number.NaN) < (submit?.atMs ?? 0) + QUICKEST_ANSWER_MS,
    },
  }),
);
