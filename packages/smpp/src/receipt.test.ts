import fc from 'fast-check';
import { PDU } from 'smpp';
import { describe, expect, it } from 'vitest';
import { decodePdu, encodePdu } from './codec.ts';
import { receiveDataSm } from './data-sm.ts';
import { type MessageInput, type ReceivedMessage, viewMessage } from './message.ts';
import { parseReceipt, type Receipt, receiptText } from './receipt.ts';
import { readReceiptText, stateOfWord } from './receipt-text.ts';
import { encodeText } from './text.ts';
import { makeTlv } from './tlv.ts';

function received(fields: Partial<MessageInput>): ReceivedMessage {
  const bytes = encodePdu({ command: 'deliver_sm', sourceAddr: '447700900001', destinationAddr: 'SHOP', ...fields });
  const view = viewMessage(bytes, 0, bytes.length);
  if (!view) throw new Error('unreadable');
  return view;
}

function receiptOf(fields: Partial<MessageInput>): Receipt {
  const reading = parseReceipt(received({ esmClass: 0x04, ...fields }));
  if (reading.kind !== 'receipt') throw new Error(`read as ${reading.kind}`);
  return reading.receipt;
}

const standard =
  'id:0123456789 sub:001 dlvrd:001 submit date:2601311200 done date:2601311201 stat:DELIVRD err:000 text:Your order';
const byText = (text: string) => receiptOf({ shortMessage: Buffer.from(text, 'latin1') });

describe('what is a receipt', () => {
  it('is told by the message type in esm_class, whatever other bits say', () => {
    for (const esmClass of [0x04, 0x44, 0xc7, 0x20, 0x60]) {
      expect(parseReceipt(received({ esmClass, shortMessage: Buffer.from(standard) })).kind).toBe('receipt');
    }
    for (const esmClass of [0x00, 0x40, 0x08, 0x10, 0x18]) {
      expect(parseReceipt(received({ esmClass, shortMessage: Buffer.from(standard) })).kind).toBe('not_receipt');
    }
  });

  it('an intermediate notification is marked as one', () => {
    expect(receiptOf({ esmClass: 0x20, shortMessage: Buffer.from(standard) }).intermediate).toBe(true);
    expect(receiptOf({ esmClass: 0x04, shortMessage: Buffer.from(standard) }).intermediate).toBe(false);
  });

  it('one without any id is unreadable, never a guess', () => {
    expect(parseReceipt(received({ esmClass: 0x04, shortMessage: Buffer.from('stat:DELIVRD') }))).toEqual({
      kind: 'unreadable',
    });
    expect(parseReceipt(received({ esmClass: 0x04 })).kind).toBe('unreadable');
  });
});

