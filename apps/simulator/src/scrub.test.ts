import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createScrubber, type Ledger } from './scrub.ts';
import type { Simulator } from './simulator.ts';
import { bindCustomer, type Customer, controlOf, sms, startTestSimulator, textOf } from './testing.ts';

const ENTITY = '1101000000000000001';
const TEMPLATE = '1107000000000000001';
const LEDGER: Ledger = {
  answer: 'submit',
  tags: [0x1400, 0x1401, 0x1402],
  entities: [ENTITY, '1101000000000000009'],
  headers: [
    { header: 'ACME', entity: ENTITY },
    { header: 'OTHER', entity: '1101000000000000009' },
    { header: 'LOOSE', entity: ENTITY },
  ],
  templates: [{ id: TEMPLATE, headers: ['ACME'], text: 'Order {#numeric#} (Acme): {#var#}{#var#}, see {#url#}.' }],
  chains: ['a-chain'],
  links: ['https://acme.in/'],
};
const RIGHT = 'Order 12 (Acme): on its way, see https://acme.in/t.';

type Own = {
  entity?: string;
  template?: string;
  chain?: string;
  sender?: string;
  to?: string;
  text?: string;
  part?: [number, number];
};
const submitted = ({
  entity = ENTITY,
  template = TEMPLATE,
  chain = 'a-chain',
  sender = 'ACME',
  to = '919876543210',
  text = RIGHT,
  part,
}: Own) => ({
  pdu: { 5120: Buffer.from(entity), 5121: Buffer.from(template), 5122: Buffer.from(chain) } as never,
  destination: `+${to}`,
  sender,
  read: {
    text,
    encoding: 'gsm7' as const,
    dataCoding: 0,
    part: part === undefined ? null : { ref: 1, number: part[0], total: part[1] },
  },
});

describe('an operator scrubs', () => {
  test.each([
    ['what is right', {}, null],
    ['ids with a zero octet behind', { entity: `${ENTITY}\0` }, null],
    ['numbers of other countries', { to: '447911123456', entity: '' }, null],
    ['no entity', { entity: '' }, '604'],
    ['an entity nobody knows', { entity: '1101000000000000002' }, '600'],
    ['no chain', { chain: '' }, '614'],
    ['another chain', { chain: 'b-chain' }, '615'],
    ['a header nobody knows', { sender: 'acme' }, '620'],
    ['a header of another entity', { sender: 'OTHER' }, '623'],
    ['no template', { template: '' }, '637'],
    ['a template nobody knows', { template: '1107000000000000002' }, '630'],
    ['a header that is not linked', { sender: 'LOOSE' }, '634'],
    ['a word too many', { text: RIGHT.replace('Order', 'Order no') }, '633'],
    ['a value of another kind', { text: RIGHT.replace('12', 'A12') }, '633'],
    ['a value longer than two placeholders take', { text: RIGHT.replace('on its way', 'x'.repeat(81)) }, '635'],
    ['a link that is not listed', { text: RIGHT.replace('acme.in', 'other.in') }, '642'],
  ] as const)('%s: %j is %s', (_what, own, code) => {
    expect(createScrubber().codeOf(LEDGER, submitted(own))).toBe(code);
  });

  test('a long text is judged when its last part is here, its ids with each', () => {
    const scrubber = createScrubber();
    const [head, tail] = [RIGHT.slice(0, 20), RIGHT.slice(20)];
    expect(scrubber.codeOf(LEDGER, submitted({ text: tail, part: [2, 2] }))).toBeNull();
    expect(scrubber.codeOf(LEDGER, submitted({ text: head, part: [1, 2] }))).toBeNull();
    expect(scrubber.codeOf(LEDGER, submitted({ text: head, part: [1, 2] }))).toBeNull();
    expect(scrubber.codeOf(LEDGER, submitted({ text: 'something else', part: [2, 2] }))).toBe('633');
    expect(scrubber.codeOf(LEDGER, submitted({ text: head, part: [1, 2], entity: '' }))).toBe('604');
  });
});

describe('a message centre that scrubs', () => {
  let simulator: Simulator;
  let control: ReturnType<typeof controlOf>;
  let customer: Customer;
  beforeAll(async () => {
    simulator = await startTestSimulator();
    control = controlOf(simulator);
    customer = await bindCustomer(simulator.ports.smpp);
  });
  afterEach(() => control.behave('aurora', { scrub: null }));
  afterAll(async () => {
    customer.end();
    await simulator.stop();
  });

  test('refuses at once with the code as status, or reports it with the code as err; what is not for India goes', async () => {
    await control.behave('aurora', { scrub: LEDGER });
    const at = { ...sms('+919876543211', RIGHT), source_addr: 'ACME' };
    expect((await customer.submit(at)).command_status).toBe(604);
    expect((await customer.submit(sms('+525512345678', 'hola'))).command_status).toBe(0);
    await control.behave('aurora', { scrub: { ...LEDGER, answer: 'receipt' } });
    const taken = await customer.submit(at);
    expect(taken.command_status).toBe(0);
    const receipt = await customer.wait(
      (pdu) => pdu.command === 'deliver_sm' && textOf(pdu).includes(`id:${taken.message_id} `),
    );
    expect(textOf(receipt)).toContain('stat:UNDELIV err:604');
    expect(await control.list(`/v1/handsets/${encodeURIComponent('+919876543211')}/messages`)).toEqual([]);
  });
});
