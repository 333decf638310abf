import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { HandsetMessage } from './handsets.ts';
import type { Simulator } from './simulator.ts';
import type { LogEntry } from './submit-log.ts';
import { bindCustomer, type Customer, connectCustomer, controlOf, sms, startTestSimulator, textOf } from './testing.ts';

let simulator: Simulator;
let control: ReturnType<typeof controlOf>;
const customers: Customer[] = [];
let serial = 0;
const number = () => {
  serial += 1;
  return `+52551${String(serial).padStart(7, '0')}`;
};

beforeAll(async () => {
  simulator = await startTestSimulator();
  control = controlOf(simulator);
});
afterAll(() => simulator.stop());
afterEach(async () => {
  for (const customer of customers.splice(0)) customer.end();
});

async function bind(options: Parameters<typeof bindCustomer>[1] = {}): Promise<Customer> {
  const customer = await bindCustomer(simulator.ports.smpp, options);
  customers.push(customer);
  return customer;
}
const onPhone = (to: string) => control.list<HandsetMessage>(`/v1/handsets/${encodeURIComponent(to)}/messages`);
const logOf = async (to: string) =>
  (await control.list<LogEntry>('/v1/log?limit=10000')).filter(({ destination }) => destination === to);
const receiptFor = (customer: Customer, id: unknown) =>
  customer.wait(
    (pdu) => pdu.command === 'deliver_sm' && (pdu.receipted_message_id === id || textOf(pdu).includes(`id:${id} `)),
  );

describe('a message to a phone', () => {
  test('is answered with an id, reaches the phone, is reported by text and parameters, and stands in the log', async () => {
    const customer = await bind();
    const to = number();
    const answer = await customer.submit(sms(to, 'Pedido 84'));
    expect(answer.command_status).toBe(0);
    const receipt = await receiptFor(customer, answer.message_id);
    expect(receipt.esm_class).toBe(4);
    expect(textOf(receipt)).toMatch(
      /^id:\d+ sub:001 dlvrd:001 submit date:\d{10} done date:\d{10} stat:DELIVRD err:000 text:Pedido 84$/,
    );
    expect(receipt.message_state).toBe(2);
    expect(receipt.source_addr).toBe(to.slice(1));
    expect(receipt.destination_addr).toBe('ACME');
    expect(await onPhone(to)).toMatchObject([
      { from: 'ACME', to, text: 'Pedido 84', part_count: 1, encoding: 'gsm7', carrier: 'aurora', complete: true },
    ]);
    await vi.waitFor(async () => {
      const [entry] = await logOf(to);
      expect(entry).toMatchObject({
        carrier: 'aurora',
        decision: 'accepted',
        id: answer.message_id,
        status: 0,
        part: null,
        text: 'Pedido 84',
      });
      expect(entry?.receipts).toMatchObject([{ stat: 'DELIVRD', err: '000', form: 'both', answer: 0 }]);
    });
  });

  test('in parts that come out of order and twice appears once and whole', async () => {
    const customer = await bind();
    const to = number();
    const text = 'Olá, chegou 🚚👍🏽';
    const bytes = Buffer.from(text, 'utf16le').swap16();
    // Cut inside a surrogate pair on purpose: a phone joins the units before it reads them.
    const cuts = [bytes.subarray(0, 26), bytes.subarray(26, 30), bytes.subarray(30)];
    const part = (index: number) => ({
      ...sms(to, ''),
      esm_class: 0x40,
      data_coding: 8,
      short_message: Buffer.concat([Buffer.from([6, 8, 4, 0x12, 0x34, 3, index + 1]), cuts[index] ?? Buffer.alloc(0)]),
    });
    for (const index of [2, 0, 0]) await customer.submit(part(index));
    const third = await customer.submit(part(1));
    await receiptFor(customer, third.message_id);
    await vi.waitFor(async () => expect(await onPhone(to)).toMatchObject([{ text, part_count: 3, encoding: 'ucs2' }]));
    expect((await logOf(to)).map((entry) => entry.part)).toEqual(
      [3, 1, 1, 2].map((n) => ({ ref: 0x1234, total: 3, number: n })),
    );
  });

  test('in parts told by SAR parameters is joined, and message_payload is read', async () => {
    const customer = await bind();
    const [sar, payload] = [number(), number()];
    await customer.submit({ ...sms(sar, 'one '), sar_msg_ref_num: 7, sar_total_segments: 2, sar_segment_seqnum: 1 });
    await customer.submit({ ...sms(sar, 'two'), sar_msg_ref_num: 7, sar_total_segments: 2, sar_segment_seqnum: 2 });
    await customer.submit({ ...sms(payload, ''), message_payload: Buffer.from('x'.repeat(400)) });
    await vi.waitFor(async () => expect(await onPhone(sar)).toMatchObject([{ text: 'one two', part_count: 2 }]));
    await vi.waitFor(async () => expect(await onPhone(payload)).toMatchObject([{ text: 'x'.repeat(400) }]));
  });

  test('without a wish for receipts is delivered in silence', async () => {
    const customer = await bind();
    const to = number();
    await customer.submit({ ...sms(to, 'quiet'), registered_delivery: 0 });
    await vi.waitFor(async () => expect(await onPhone(to)).toHaveLength(1));
    expect(customer.delivered).toHaveLength(0);
  });
});

