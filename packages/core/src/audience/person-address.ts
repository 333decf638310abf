/**
 * The spelling under which a person is known to suppressions, consents and caps. RFC 5321 section 2.4 leaves the case of a local part to
 * its mail server, which is why a mail goes out as it was asked for; in practice no server tells two people apart by it, and an opt-out
 * must hold however the address is written next time. Numbers have no case.
 */
export function personAddress(address: string): string {
  return address.toLowerCase();
}
