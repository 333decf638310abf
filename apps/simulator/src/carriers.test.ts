import { describe, expect, test } from 'vitest';
import { decodeGsm7, decodeUcs2, encodeGsm7, encodeUcs2 } from './alphabets.ts';
import { smppDefaults } from './behaviour.ts';
import { carrierCards } from './carriers.ts';
import { drawFate } from './fate.ts';
import { findMagicMailbox, findMagicNumber, magicNumbers } from './magic-numbers.ts';
import { createIdGiver } from './message-ids.ts';
import { createRandom } from './random.ts';
import { readShortMessage, writeShortMessage } from './short-message.ts';
import { createSubmitLog } from './submit-log.ts';

const submit = {
  carrier: 'aurora',
  session: 's',
  sequence: 1,
  destination: '+1',
  from: 'A',
  part: null,
  decision: 'accepted',
  id: '1',
  status: 0,
  text: 'x',
  reference: null,
} as const;

describe('magic numbers', () => {
  test('are whole codes after 9900 and no number of a counted series', () => {
    expect(findMagicNumber('+5255129900' + '01')?.code).toBe('01');
    for (let i = 0; i < 1000; i += 1) expect(findMagicNumber(`+5255880${String(i).padStart(5, '0')}`)).toBeUndefined();
    expect(findMagicNumber('+525512990099')).toBeUndefined();
    expect(new Set(magicNumbers.map(({ code }) => code)).size).toBe(magicNumbers.length);
    expect(findMagicMailbox('Bounce-550@example.com')?.code).toBe(550);
    expect(findMagicMailbox('ana@example.com')).toBeUndefined();
  });
});

describe('alphabets', () => {
  test('read what TS 23.038 lays down, octet by octet', () => {
    expect(decodeGsm7(Buffer.from([0x00, 0x02, 0x09, 0x0d, 0x10, 0x24, 0x40, 0x5f, 0x60, 0x7d, 0x7f]))).toBe(
      '@$Ç\rΔ¤¡§¿ñà',
    );
    expect(decodeGsm7(Buffer.from([0x1b, 0x65, 0x1b, 0x3c, 0x1b, 0x3e, 0x1b, 0x14, 0x1b, 0x2f]))).toBe('€[]^\\');
    expect(decodeGsm7(Buffer.from([0x1b, 0x41, 0x1b]))).toBe('A');
    expect(decodeUcs2(Buffer.from('d83dde9a00', 'hex'))).toBe('🚚');
  });

  test('write back what they read, for every character they know', () => {
    const known = Array.from({ length: 128 }, (_, code) => decodeGsm7(Buffer.from([code])))
      .filter((char) => char !== '')
      .join('');
    expect(decodeGsm7(encodeGsm7(`${known}^{}\\[~]|€`) ?? Buffer.alloc(0))).toBe(`${known}^{}\\[~]|€`);
    expect(encodeGsm7('ç')).toBeNull();
    expect(decodeUcs2(encodeUcs2('日本👍🏽'))).toBe('日本👍🏽');
  });

  test('a broken user data header is text, never an error', () => {
    for (const hex of ['', 'ff', '05', '0500', '050003', '05000300', '0608040001', '00', '0301ff00']) {
      expect(() =>
        readShortMessage({ esm_class: 0x40, data_coding: 0, short_message: Buffer.from(hex, 'hex') }),
      ).not.toThrow();
    }
    expect(readShortMessage({ esm_class: 0x40, short_message: Buffer.from('05000301020361', 'hex') })).toMatchObject({
      part: null,
      text: 'a',
    });
  });

  test('a long reply is cut between characters, never inside one', () => {
    for (const text of [`${'x'.repeat(152)}€ and more ${'y'.repeat(30)}`, '👍🏽'.repeat(60)]) {
      const parts = writeShortMessage(text, 7).map((part) =>
        readShortMessage({ esm_class: part.esmClass, data_coding: part.dataCoding, short_message: part.payload }),
      );
      expect(parts.length).toBeGreaterThan(1);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      for (const part of parts) expect(part.text.isWellFormed()).toBe(true);
    }
  });
});

