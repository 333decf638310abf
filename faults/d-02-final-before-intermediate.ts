import { receiptScenario } from './rig/receipt-scenario.ts';
import { entryOf } from './rig/scenario.ts';

/** D-02: the final receipt comes before the intermediate one: the state does not go back. */
export default entryOf(
  receiptScenario({
    name: 'D-02',
    behaviours: [{ receipt: { intermediate: true, reorder: true } }],
    fault: {
      what: 'final receipts before the intermediate one',
      isMet: ([submit]) => {
        const stats = submit?.receipts.map(({ stat }) => stat) ?? [];
        return stats[0] === 'DELIVRD' && stats.includes('ENROUTE');
      },
    },
  }),
);