describe('a dialled number decides', () => {
  const cases = [
    { code: '01', stat: 'UNDELIV', err: '006' },
    { code: '02', stat: 'UNDELIV', err: '001' },
    { code: '09', stat: 'EXPIRED', err: '027' },
    { code: '14', stat: 'REJECTD', err: '013' },
  ];
  test.each(cases)('$code ends as $stat with err $err and never reaches the phone', async ({ code, stat, err }) => {
    const customer = await bind();
    const to = `+52559900${code}`;
    const answer = await customer.submit(sms(to, 'x'));
    expect(textOf(await receiptFor(customer, answer.message_id))).toContain(`stat:${stat} err:${err}`);
    expect(await onPhone(to)).toEqual([]);
  });

  test('a refusal at submit, once only and at the first carrier only', async () => {
    const [aurora, borealis] = [await bind(), await bind({ systemId: 'borealis', password: 'secret02' })];
    const status = async (customer: Customer, to: string) =>
      (await customer.submit({ ...sms(to, 'x'), registered_delivery: 0 })).command_status;
    expect(await status(aurora, '+5255990003')).toBe(0x0b);
    expect(await status(aurora, '+5255990004')).toBe(0x58);
    expect(await status(aurora, '+5255990004')).toBe(0);
    expect(await status(aurora, '+5255990010')).toBe(0x45);
    expect(await status(borealis, '+5255990010')).toBe(0);
    expect(await status(aurora, '+5255990010')).toBe(0x45);
  });

  test('08 is delivered and reported although its answer is lost', async () => {
    const customer = await bind();
    const to = '+5255990008';
    void customer.submit(sms(to, 'lost answer'));
    await customer.wait((pdu) => pdu.command === 'deliver_sm' && pdu.source_addr === '5255990008');
    expect(customer.seen.some((pdu) => pdu.command === 'submit_sm_resp')).toBe(false);
    expect(await logOf(to)).toMatchObject([
      { decision: 'swallowed', status: null, id: expect.stringMatching(/^\d+$/) },
    ]);
  });

  test('06 reports four times, 12 ENROUTE first, 13 ENROUTE last', async () => {
    const customer = await bind();
    const stats = (source: string) =>
      customer.delivered.filter((pdu) => pdu.source_addr === source).map((pdu) => /stat:(\w+)/.exec(textOf(pdu))?.[1]);
    for (const code of ['06', '12', '13']) await customer.submit(sms(`+52559900${code}`, 'x'));
    await vi.waitFor(() => {
      expect(stats('5255990006')).toEqual(['DELIVRD', 'DELIVRD', 'DELIVRD', 'DELIVRD']);
      expect(stats('5255990012')).toEqual(['ENROUTE', 'DELIVRD']);
      expect(stats('5255990013')).toEqual(['DELIVRD', 'ENROUTE']);
    });
  });
});