describe('receipts by TLV', () => {
  it('TLVs win over a text that says otherwise', () => {
    const tlvs = [
      makeTlv('receipted_message_id', 'abc'),
      makeTlv('message_state', 5),
      makeTlv('network_error_code', Buffer.of(3, 0, 6)),
    ];
    expect(receiptOf({ tlvs, shortMessage: Buffer.from(standard) })).toEqual({
      messageId: 'abc',
      state: 'undeliverable',
      final: true,
      intermediate: false,
      networkError: { network: 3, code: 6 },
      idFrom: 'tlv',
      text: undefined,
    });
  });

  it('what the TLVs leave out comes from the text', () => {
    const receipt = receiptOf({ tlvs: [makeTlv('receipted_message_id', 'abc')], shortMessage: Buffer.from(standard) });
    expect(receipt).toMatchObject({ messageId: 'abc', state: 'delivered', idFrom: 'tlv' });
    const other = receiptOf({ tlvs: [makeTlv('message_state', 3)], shortMessage: Buffer.from(standard) });
    expect(other).toMatchObject({ messageId: '0123456789', state: 'expired', idFrom: 'text' });
  });

  it('a message id without its NUL is read whole', () => {
    expect(receiptOf({ tlvs: [{ tag: 0x001e, value: Buffer.from('xyz') }] }).messageId).toBe('xyz');
  });

  it('states 0 to 9 have their names, and only six of them are final', () => {
    const states = Array.from({ length: 11 }, (_, n) =>
      receiptOf({ tlvs: [makeTlv('receipted_message_id', '1'), makeTlv('message_state', n)] }),
    );
    expect(states.map(({ state }) => state)).toEqual([
      'scheduled',
      'enroute',
      'delivered',
      'expired',
      'deleted',
      'undeliverable',
      'accepted',
      'unknown',
      'rejected',
      'skipped',
      undefined,
    ]);
    expect(states.map(({ final }) => Number(final)).join('')).toBe('00111100110');
  });

  it('a receipt in data_sm and one written by the npm package smpp are read alike', () => {
    const tlvs = [makeTlv('receipted_message_id', 'q1'), makeTlv('message_state', 2)];
    const decoded = decodePdu(encodePdu({ command: 'data_sm', esmClass: 4, tlvs }));
    if (decoded.kind !== 'pdu' || decoded.pdu.command !== 'data_sm') throw new Error('unreadable');
    const foreign = new PDU('deliver_sm', {
      esm_class: 4,
      receipted_message_id: 'q1',
      message_state: 2,
      short_message: '',
    });
    const bytes = foreign.toBuffer();
    const view = viewMessage(bytes, 0, bytes.length);
    expect(parseReceipt(receiveDataSm(decoded.pdu))).toEqual(view && parseReceipt(view));
    expect(view && parseReceipt(view)).toMatchObject({ kind: 'receipt', receipt: { messageId: 'q1', final: true } });
  });
});