describe('chance', () => {
  test('is the same for the same seed and another for another', () => {
    const draw = (seed: number) => Array.from({ length: 20 }, createRandom(seed).next);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  test('gives each share its part', () => {
    const random = createRandom(3);
    const receipt = {
      ...smppDefaults.receipt,
      loss: 0.25,
      errors: [{ stat: 'UNDELIV' as const, err: '001', share: 0.3 }],
    };
    const fates = Array.from({ length: 10_000 }, () => drawFate(receipt, undefined, random));
    expect(fates.filter(({ stat }) => stat === 'UNDELIV').length / 10_000).toBeCloseTo(0.3, 1);
    expect(fates.filter(({ receipts }) => receipts.length === 0).length / 10_000).toBeCloseTo(0.25, 1);
    expect(fates.every(({ stat, reachesPhone }) => reachesPhone === (stat === 'DELIVRD'))).toBe(true);
  });

  test('never gives an id twice, except in the form that recycles', () => {
    const give = createIdGiver(createRandom(1));
    for (const form of ['decimal', 'hex', 'uuid36', 'zero_padded', 'case_change'] as const) {
      expect(new Set(Array.from({ length: 1000 }, () => give(form).response)).size).toBe(1000);
    }
    expect(new Set(Array.from({ length: 1000 }, () => give('recycled').response)).size).toBe(50);
  });
});

test('a full log drops the oldest, says how many, and keeps receipts with their submit', () => {
  const log = createSubmitLog({ capacity: 3 });
  const seqs = Array.from({ length: 5 }, (_, i) => log.record({ ...submit, sequence: i }));
  log.receiptAnswered(log.receiptSent(1, { stat: 'DELIVRD', err: '000', form: 'text' }), 0);
  log.receiptSent(4, { stat: 'DELIVRD', err: '000', form: 'text' });
  const page = log.read(0, 10);
  expect(page).toMatchObject({ dropped: 2, total: 3, next_after: 5 });
  expect(page.data.map(({ seq, sequence, receipts }) => [seq, sequence, receipts.length])).toEqual([
    [3, 2, 0],
    [4, 3, 1],
    [5, 4, 0],
  ]);
  log.receiptAnswered(log.receiptSent(5, { stat: 'UNDELIV', err: '001', form: 'tlv' }), 8);
  expect(log.read(4, 1).data[0]?.receipts).toMatchObject([{ stat: 'UNDELIV', err: '001', form: 'tlv', answer: 8 }]);
  log.clear();
  expect(log.read(0, 10)).toMatchObject({ data: [], dropped: 0, total: 0 });
  expect(log.record(submit)).toBe(seqs.length + 1);
  expect(log.read(0, 10).data).toHaveLength(1);
});

test('a log pages over many thousand entries without a gap, long texts and all', () => {
  const log = createSubmitLog({ capacity: 20_000 });
  const text = (i: number) => `${i}é`.repeat(i % 997 === 0 ? 500 : 1);
  for (let i = 1; i <= 30_000; i += 1) log.record({ ...submit, sequence: i, text: text(i) });
  const seen: number[] = [];
  for (let after = 0; ; ) {
    const page = log.read(after, 3000);
    if (page.data.length === 0) break;
    for (const entry of page.data) {
      seen.push(entry.seq);
      if (entry.text !== text(entry.seq)) throw new Error(`text of ${entry.seq} is not its own`);
    }
    after = page.next_after;
  }
  expect([seen.length, seen[0], seen.at(-1)]).toEqual([20_000, 10_001, 30_000]);
});

test('credentials keep within the lengths of SMPP 3.4', () => {
  for (const card of carrierCards) {
    expect(card.kind === 'http' ? 0 : card.password.length).toBeLessThanOrEqual(8);
    if (card.kind === 'smpp') expect(card.systemId.length).toBeLessThanOrEqual(15);
  }
});
