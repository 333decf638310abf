import type { InboundReceipt } from '@signalbox/contracts';

/** The network a provider names: MCC and MNC as digits, whatever it puts between them. Nothing for what is no such code: MCCs of mobile networks begin with 2 to 7. */
export function networkIn(text: string | undefined): Pick<InboundReceipt, 'network'> {
  const code = text?.replaceAll(/[\s\0:/-]/g, '') ?? '';
  return /^[2-7]\d{4,5}$/.test(code) ? { network: code } : {};
}
