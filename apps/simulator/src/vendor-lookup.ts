import { z } from 'zod';
import { findMagicNumber } from './magic-numbers.ts';
import { problem, type Reply } from './vendor-requests.ts';

const MAX_NUMBERS = 100;
const lookupSchema = z.strictObject({
  msisdns: z
    .array(z.string().regex(/^[1-9]\d{6,14}$/))
    .min(1)
    .max(MAX_NUMBERS),
});

/** MCC and MNC of the networks of some countries, by calling code, the longest first. A subscriber is of one by the last digit of the number: many are not where the range says. */
const NETWORKS: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  [
    '254',
    [
      ['639', '02'],
      ['639', '03'],
    ],
  ],
  [
    '234',
    [
      ['621', '30'],
      ['621', '20'],
      ['621', '50'],
      ['621', '60'],
    ],
  ],
  [
    '91',
    [
      ['404', '45'],
      ['404', '20'],
      ['405', '840'],
    ],
  ],
  [
    '55',
    [
      ['724', '05'],
      ['724', '06'],
      ['724', '11'],
    ],
  ],
  [
    '52',
    [
      ['334', '020'],
      ['334', '030'],
      ['334', '050'],
    ],
  ],
  [
    '49',
    [
      ['262', '01'],
      ['262', '02'],
      ['262', '03'],
    ],
  ],
];
const ELSEWHERE = [['001', '01']] as const;

/** What the vendor knows of one subscriber. */
interface Subscriber {
  msisdn: string;
  mcc: string | null;
  mnc: string | null;
  subscriber: 'active' | 'absent' | 'unknown';
}

/** The answer to POST /v1/lookup: of each number its network, and whether the phone is on. The magic numbers 990001 and 990002 are absent and unknown here too. */
export const answerLookup = (body: Buffer | null): Reply => answerEach(body, subscriberOf);

/** The answer to POST /v1/registry: a public registry on which every number stands that ends in an even digit. Of the magic number 990002 it knows nothing. */
export const answerRegistry = (body: Buffer | null): Reply =>
  answerEach(body, (msisdn) => {
    const listed = findMagicNumber(msisdn)?.code === '02' ? null : Number(msisdn.at(-1)) % 2 === 0;
    return { msisdn, listed };
  });

/** What is told of each of the numbers that a body asks for. */
function answerEach(body: Buffer | null, tell: (msisdn: string) => object): Reply {
  let value: unknown;
  try {
    value = JSON.parse((body ?? '').toString());
  } catch {
    return problem(400, 'invalid_json', 'The body is not JSON');
  }
  const parsed = lookupSchema.safeParse(value);
  if (!parsed.success) return problem(422, 'invalid_field', `msisdns: 1 to ${MAX_NUMBERS} numbers as digits`);
  return { status: 200, body: { results: parsed.data.msisdns.map(tell) } };
}

function subscriberOf(msisdn: string): Subscriber {
  const code = findMagicNumber(msisdn)?.code;
  if (code === '02') return { msisdn, mcc: null, mnc: null, subscriber: 'unknown' };
  const networks = NETWORKS.find(([start]) => msisdn.startsWith(start))?.[1] ?? ELSEWHERE;
  const [mcc, mnc] = networks[Number(msisdn.at(-1)) % networks.length] ?? ELSEWHERE[0];
  return { msisdn, mcc, mnc, subscriber: code === '01' ? 'absent' : 'active' };
}
