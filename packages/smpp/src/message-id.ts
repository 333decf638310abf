/**
 * How a carrier writes message ids in one place (its answers, or its receipts): `as_is`; `case_fold`: case means nothing;
 * `strip_zeros`: leading zeros mean nothing; `case_fold_strip_zeros`: neither does; `hex`: a number in base 16; `decimal`: a number in base 10.
 */
export type MessageIdForm = 'as_is' | 'case_fold' | 'strip_zeros' | 'case_fold_strip_zeros' | 'hex' | 'decimal';

/** The form of ids in answers and the form in receipts; the keys made with each agree when the ids mean the same message. */
export type MessageIdRule = { response: MessageIdForm; receipt: MessageIdForm };

/**
 * The key under which a message id is stored and looked up. Numbers become plain decimal of any length (no rounding); what is no number in the
 * promised base is case-folded instead, so it still has a key. Never throws.
 */
export function canonicalMessageId(raw: string, form: MessageIdForm): string {
  if (form === 'as_is') return raw;
  const id = raw.trim();
  if (form === 'case_fold') return id.toLowerCase();
  if (form === 'strip_zeros') return stripZeros(id);
  if (form === 'case_fold_strip_zeros') return stripZeros(id.toLowerCase());
  if (form === 'hex' && /^[0-9a-f]+$/i.test(id)) return BigInt(`0x${id}`).toString();
  if (form === 'decimal' && /^[0-9]+$/.test(id)) return stripZeros(id);
  return id.toLowerCase();
}

function stripZeros(id: string): string {
  return id.replace(/^0+(?=.)/, '');
}

/** The rules to try in a probe, the plainest first. */
const candidates: readonly MessageIdRule[] = [
  { response: 'as_is', receipt: 'as_is' },
  { response: 'case_fold', receipt: 'case_fold' },
  { response: 'strip_zeros', receipt: 'strip_zeros' },
  { response: 'case_fold_strip_zeros', receipt: 'case_fold_strip_zeros' },
  { response: 'hex', receipt: 'decimal' },
  { response: 'decimal', receipt: 'hex' },
];

/** The plainest rule under which every pair of ids (answer, receipt) of a probe meets, or undefined when none does or there are no pairs. */
export function detectMessageIdRule(
  pairs: ReadonlyArray<{ response: string; receipt: string }>,
): MessageIdRule | undefined {
  if (pairs.length === 0) return undefined;
  return candidates.find((rule) =>
    pairs.every(
      ({ response, receipt }) =>
        canonicalMessageId(response, rule.response) === canonicalMessageId(receipt, rule.receipt),
    ),
  );
}