describe('receipts', () => {
  test.each([
    [
      'hex_upper_response_decimal_receipt',
      (a: string, b: string) => BigInt(`0x${a}`) === BigInt(b) && a === a.toUpperCase(),
    ],
    ['decimal_response_hex_receipt', (a: string, b: string) => BigInt(a) === BigInt(`0x${b}`)],
    ['zero_padded', (a: string, b: string) => a.startsWith('0') && BigInt(a) === BigInt(b)],
    ['case_change', (a: string, b: string) => a !== b && a.toUpperCase() === b],
    ['uuid36', (a: string, b: string) => a === b && a.length === 36],
  ] as const)('of the id form %s name the message in their own way', async (form, same) => {
    await control.behave('cascade', {
      id_form: form,
      receipt_form: 'text',
      latency_ms: { min: 0, max: 0 },
      receipt: { delay_ms: { min: 0, max: 5 } },
    });
    const customer = await bind({ systemId: 'cascade', password: 'secret03' });
    const answer = await customer.submit(sms(number(), 'x'));
    const receipt = await customer.wait((pdu) => pdu.command === 'deliver_sm');
    const named = /id:(\S+)/.exec(textOf(receipt))?.[1] ?? '';
    expect(same(String(answer.message_id), named), `${answer.message_id} / ${named}`).toBe(true);
  });

  test('come before the answer when asked to', async () => {
    await control.behave('delta', { receipt: { before_response: true } });
    const customer = await bind({ systemId: 'delta', password: 'secret04' });
    await customer.submit(sms(number(), 'x'));
    const order = customer.seen.map((pdu) => pdu.command).filter((command) => command !== 'bind_transceiver_resp');
    expect(order).toEqual(['deliver_sm', 'submit_sm_resp']);
    await control.behave('delta', { receipt: { before_response: false } });
  });

  test('wait for a receiver, then all come; one whose answer was lost or temporary comes again', async () => {
    await control.behave('borealis', { latency_ms: { min: 0, max: 0 }, receipt: { delay_ms: { min: 0, max: 0 } } });
    const sender = await bind({ systemId: 'borealis', password: 'secret02', bind: 'bind_transmitter' });
    const answers = await Promise.all(Array.from({ length: 30 }, () => sender.submit(sms(number(), 'x'))));
    await vi.waitFor(async () =>
      expect((await control.call('GET', '/v1/carriers/borealis')).body).toMatchObject({ deliveries_waiting: 30 }),
    );
    const mute = await bind({
      systemId: 'borealis',
      password: 'secret02',
      bind: 'bind_receiver',
      answerDeliver: () => null,
    });
    await mute.wait((pdu) => pdu.command === 'deliver_sm');
    mute.end();
    const receiver = await bind({ systemId: 'borealis', password: 'secret02', bind: 'bind_receiver' });
    await vi.waitFor(() => expect(receiver.delivered).toHaveLength(30));
    const ids = receiver.delivered.map((pdu) => BigInt(/id:(\d+)/.exec(textOf(pdu))?.[1] ?? 0));
    expect(new Set(ids)).toEqual(new Set(answers.map((pdu) => BigInt(`0x${pdu.message_id}`))));
  });

  test('refused for the time being count as waiting until they have come again', async () => {
    const answers = [0x14, 0];
    const customer = await bind({ answerDeliver: () => answers.shift() ?? 0 });
    const waiting = async () => (await control.call('GET', '/v1/carriers/aurora')).body;
    await customer.submit(sms(number(), 'x'));
    await vi.waitFor(() => expect(customer.delivered).toHaveLength(1));
    expect(await waiting()).toMatchObject({ deliveries_waiting: 1 });
    await vi.waitFor(() => expect(customer.delivered).toHaveLength(2), { timeout: 5000 });
    await vi.waitFor(async () => expect(await waiting()).toMatchObject({ deliveries_waiting: 0 }));
  });

  test('of a forger say DELIVRD for a phone that got nothing', async () => {
    const customer = await bind({ systemId: 'delta', password: 'secret04' });
    const answer = await customer.submit(sms('+5255990001', 'x'));
    expect(textOf(await receiptFor(customer, answer.message_id))).toContain('stat:DELIVRD err:000');
    expect(await onPhone('+5255990001')).toEqual([]);
  });
});

