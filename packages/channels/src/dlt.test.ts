import type { DltIds, SubmitRequest } from '@signalbox/contracts';
import { decodePdu, encodePdu, findTlv, type SubmitSm } from '@signalbox/smpp';
import { describe, expect, it } from 'vitest';
import { makeVendorText } from './http/foreign-vendor.case.ts';
import { toWire } from './http/translate.ts';
import { manifestOf, parseSettings } from './manifests.ts';
import { readDelivered } from './smpp/receipts.ts';
import { answerToOne, StatusBook } from './smpp/tally.ts';
import { SubmitWriter } from './smpp/translate.ts';

const BASE = { host: '127.0.0.1', system_id: 'acme' };
const IDS: DltIds = {
  entityId: '1101000000000000001',
  templateId: '1107000000000000001',
  chainIds: ['1202000000000000002', '1302000000000000003'],
  chainHash: '127530613b15515ad526a3440d9ef44a0e13a2dadd18c4cbebb9ce3ca1ed9437',
};
const long = 'a'.repeat(153);
const text = (dlt: DltIds | undefined, ...parts: string[]): SubmitRequest => ({
  attemptRef: 'ref-1',
  validForSeconds: 300,
  urgent: false,
  environment: 'live',
  submission: {
    kind: 'sms',
    to: '+919876543210',
    from: 'ACMEIN',
    parts: parts.map((part) => ({ encoding: 'gsm7', text: part })),
    reference: 7,
    ...(dlt === undefined ? {} : { dlt }),
  },
});
function write(request: SubmitRequest, change: object): SubmitSm[] {
  const out: SubmitSm[] = [];
  if (request.submission.kind === 'sms')
    new SubmitWriter(parseSettings('smpp', { ...BASE, ...change })).write(request, request.submission, out);
  return out;
}
/** What stands in the parameters of a submit after it went over the wire. */
function idsOf(pdu: SubmitSm, tags = [0x1400, 0x1401, 0x1402]): (string | undefined)[] {
  const decoded = decodePdu(encodePdu({ command: 'submit_sm', ...pdu }));
  if (decoded.kind !== 'pdu' || decoded.pdu.command !== 'submit_sm') throw new Error('the submit cannot be read');
  const { tlvs } = decoded.pdu;
  return tags.map((tag) => {
    const found = findTlv(tlvs ?? [], tag);
    return found === undefined ? undefined : Buffer.from(found.value).toString('latin1');
  });
}

