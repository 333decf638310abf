import type { InboundReceipt, SmsPart, SubmitAnswer, SubmitRequest } from '@signalbox/contracts';
import { decodePdu, encodePdu, isReceipt, makeTlv, type PduInputOf, viewMessage } from '@signalbox/smpp';
import { describe, expect, it } from 'vitest';
import { runConformance } from '../conformance.case.ts';
import { parseSettings } from '../manifests.ts';
import { makeText, openForeignSmsc } from './foreign-smsc.case.ts';
import { readDelivered, UNREADABLE_REF } from './receipts.ts';
import { answerToOne, answerToParts, StatusBook } from './tally.ts';
import { SubmitWriter, toRelativeTime, toSourceAddress } from './translate.ts';

const BASE = { host: 'smsc.example', system_id: 'shop' };
const settings = parseSettings('smpp', BASE);
const gsm = (...texts: string[]): SmsPart[] => texts.map((text) => ({ encoding: 'gsm7', text }));

/** What a deliver_sm of these fields is read as, through real octets. */
function read(fields: Partial<PduInputOf<'deliver_sm'>>, change = {}) {
  const octets = encodePdu({ command: 'deliver_sm', ...fields });
  const view = viewMessage(octets, 0, octets.length);
  return readDelivered(parseSettings('smpp', { ...BASE, ...change }), view ? [view] : []);
}
const receipt = (text: string, change = {}): InboundReceipt | undefined =>
  read({ esmClass: 4, shortMessage: Buffer.from(text, 'latin1') }, change).receipts[0];

describe('the network in a receipt', () => {
  it('is read from the parameter that the account names, and from nothing else', () => {
    const named = (text: string, change = {}) =>
      read(
        {
          esmClass: 4,
          shortMessage: Buffer.from('id:1 stat:DELIVRD err:000'),
          tlvs: [{ tag: 0x1403, value: Buffer.from(text) }],
        },
        change,
      ).receipts[0]?.network;
    expect(named('334020')).toBeUndefined();
    const told = { receipt_network_tag: 0x1403 };
    expect(named('334020', told)).toBe('334020');
    expect(named('33402\0', told)).toBe('33402');
    expect(named('nonsense', told)).toBeUndefined();
    expect(named('99999', told)).toBeUndefined();
    expect(named('334020'.repeat(9), told)).toBeUndefined();
  });
});

runConformance({
  protocol: 'smpp',
  openPeer: openForeignSmsc,
  refusal: 'recipient.invalid_address',
  decode: (octets) => {
    const esmClass = octets[0] ?? 0;
    const pdu = encodePdu({
      command: 'deliver_sm',
      esmClass,
      dataCoding: octets[1] ?? 0,
      shortMessage: octets.subarray(2, 250),
    });
    const decoded = decodePdu(pdu);
    const found =
      decoded.kind === 'pdu' && decoded.pdu.command === 'deliver_sm'
        ? readDelivered(settings, [{ ...decoded.pdu, tail: undefined }])
        : null;
    expect((found?.receipts.length ?? 0) + (found?.replies.length ?? 0)).toBe(1);
    expect(found?.receipts.length).toBe(isReceipt(esmClass) ? 1 : 0);
    return found;
  },
});