describe('receipts by text (SMPP 3.4 Appendix B and its many dialects)', () => {
  it('the standard form gives every field', () => {
    expect(byText(standard)).toMatchObject({
      messageId: '0123456789',
      state: 'delivered',
      idFrom: 'text',
      text: {
        id: '0123456789',
        sub: '001',
        dlvrd: '001',
        submitDate: '2601311200',
        doneDate: '2601311201',
        stat: 'DELIVRD',
        err: '000',
        text: 'Your order',
      },
    });
  });

  const dialects: ReadonlyArray<readonly [string, string, Record<string, string>]> = [
    ['any order', 'stat:UNDELIV err:006 id:77 done date:2601311201', { id: '77', stat: 'UNDELIV', err: '006' }],
    ['any case', 'ID:7f STAT:Delivrd Err:0A Text:x', { id: '7f', stat: 'Delivrd', err: '0A', text: 'x' }],
    ['underscored keys', 'id:1 submit_date:260131120000 done_date:260131120105', { doneDate: '260131120105' }],
    ['keys run together', 'id:1 subdate:2601311200 donedate:2601311201 status:EXPIRED', { stat: 'EXPIRED' }],
    ['short date key', 'id:1 sub:001 sub date:2601311200', { sub: '001', submitDate: '2601311200' }],
    ['epoch dates', 'id:1 submit date:1769860800 done date:1769860860 stat:DELIVRD', { doneDate: '1769860860' }],
    ['spaces after colons', 'id: 42 sub: 001 stat: REJECTD err: 12', { id: '42', stat: 'REJECTD', err: '12' }],
    ['commas', 'id:42,sub:001,stat:DELIVRD,err:000', { id: '42', sub: '001', stat: 'DELIVRD' }],
    ['lines', 'id:42\r\nstat:DELIVRD\r\nerr:000\r\n', { id: '42', stat: 'DELIVRD', err: '000' }],
    ['dates with signs', 'id:1 done date:2026-01-31 12:01:05 stat:DELIVRD', { doneDate: '2026-01-31 12:01:05' }],
    ['a trailing NUL', 'id:42 stat:DELIVRD\0', { stat: 'DELIVRD' }],
    ['UUID ids', 'id:6f1c-44:a stat:DELIVRD', { id: '6f1c-44:a' }],
    ['empty values', 'id:42 sub: dlvrd: stat:DELIVRD err:', { id: '42', stat: 'DELIVRD' }],
    [
      'a text that looks like a receipt',
      'id:1 stat:DELIVRD text:id:666 stat:REJECTD',
      { id: '1', text: 'id:666 stat:REJECTD' },
    ],
    ['a repeated key', 'id:1 stat:DELIVRD id:2', { id: '1' }],
  ];
  for (const [name, text, fields] of dialects) {
    it(`${name}`, () => expect(readReceiptText(text)).toMatchObject(fields));
  }

  it('the quick reading of the plain form and the patient one (made to run by a space in front) agree', () => {
    const word = fc.stringMatching(/^[0-9A-Za-z]{1,12}$/);
    const digits = fc.stringMatching(/^[0-9]{10,12}$/);
    const text = fc.oneof(fc.string(), fc.constantFrom('id:1 stat:REJECTD', '', ' x', 'x\n\0'));
    fc.assert(
      fc.property(word, word, digits, word, word, text, (id, sub, date, stat, err, body) => {
        const plain = `id:${id} sub:${sub} dlvrd:001 submit date:${date} done date:${date} stat:${stat} err:${err} Text:${body}`;
        expect(readReceiptText(plain)).toEqual(readReceiptText(` ${plain}`));
      }),
    );
  });

  it('a key is only a key as a whole word', () => {
    expect(readReceiptText('uuid:9 id:1')).toEqual({ id: '1' });
  });

  it('text without keys, such as a CSV form, is unreadable rather than wrong', () => {
    expect(readReceiptText('12345,447700900001,DELIVRD,000')).toEqual({});
  });

  it('stat words are known by their first letters in any case', () => {
    const words =
      'DELIVRD delivered EXPIRED DELETED UNDELIV Undeliverable ACCEPTD UNKNOWN REJECTD ENROUTE SCHEDULED SKIPPED';
    expect(words.split(' ').map(stateOfWord)).toEqual([
      'delivered',
      'delivered',
      'expired',
      'deleted',
      'undeliverable',
      'undeliverable',
      'accepted',
      'unknown',
      'rejected',
      'enroute',
      'scheduled',
      'skipped',
    ]);
    expect(stateOfWord('NONSENSE')).toBeUndefined();
    expect(stateOfWord('__proto__')).toBeUndefined();
    expect(stateOfWord('constructor')).toBeUndefined();
  });

  it('ASCII flagged as UCS-2 is read, and true UCS-2 too', () => {
    const shortMessage = Buffer.from('id:5 stat:DELIVRD');
    expect(receiptOf({ dataCoding: 8, shortMessage }).messageId).toBe('5');
    expect(receiptOf({ dataCoding: 8, shortMessage: encodeText('id:5 stat:DELIVRD', 'ucs2') }).messageId).toBe('5');
  });

  it('a header before the text is skipped, and an indicator without a header does no harm', () => {
    const header = Buffer.from('050003010101', 'hex');
    const shortMessage = Buffer.concat([header, Buffer.from('id:5 stat:DELIVRD')]);
    expect(receiptOf({ esmClass: 0x44, shortMessage }).messageId).toBe('5');
    expect(receiptOf({ esmClass: 0x44, shortMessage: Buffer.from('id:5 stat:DELIVRD') }).messageId).toBe('5');
  });

  it('the text may come in message_payload', () => {
    const tlvs = [makeTlv('message_payload', Buffer.from(standard))];
    expect(receiptOf({ tlvs }).messageId).toBe('0123456789');
    expect(receiptText(received({ esmClass: 4, tlvs }))).toBe(standard);
  });

  it('a hostile text of 64 KB is read in linear time', () => {
    const hostile = Buffer.from('id '.repeat(20_000));
    const startedAt = performance.now();
    expect(parseReceipt(received({ esmClass: 4, tlvs: [makeTlv('message_payload', hostile)] })).kind).toBe(
      'unreadable',
    );
    expect(performance.now() - startedAt).toBeLessThan(200);
  });
});