describe('the ids of India’s ledgers over SMPP', () => {
  it.each(['udh8', 'udh16', 'sar', 'payload'])('stand on every part of a long text tied by %s', (concatenation) => {
    const pdus = write(text(IDS, long, 'rest'), { dlt: 'hash', concatenation });
    expect(pdus.map((pdu) => idsOf(pdu))).toEqual(pdus.map(() => [IDS.entityId, IDS.templateId, IDS.chainHash]));
    expect(pdus).toHaveLength(concatenation === 'payload' ? 1 : 2);
  });

  it.each([
    ['off', [undefined, undefined, undefined]],
    ['ids', [IDS.entityId, IDS.templateId, undefined]],
    ['list', [IDS.entityId, IDS.templateId, '1202000000000000002,1302000000000000003']],
    ['hash', [IDS.entityId, IDS.templateId, IDS.chainHash]],
  ])('with "%s" are what the provider asked for', (dlt, ids) => {
    expect(write(text(IDS, 'hello'), { dlt }).map((pdu) => idsOf(pdu))).toEqual([ids]);
  });

  it('stand under the tags of the provider, with a zero octet behind where it wants one, and on no text without them', () => {
    const change = { dlt: 'ids', dlt_entity_tag: 0x1500, dlt_template_tag: 0x1501, dlt_terminated: true };
    expect(write(text(IDS, 'hello'), change).map((pdu) => idsOf(pdu, [0x1500, 0x1501]))).toEqual([
      [`${IDS.entityId}\0`, `${IDS.templateId}\0`],
    ]);
    expect(write(text(undefined, 'hello'), { dlt: 'hash' }).map((pdu) => idsOf(pdu))).toEqual([
      [undefined, undefined, undefined],
    ]);
  });

  it('and the codes of operators mean what they mean in India, at accounts that carry them and not at others', () => {
    const answer = (status: number, dlt: string) => {
      const settings = parseSettings('smpp', { ...BASE, dlt });
      const answered = answerToOne(settings, new StatusBook(settings), {
        kind: 'response',
        status,
        messageId: '',
        latencyMs: 1,
      });
      return answered.kind === 'rejected' ? answered.reason : answered.kind;
    };
    expect([633, 616, 650, 0xc3, 9025].map((status) => answer(status, 'hash'))).toEqual([
      'content.template_mismatch',
      'sender.not_registered',
      'policy.preference_blocked',
      'content.template_mismatch',
      'content.template_mismatch',
    ]);
    expect([633, 0xc3].map((status) => answer(status, 'off'))).toEqual(['unknown.unspecified', 'provider.protocol']);
    expect(answer(0x0b, 'hash')).toBe('recipient.invalid_address');
  });

  it('and so do receipts', () => {
    const receipt = (err: string, dlt: string) => {
      const shortMessage = Buffer.from(`id:1 stat:UNDELIV err:${err}`);
      const decoded = decodePdu(encodePdu({ command: 'deliver_sm', esmClass: 4, shortMessage }));
      if (decoded.kind !== 'pdu' || decoded.pdu.command !== 'deliver_sm') throw new Error('the receipt cannot be read');
      return readDelivered(parseSettings('smpp', { ...BASE, dlt }), [{ ...decoded.pdu, tail: undefined }]).receipts[0]
        ?.reason;
    };
    expect(['642', '651', '437', '006'].map((err) => receipt(err, 'hash'))).toEqual([
      'content.url_not_allowed',
      'policy.quiet_hours',
      'policy.preference_blocked',
      'recipient.absent',
    ]);
    expect([receipt('642', 'off'), receipt('437', 'off')]).toEqual(['content.url_not_allowed', 'unknown.unspecified']);
  });
});

describe('the ids of India’s ledgers at an HTTP vendor', () => {
  const HTTP = { base_url: 'https://api.example.com', auth_secret: 'tok-3f9d2c7a51' };
  const body = {
    to: '{{to}}',
    principalEntityId: '{{dlt_entity_id}}',
    contentTemplateId: '{{dlt_template_id}}',
    telemarketerId: '{{dlt_telemarketer_ids}}',
    chain: '{{dlt_chain_hash}}',
  };

  it('stand in the fields of the vendor, and are left out of texts that need none', () => {
    const settings = parseSettings('http', { ...HTTP, body });
    expect(JSON.parse(toWire(settings, text(IDS, 'hello')).body ?? '')).toEqual({
      to: '+919876543210',
      principalEntityId: IDS.entityId,
      contentTemplateId: IDS.templateId,
      telemarketerId: '1202000000000000002,1302000000000000003',
      chain: IDS.chainHash,
    });
    expect(JSON.parse(toWire(settings, makeVendorText(1)).body ?? '')).toEqual({ to: '+12025550001' });
  });

  it('a vendor passes on what its body names: nothing, ids, or the chain too', () => {
    const carries = (given: object) => manifestOf('http').dltOf?.({ body: given });
    expect(carries({ to: '{{to}}' })).toBe('none');
    expect(carries({ t: '{{ dlt_template_id }}' })).toBe('ids');
    expect(carries(body)).toBe('chain');
    expect(['off', 'ids', 'list', 'hash'].map((dlt) => manifestOf('smpp').dltOf?.({ dlt }))).toEqual([
      'none',
      'ids',
      'chain',
      'chain',
    ]);
  });
});