describe('smpp: one answer for a text', () => {
  const book = new StatusBook(
    parseSettings('smpp', {
      ...BASE,
      codes_map: { '0x45': 'recipient.barred', '1025': 'account.credit', '1026': 'provider.throttled' },
    }),
  );
  const ok = (messageId: string) => ({ kind: 'response', status: 0, messageId, latencyMs: 1 }) as const;
  const no = (status: number) => ({ kind: 'response', status, messageId: '', latencyMs: 1 }) as const;
  const lost = { kind: 'indeterminate', cause: 'timeout' } as const;
  const unwritten = { kind: 'unwritten', cause: 'disconnected' } as const;
  const one = (result: Parameters<typeof answerToOne>[2]): SubmitAnswer => answerToOne(settings, book, result);
  const many = (...results: Parameters<typeof answerToOne>[2][]): SubmitAnswer =>
    answerToParts(settings, book, results);

  it.each([
    [0x01, 'content.invalid'],
    [0x08, 'provider.unavailable'],
    [0x0a, 'sender.not_registered'],
    [0x0b, 'recipient.invalid_address'],
    [0x0e, 'account.auth'],
    [0x14, 'provider.queue_full'],
    [0x45, 'recipient.barred'],
    [0x58, 'throttled'],
    [0x65, 'recipient.unknown'],
    [1025, 'account.credit'],
    [1026, 'throttled'],
    [0x4ff, 'unknown.unspecified'],
    [0xdeadbeef, 'unknown.unspecified'],
  ])('status %i is %s, the account’s own meaning first', (status, expected) => {
    const answer = one(no(status));
    expect(answer.kind === 'rejected' ? answer.reason : answer.kind).toBe(expected);
    expect('raw' in answer && answer.raw).toContain(status.toString(16));
  });

  it('is accepted with the references in the order of the parts when every part is', () => {
    expect(many(ok('a'), ok('b'), ok('c'))).toEqual({ kind: 'accepted', refs: ['a', 'b', 'c'] });
  });

  it('is indeterminate as soon as one part is, and keeps the references that are known', () => {
    expect(many(ok('a'), lost)).toMatchObject({ kind: 'indeterminate', refs: ['a', null] });
    expect(many(lost, no(0x0b))).toMatchObject({ kind: 'indeterminate', refs: [null, null] });
    expect(many(lost, unwritten)).toMatchObject({ kind: 'indeterminate' });
  });

  it('is rejected when a part was refused, and names the parts', () => {
    expect(many(no(0x0b), no(0x0b))).toMatchObject({ kind: 'rejected', reason: 'recipient.invalid_address' });
    const partial = many(ok('a'), no(0x64), ok('c'));
    expect(partial).toMatchObject({ kind: 'rejected', reason: 'network.failure' });
    expect('raw' in partial && partial.raw).toMatch(/part 1\/3: accepted; part 2\/3: .*0x00000064/);
  });

  it('is throttled or unsent only when no part of it got through', () => {
    expect(many(no(0x58), no(0x58)).kind).toBe('throttled');
    expect(many(unwritten, unwritten).kind).toBe('unsent');
    expect(many(ok('a'), no(0x58))).toMatchObject({ kind: 'rejected', reason: 'provider.throttled' });
    expect(many(ok('a'), unwritten)).toMatchObject({ kind: 'rejected', reason: 'provider.unavailable' });
  });

  it('meets the receipt under one reference whatever the carrier’s form of ids (D-05)', () => {
    const pairs = [
      ['as_is', 'as_is', 'Ab-01', 'Ab-01'],
      ['hex', 'decimal', '1A2b', '6699'],
      ['decimal', 'hex', '6699', '1a2B'],
      ['strip_zeros', 'strip_zeros', '0000123', '123'],
      ['case_fold', 'case_fold', '0A-bC', '0a-BC'],
      ['hex', 'decimal', 'ffffffffffffffffffff', '1208925819614629174706175'],
    ] as const;
    for (const [response, inReceipt, first, second] of pairs) {
      const change = { message_id_response: response, message_id_receipt: inReceipt };
      const answer = answerToOne(parseSettings('smpp', { ...BASE, ...change }), book, ok(first));
      expect([receipt(`id:${second} stat:DELIVRD`, change)?.ref]).toEqual(
        answer.kind === 'accepted' ? answer.refs : [],
      );
    }
  });
});

