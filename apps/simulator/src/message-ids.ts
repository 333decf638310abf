import type { IdForm } from './behaviour.ts';
import type { Random } from './random.ts';

export interface MessageIds {
  /** As named in the answer to the submit. */
  response: string;
  /** As named in the receipt: carriers that differ here are common. */
  receipt: string;
}

/** Gives ids that no earlier run gave (except where the form is to recycle them). */
export function createIdGiver(random: Random): (form: IdForm) => MessageIds {
  let serial = Math.floor(Date.now() / 1000) * 100_000;
  return (form) => {
    serial += 1;
    const decimal = String(serial);
    const hex = serial.toString(16);
    switch (form) {
      case 'decimal':
        return { response: decimal, receipt: decimal };
      case 'hex':
        return { response: hex, receipt: hex };
      case 'hex_upper_response_decimal_receipt':
        return { response: hex.toUpperCase(), receipt: decimal };
      case 'decimal_response_hex_receipt':
        return { response: decimal, receipt: hex };
      case 'zero_padded':
        return { response: decimal.padStart(20, '0'), receipt: decimal };
      case 'case_change':
        return { response: `a${hex}`, receipt: `A${hex.toUpperCase()}` };
      case 'recycled': {
        const id = String(1000 + (serial % 50));
        return { response: id, receipt: id };
      }
      case 'uuid36': {
        const id = uuid(serial, random);
        return { response: id, receipt: id };
      }
    }
  };
}

/** 36 characters in the usual groups; the first twelve are the serial, so no two are alike whatever the seed. */
function uuid(serial: number, random: Random): string {
  const word = () =>
    Math.floor(random.next() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  const tail = `${word()}${word()}${word()}`;
  const head = serial.toString(16).padStart(12, '0');
  return `${head.slice(0, 8)}-${head.slice(8)}-4${tail.slice(0, 3)}-a${tail.slice(3, 6)}-${tail.slice(6, 18)}`;
}