describe('a receipt', () => {
  test('of a long text may fail for one part and succeed for another', async () => {
    const customer = await bind();
    const part = (n: number) => ({
      ...sms('+5255990025', ''),
      esm_class: 0x40,
      short_message: Buffer.concat([Buffer.from([5, 0, 3, 9, 2, n]), Buffer.from('part')]),
    });
    const [first, second] = await Promise.all([customer.submit(part(1)), customer.submit(part(2))]);
    expect(textOf(await receiptFor(customer, first?.message_id))).toContain('stat:UNDELIV err:001');
    expect(textOf(await receiptFor(customer, second?.message_id))).toContain('stat:DELIVRD err:000');
  });

  test('can be sent for an id that was never given, and is refused by name when it makes no sense', async () => {
    const nobody = await control.call('POST', '/v1/carriers/cascade/receipts', {
      id: '7',
      stat: 'DELIVRD',
      from: 'abc',
      to: 'ACME',
    });
    expect(nobody).toMatchObject({ status: 422, body: { errors: [{ field: 'from' }] } });
    const receipt = { id: '424242', stat: 'UNDELIV', err: '013', from: '+5215512345678', to: 'ACME' };
    expect(await control.call('POST', '/v1/carriers/cascade/receipts', receipt)).toMatchObject({ status: 409 });
    const customer = await bind();
    expect(await control.call('POST', '/v1/carriers/aurora/receipts', receipt)).toMatchObject({ status: 202 });
    expect(await receiptFor(customer, '424242')).toMatchObject({ message_state: 5, source_addr: '5215512345678' });
  });
});

describe('a bind', () => {
  test.each([
    ['an unknown system_id', { systemId: 'nobody' }, 0x0f],
    ['a wrong password', { password: 'wrong' }, 0x0e],
  ])('with %s is refused', async (_name, options, status) => {
    const customer = await bind(options);
    expect(customer.seen[0]?.command_status).toBe(status);
    await customer.closed;
  });

  test('is refused by status, by a closed connection, and when the listener is shut by the port itself', async () => {
    await control.behave('delta', { bind: { refuse: 'status', status: 0x0d } });
    expect((await bind({ systemId: 'delta', password: 'secret04' })).seen[0]?.command_status).toBe(0x0d);
    await control.behave('delta', { bind: { refuse: 'close' } });
    const closed = await bind({ systemId: 'delta', password: 'secret04' });
    await closed.closed;
    expect(closed.seen).toEqual([]);
    await control.behave('delta', { bind: { refuse: null } });
    await control.call('PUT', '/v1/listeners/smpp', { open: false });
    const refused = connectCustomer(simulator.ports.smpp);
    await refused.closed;
    await control.call('PUT', '/v1/listeners/smpp', { open: true });
    expect((await bind()).seen[0]?.command_status).toBe(0);
  });

  test('is needed before a submit, and a receiver may not submit', async () => {
    const unbound = connectCustomer(simulator.ports.smpp);
    customers.push(unbound);
    expect((await unbound.submit({})).command_status).toBe(4);
    expect((await (await bind({ bind: 'bind_receiver' })).submit({})).command_status).toBe(4);
  });
});

