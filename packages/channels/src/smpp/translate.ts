import type { DltIds, SmsPart, SmsSubmission, SubmitRequest } from '@signalbox/contracts';
import { buildConcatenation, encodeText, joinUdh, makeTlv, type SubmitSm, type Tlv } from '@signalbox/smpp';
import type { SmppSettings } from './settings.ts';

const UDH = 0x40;
const MAX_CACHED = 4096;
/** Octets of a GSM part that leave no room for the longer header: 160 septets less 8, and 140 octets less 7 (3GPP TS 23.040). */
const WIDE_ROOM = { gsm7: 152, ucs2: 132 } as const;

interface Address {
  text: string;
  ton: number;
  npi: number;
}

/**
 * Turns submissions into submit_sm of one account. What repeats from message to message (the sender's numbering, the validity) is made
 * once, for this runs a hundred thousand times a second.
 */
export class SubmitWriter {
  readonly #settings: SmppSettings;
  readonly #senders = new Map<string, Address>();
  readonly #validities = new Map<number, string>();
  readonly #serviceType: string | undefined;

  constructor(settings: SmppSettings) {
    this.#settings = settings;
    this.#serviceType = settings.service_type === '' ? undefined : settings.service_type;
  }

  /**
   * Appends the submit_sm of one text to `out`, one for each part (one for all with `payload`), and returns how many. Throws EncodeError, with `out` as it was, when a
   * character is not in the account's alphabet.
   */
  write(request: SubmitRequest, submission: SmsSubmission, out: SubmitSm[]): number {
    const { parts } = submission;
    const start = out.length;
    try {
      const [first] = parts;
      if (first !== undefined && parts.length === 1) this.#writeSingle(request, submission, first, out);
      else if (this.#settings.concatenation === 'payload') this.#writePayload(request, submission, out);
      else if (this.#settings.concatenation === 'sar') this.#writeSar(request, submission, out);
      else this.#writeUdh(request, submission, out);
    } catch (error) {
      out.length = start;
      throw error;
    }
    return out.length - start;
  }

  #writeSingle(request: SubmitRequest, submission: SmsSubmission, part: SmsPart, out: SubmitSm[]): void {
    out.push(this.#base(request, submission, part.encoding, this.#encode(part), 0));
  }

  #writeUdh(request: SubmitRequest, submission: SmsSubmission, out: SubmitSm[]): void {
    const { parts, reference } = submission;
    const contents = parts.map((part) => this.#encode(part));
    const hasRoom = parts.every((part, index) => (contents[index]?.length ?? 0) <= WIDE_ROOM[part.encoding]);
    const wide = this.#settings.concatenation === 'udh16' && hasRoom;
    for (const [index, part] of parts.entries()) {
      const header = buildConcatenation({
        reference: reference & (wide ? 0xffff : 0xff),
        total: parts.length,
        part: index + 1,
        wide,
      });
      out.push(
        this.#base(request, submission, part.encoding, joinUdh(header, contents[index] ?? new Uint8Array()), UDH),
      );
    }
  }

  #writeSar(request: SubmitRequest, submission: SmsSubmission, out: SubmitSm[]): void {
    const { parts, reference } = submission;
    for (const [index, part] of parts.entries()) {
      const pdu = this.#base(request, submission, part.encoding, this.#encode(part), 0);
      pdu.tlvs = [
        ...(pdu.tlvs ?? []),
        makeTlv('sar_msg_ref_num', reference & 0xffff),
        makeTlv('sar_total_segments', parts.length),
        makeTlv('sar_segment_seqnum', index + 1),
      ];
      out.push(pdu);
    }
  }

  #writePayload(request: SubmitRequest, submission: SmsSubmission, out: SubmitSm[]): void {
    const encoding = submission.parts.some((part) => part.encoding === 'ucs2') ? 'ucs2' : 'gsm7';
    const text = submission.parts.map((part) => part.text).join('');
    const pdu = this.#base(request, submission, encoding, undefined, 0);
    pdu.tlvs = [...(pdu.tlvs ?? []), makeTlv('message_payload', this.#encode({ encoding, text }))];
    out.push(pdu);
  }

  #encode(part: SmsPart): Uint8Array {
    if (part.encoding === 'ucs2') return encodeText(part.text, 'ucs2');
    return encodeText(part.text, this.#settings.default_alphabet === 'latin1' ? 'latin1' : 'gsm7');
  }

  #base(
    request: SubmitRequest,
    submission: SmsSubmission,
    encoding: SmsPart['encoding'],
    shortMessage: Uint8Array | undefined,
    esmClass: number,
  ): SubmitSm {
    const settings = this.#settings;
    const sender = this.#sender(submission.from ?? settings.default_from);
    const to = submission.to;
    return {
      serviceType: this.#serviceType,
      sourceAddrTon: sender.ton,
      sourceAddrNpi: sender.npi,
      sourceAddr: sender.text,
      destAddrTon: settings.dest_ton,
      destAddrNpi: settings.dest_npi,
      destinationAddr: to.charCodeAt(0) === 43 ? to.slice(1) : to,
      esmClass,
      validityPeriod: settings.pass_validity ? this.#validity(request.validForSeconds) : undefined,
      registeredDelivery: settings.registered_delivery,
      dataCoding: encoding === 'ucs2' ? settings.data_coding_ucs2 : settings.data_coding_gsm,
      shortMessage,
      tlvs: submission.dlt === undefined || settings.dlt === 'off' ? undefined : dltTlvs(settings, submission.dlt),
    };
  }

  #sender(from: string): Address {
    const known = this.#senders.get(from);
    if (known) return known;
    if (this.#senders.size >= MAX_CACHED) this.#senders.clear();
    const address = toSourceAddress(this.#settings, from);
    this.#senders.set(from, address);
    return address;
  }

  #validity(seconds: number): string {
    const whole = Math.max(1, Math.floor(seconds));
    const known = this.#validities.get(whole);
    if (known) return known;
    if (this.#validities.size >= MAX_CACHED) this.#validities.clear();
    const text = toRelativeTime(whole);
    this.#validities.set(whole, text);
    return text;
  }
}

/** The ids of India's ledgers: every part carries them, or the operator cannot put the parts together for its check. */
function dltTlvs(settings: SmppSettings, { entityId, templateId, chainIds, chainHash }: DltIds): Tlv[] {
  const chain = settings.dlt === 'hash' ? chainHash : settings.dlt === 'list' ? chainIds.join(',') : null;
  const octets = (text: string) => Buffer.from(settings.dlt_terminated ? `${text}\0` : text, 'latin1');
  return [
    { tag: settings.dlt_entity_tag, value: octets(entityId) },
    { tag: settings.dlt_template_tag, value: octets(templateId) },
    ...(chain === null ? [] : [{ tag: settings.dlt_chain_tag, value: octets(chain) }]),
  ];
}

/** The source address of a sender by its kind: `+` number, short code (up to 8 digits), name; empty lets the carrier choose. */
export function toSourceAddress(settings: SmppSettings, from: string): Address {
  if (from === '') return { text: '', ton: 0, npi: 0 };
  if (/^\+\d+$/.test(from) || /^\d{9,}$/.test(from)) {
    return { text: from.replace('+', ''), ton: settings.ton_international, npi: settings.npi_international };
  }
  if (/^\d+$/.test(from)) return { text: from, ton: settings.ton_short_code, npi: settings.npi_short_code };
  return { text: from, ton: settings.ton_alphanumeric, npi: settings.npi_alphanumeric };
}

/** Seconds as the relative time format YYMMDDhhmmss000R (SMPP 3.4 section 7.1.1), at most 99 days. */
export function toRelativeTime(seconds: number): string {
  const capped = Math.min(seconds, 99 * 86_400 - 1);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `0000${two(capped / 86_400)}${two((capped / 3600) % 24)}${two((capped / 60) % 60)}${two(capped % 60)}000R`;
}
