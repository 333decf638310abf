import type { CarrierSubmit } from './rig/logs.ts';
import { receiptScenario } from './rig/receipt-scenario.ts';
import { entryOf } from './rig/scenario.ts';

/** How each carrier writes an id in its answer. */
const FORMS: Record<string, RegExp> = {
  // Zero-padded first, afterwards in small letters that come back as capitals.
  aurora: /^(0\d+|a[0-9a-f]+)$/,
  borealis: /^[0-9A-F]*[A-F][0-9A-F]*$/,
  cascade: /^[0-9a-f-]{36}$/,
};

/**
 * D-05: three carriers share the traffic and write ids each in its own way: with zeros in front and without, in small letters and in
 * capitals, in hex and in decimal (in the text of the receipt alone), and in 36 characters. Each receipt finds its message.
 */
export default entryOf(
  receiptScenario({
    name: 'D-05',
    carriers: [
      {
        name: 'aurora',
        tier: 1,
        settings: { message_id_response: 'case_fold_strip_zeros', message_id_receipt: 'case_fold_strip_zeros' },
      },
      { name: 'borealis', tier: 1 },
      { name: 'cascade', tier: 1 },
    ],
    behaviours: [{ id_form: 'zero_padded' }, { id_form: 'case_change' }],
    fault: { what: 'ids in a form of their own', isMet: ([submit]) => isOfItsForm(submit) },
  }),
);

function isOfItsForm(submit: CarrierSubmit | undefined): boolean {
  return submit?.id != null && (FORMS[submit.carrier]?.test(submit.id) ?? false);
}