describe('a carrier out of line', () => {
  const delta = () => bind({ systemId: 'delta', password: 'secret04' });

  test.each(['outbind', 'deliver_sm'] as const)('sends %s before it answers the bind', async (early) => {
    await control.behave('delta', { bind: { before_response: early } });
    const customer = await delta();
    expect(customer.seen.map((pdu) => pdu.command)).toEqual([early, 'bind_transceiver_resp']);
    await control.behave('delta', { bind: { before_response: null } });
  });

  test('unbinds on a submit, keeps silent to unbind and to enquire_link, and cuts an answer short', async () => {
    await control.behave('delta', { link: { unbind_on_submit: true } });
    const unbound = await delta();
    void unbound.submit(sms(number(), 'x'));
    await unbound.wait((pdu) => pdu.command === 'unbind');
    await unbound.closed;
    await control.behave('delta', {
      link: { unbind_on_submit: false, answer_unbind: false, answer_enquire_link: false, cut_at_byte: 9 },
    });
    const customer = await delta();
    customer.session.enquire_link();
    customer.session.unbind();
    const to = number();
    void customer.submit(sms(to, 'x'));
    await customer.closed;
    expect(
      customer.seen
        .map((pdu) => pdu.command)
        .filter((command) => /^(enquire_link|unbind|submit_sm)_resp$/.test(command)),
    ).toEqual([]);
    expect(await logOf(to)).toMatchObject([{ decision: 'accepted' }]);
    await control.behave('delta', { link: { answer_unbind: true, answer_enquire_link: true, cut_at_byte: null } });
  });

  test('sends what no customer asked for', async () => {
    const customer = await delta();
    const act = (name: string) => control.call('POST', '/v1/carriers/delta/acts', { act: name });
    expect(await act('stray_response')).toMatchObject({ status: 200 });
    await customer.wait((pdu) => pdu.command === 'submit_sm_resp' && pdu.sequence_number === 0x70000001);
    await act('unknown_command');
    await customer.wait((pdu) => pdu.command === 'unknown');
    await act('unbind');
    await customer.wait((pdu) => pdu.command === 'unbind');
    await customer.closed;
    const [short, long] = [await delta(), await delta()];
    await act('length_short');
    await act('length_long');
    await Promise.all([short.closed, long.closed]);
  });

  test('is down: binds are closed and new ones turned away', async () => {
    const customer = await delta();
    await control.behave('delta', { down: true });
    await customer.closed;
    expect((await delta()).seen).toEqual([]);
    await control.behave('delta', { down: false });
    expect((await delta()).seen[0]?.command_status).toBe(0);
  });
});