describe('smpp: what a receipt says', () => {
  it.each([
    ['id:1 stat:DELIVRD err:000', 'delivered', null],
    ['id:1 stat:ENROUTE err:000', 'enroute', null],
    ['id:1 stat:ACCEPTD err:000', 'enroute', null],
    ['id:1 stat:EXPIRED err:027', 'expired', 'recipient.absent'],
    ['id:1 stat:EXPIRED err:000', 'expired', 'network.expired'],
    ['id:1 stat:UNDELIV err:001', 'undelivered', 'recipient.unknown'],
    ['id:1 stat:UNDELIV err:006', 'undelivered', 'recipient.absent'],
    ['id:1 stat:UNDELIV err:032', 'undelivered', 'recipient.mailbox_full'],
    ['id:1 stat:UNDELIV err:602', 'undelivered', 'sender.auth_failed'],
    ['id:1 stat:UNDELIV err:621', 'undelivered', 'sender.not_registered'],
    ['id:1 stat:UNDELIV err:623', 'undelivered', 'sender.auth_failed'],
    ['id:1 stat:UNDELIV err:631', 'undelivered', 'content.template_mismatch'],
    ['id:1 stat:UNDELIV err:zzz', 'undelivered', 'unknown.unspecified'],
    ['id:1 stat:REJECTD err:013', 'undelivered', 'recipient.barred'],
    ['id:1 stat:REJECTD', 'undelivered', 'content.rejected_spam'],
    ['id:1 stat:DELETED', 'undelivered', 'network.failure'],
    ['id:1 stat:UNKNOWN err:000', 'unknown', 'unknown.unspecified'],
    ['id:1 stat:WHATEVER', 'enroute', null],
  ] as const)('"%s" is %s, %s', (text, verdict, reason) => {
    expect(receipt(text)).toMatchObject({ ref: '1', verdict, reason, raw: text });
  });

  it('S-13: keeps no code that the carrier says back', () => {
    expect(receipt('id:1 stat:DELIVRD err:000 text:483920 is your code')?.raw).toBe(
      'id:1 stat:DELIVRD err:000 text:****** is your code',
    );
  });

  it('asks the account’s own err values first, with and without leading zeros', () => {
    const change = { error_map: { '0a1': 'recipient.opted_out', '1': 'recipient.absent' } };
    expect(receipt('id:1 stat:UNDELIV err:0a1', change)?.reason).toBe('recipient.opted_out');
    expect(receipt('id:1 stat:UNDELIV err:001', change)?.reason).toBe('recipient.absent');
  });

  it('keeps one that nobody can read as evidence that changes nothing (D-10)', () => {
    expect(receipt('no key at all \u0000\u0001')).toEqual({
      ref: UNREADABLE_REF,
      verdict: 'enroute',
      reason: null,
      raw: 'no key at all  ',
    });
  });

  it('reads what people answer: alphabet, numbers and short codes', () => {
    const reply = (fields: Partial<PduInputOf<'deliver_sm'>>, change = {}) => read(fields, change).replies[0];
    const address = { sourceAddr: '12025550001', sourceAddrTon: 1, destinationAddr: '4477', destAddrTon: 3 };
    expect(reply({ ...address, shortMessage: Buffer.from('STOP') })).toEqual({
      from: '+12025550001',
      to: '4477',
      text: 'STOP',
      raw: 'STOP',
      ref: null,
      part: null,
      answered: false,
    });
    expect(reply({ ...address, shortMessage: Buffer.from('STOP') }, { handles_stop: true })?.answered).toBe(true);
    expect(reply({ ...address, dataCoding: 8, shortMessage: Buffer.from('不要', 'utf16le').swap16() })?.text).toBe(
      '不要',
    );
    expect(reply({ ...address, shortMessage: Buffer.from([0x00]) })?.text).toBe('@');
    expect(reply({ ...address, shortMessage: Buffer.from([0xe9]) }, { default_alphabet: 'latin1' })?.text).toBe('é');
    expect(reply({ ...address, sourceAddrTon: 0, shortMessage: Buffer.from('x') })?.from).toBe('+12025550001');
    // A part says where it stands, by its header or by the parameters of its PDU; a header that contradicts itself makes it a whole text.
    const header = Buffer.from([5, 0, 3, 7, 2, 1]);
    const part = { ...address, esmClass: 0x40, shortMessage: Buffer.concat([header, Buffer.from('first ')]) };
    expect(reply(part)).toMatchObject({ text: 'first ', part: { reference: 7, part: 1, total: 2 } });
    const tlvs = [makeTlv('sar_msg_ref_num', 300), makeTlv('sar_total_segments', 2), makeTlv('sar_segment_seqnum', 2)];
    const sar = { ...address, shortMessage: Buffer.from('second'), tlvs };
    expect(reply(sar)).toMatchObject({ text: 'second', part: { reference: 300, part: 2, total: 2 } });
    expect(reply({ ...sar, tlvs: [...tlvs.slice(0, 2), makeTlv('sar_segment_seqnum', 9)] })?.part).toBeNull();
  });
});

