import { formatPhone } from '#format/phone.ts';

/** A number in groups, or a mail address as it is. */
export function AddressCell(props: { address: string }) {
  return <span className="num">{formatPhone(props.address)}</span>;
}