describe('a link', () => {
  test('is cut at the n-th submit, which was taken all the same', async () => {
    await control.behave('delta', { link: { cut_after_submits: 3 } });
    const customer = await bind({ systemId: 'delta', password: 'secret04' });
    const to = [number(), number(), number()];
    for (const each of to) void customer.submit(sms(each, 'x'));
    await customer.closed;
    expect(await logOf(to[2] ?? '')).toMatchObject([{ decision: 'cut', status: null }]);
    await vi.waitFor(async () => expect(await onPhone(to[2] ?? '')).toHaveLength(1));
    await control.behave('delta', { link: { cut_after_submits: null } });
  });

  test('gone silent answers nothing and stays open; cut_now closes it', async () => {
    const customer = await bind({ systemId: 'delta', password: 'secret04' });
    await control.behave('delta', { link: { silence_now: true } });
    const to = number();
    void customer.submit(sms(to, 'x'));
    await vi.waitFor(async () =>
      expect(await logOf(to)).toMatchObject([{ decision: 'swallowed', status: null, id: null }]),
    );
    expect(customer.seen.map((pdu) => pdu.command)).not.toContain('submit_sm_resp');
    expect((await control.call('GET', '/v1/carriers/delta')).body).toMatchObject({ binds: [{ silent: true }] });
    await control.behave('delta', { link: { cut_now: true } });
    await customer.closed;
  });

  test('answers by a dripped, doubled, nacked or mis-numbered PDU when asked to', async () => {
    await control.behave('delta', { drip: { bytes: 1, every_ms: 1 }, answer_twice: 1 });
    const customer = await bind({ systemId: 'delta', password: 'secret04' });
    expect((await customer.submit(sms(number(), 'x'))).command_status).toBe(0);
    await vi.waitFor(() => expect(customer.seen.filter((pdu) => pdu.command === 'submit_sm_resp')).toHaveLength(2));
    await control.behave('delta', { drip: null, answer_twice: 0, generic_nack: 1 });
    void customer.submit(sms(number(), 'x'));
    expect((await customer.wait((pdu) => pdu.command === 'generic_nack')).command_status).toBe(8);
    await control.behave('delta', { generic_nack: 0, wrong_sequence: 1 });
    void customer.submit(sms(number(), 'x'));
    await customer.wait((pdu) => pdu.sequence_number > 1_000_000);
    await control.behave('delta', { wrong_sequence: 0 });
  });

  test('throttles above its rate', async () => {
    await control.behave('delta', { throttle: { per_second: 5 } });
    const customer = await bind({ systemId: 'delta', password: 'secret04' });
    const answers = await Promise.all(Array.from({ length: 30 }, () => customer.submit(sms(number(), 'x'))));
    expect(answers.filter((pdu) => pdu.command_status === 0x58).length).toBeGreaterThanOrEqual(20);
    await control.behave('delta', { throttle: { per_second: null } });
  });

  test('survives bytes that are no PDU: the line is dropped, the next customer is served', async () => {
    const broken = [
      '00000004',
      '0000000c000000150000000000000001',
      'ffffffff000000040000000000000001',
      '00000011000000040000000000000001ff',
      '0000002000000021000000000000000100000000000000ff0000000000000000',
    ];
    for (const hex of broken) {
      const customer = await bind();
      customer.session.socket.write(Buffer.from(hex, 'hex'));
      customer.session.socket.end();
      await customer.closed;
    }
    expect((await (await bind()).submit(sms(number(), 'x'))).command_status).toBe(0);
  });

  test('is unbound politely, asked for its pulse, and told that a command is unknown', async () => {
    const customer = await bind();
    await new Promise((resolve) => customer.session.enquire_link(resolve));
    customer.session.socket.write(Buffer.from('00000010000002000000000000000063', 'hex'));
    expect(await customer.wait((pdu) => pdu.command === 'generic_nack')).toMatchObject({
      command_status: 3,
      sequence_number: 0x63,
    });
    customer.session.unbind();
    await customer.wait((pdu) => pdu.command === 'unbind_resp');
    await customer.closed;
  });
});

describe('a reply', () => {
  test('goes to the customer who wrote last, in parts when it is long', async () => {
    const customer = await bind();
    const to = number();
    const answer = await customer.submit(sms(to, 'Reply STOP'));
    await receiptFor(customer, answer.message_id);
    const path = `/v1/handsets/${encodeURIComponent(to)}/replies`;
    expect(await control.call('POST', path, { text: 'STOP' })).toMatchObject({
      status: 202,
      body: { carrier: 'aurora', to: 'ACME', parts: 1 },
    });
    const reply = await customer.wait((pdu) => pdu.command === 'deliver_sm' && pdu.esm_class === 0);
    expect(textOf(reply)).toBe('STOP');
    expect(reply.source_addr).toBe(to.slice(1));
    expect(await control.call('POST', path, { text: 'é'.repeat(200), to: '12345' })).toMatchObject({
      body: { parts: 2, to: '12345' },
    });
    await customer.wait(
      (pdu) => pdu.command === 'deliver_sm' && pdu.esm_class === 0x40 && pdu.destination_addr === '12345',
    );
  });

  test('from a phone that got nothing names what is missing', async () => {
    const answer = await control.call('POST', `/v1/handsets/${encodeURIComponent(number())}/replies`, { text: 'hi' });
    expect(answer).toMatchObject({
      status: 409,
      type: 'application/problem+json',
      body: { errors: [{ field: 'to' }] },
    });
  });
});