describe('smpp: what is written', () => {
  const write = (request: SubmitRequest, change = {}) => {
    const out: Parameters<SubmitWriter['write']>[2] = [];
    if (request.submission.kind === 'sms')
      new SubmitWriter(parseSettings('smpp', { ...BASE, ...change })).write(request, request.submission, out);
    return out;
  };
  const long = makeText(0x1ab, false, gsm('a'.repeat(153), 'rest'));

  it('numbers senders by their kind, and lets the carrier choose where there is none', () => {
    expect(toSourceAddress(settings, '+12025550001')).toEqual({ text: '12025550001', ton: 1, npi: 1 });
    expect(toSourceAddress(settings, '44777')).toEqual({ text: '44777', ton: 3, npi: 0 });
    expect(toSourceAddress(settings, 'Shop 24')).toEqual({ text: 'Shop 24', ton: 5, npi: 0 });
    expect(toSourceAddress(settings, '')).toEqual({ text: '', ton: 0, npi: 0 });
  });

  it('writes a validity in the relative format, whole and bounded', () => {
    expect([1, 300, 86_399, 90_061, 10_000_000].map(toRelativeTime)).toEqual([
      '000000000001000R',
      '000000000500000R',
      '000000235959000R',
      '000001010101000R',
      '000098235959000R',
    ]);
    expect(write(makeText(1))[0]?.validityPeriod).toBe('000000000500000R');
    expect(write(makeText(1), { pass_validity: false })[0]?.validityPeriod).toBeUndefined();
  });

  it('ties parts together as configured', () => {
    const headers = (change: object) =>
      write(long, change).map((pdu) =>
        Buffer.from(pdu.shortMessage ?? [])
          .subarray(0, 7)
          .toString('hex'),
      );
    expect(headers({})).toEqual(['050003ab020161', '050003ab020272']);
    expect(write(long)[0]).toMatchObject({ esmClass: 0x40, destinationAddr: '12025550427' });
    const short = makeText(0x1ab, false, gsm('a'.repeat(152), 'rest'));
    expect(
      write(short, { concatenation: 'udh16' }).map((pdu) =>
        Buffer.from(pdu.shortMessage ?? [])
          .subarray(0, 7)
          .toString('hex'),
      ),
    ).toEqual(['06080401ab0201', '06080401ab0202']);
    const sar = write(long, { concatenation: 'sar' });
    expect(
      sar.map((pdu) => pdu.tlvs?.map((tlv) => `${tlv.tag.toString(16)}=${Buffer.from(tlv.value).toString('hex')}`)),
    ).toEqual([
      ['20c=01ab', '20e=02', '20f=01'],
      ['20c=01ab', '20e=02', '20f=02'],
    ]);
    const [whole, ...none] = write(long, { concatenation: 'payload' });
    expect([none.length, whole?.shortMessage, whole?.tlvs?.[0]?.value.length]).toEqual([0, undefined, 157]);
  });

  it('falls back to the short header where a full part has no room for the long one', () => {
    expect(
      write(long, { concatenation: 'udh16' }).every(
        (pdu) => (pdu.shortMessage?.length ?? 0) <= 159 && pdu.shortMessage?.[0] === 5,
      ),
    ).toBe(true);
    const wide = makeText(1, false, [
      { encoding: 'ucs2', text: '界'.repeat(67) },
      { encoding: 'ucs2', text: '界' },
    ]);
    expect(write(wide, { concatenation: 'udh16' }).every((pdu) => (pdu.shortMessage?.length ?? 0) <= 140)).toBe(true);
  });

  it('speaks the account’s alphabet and says which character has no place in it', () => {
    expect(write(makeText(1, false, gsm('@€')))[0]).toMatchObject({
      dataCoding: 0,
      shortMessage: Buffer.from([0, 0x1b, 0x65]),
    });
    expect(write(makeText(1, false, gsm('@é')), { default_alphabet: 'latin1', data_coding_gsm: 3 })[0]).toMatchObject({
      dataCoding: 3,
      shortMessage: Buffer.from([0x40, 0xe9]),
    });
    expect(() => write(makeText(1, false, gsm('€')), { default_alphabet: 'latin1' })).toThrow(/U\+20AC/);
  });
});
