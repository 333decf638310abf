import type { DltKind } from '@signalbox/contracts';

const SUFFIX_OF: Record<DltKind, string> = {
  promotional: '-P',
  // Service explicit is shown as promotional since it has to keep its hours.
  service_explicit: '-P',
  service_implicit: '-S',
  transactional: '-T',
  government: '-G',
};

/** A header without what the operator puts around it: `VM-ACMEIN-S` is submitted as `ACMEIN`. */
export function bareHeader(sender: string): string {
  return sender.replace(/^[A-Z]{2}-(?=.)/, '').replace(/(?<=.)-[PSTG]$/, '');
}

/** Whether a text has the form of a header: 3 to 6 letters and digits; case counts. */
export const isHeader = (text: string): boolean => /^[A-Za-z0-9]{3,6}$/.test(text);

/** A header as phones in India show it; the two letters of operator and circle are those of the operator that delivers. */
export const shownHeader = (header: string, kind: DltKind): string => `XX-${header}${SUFFIX_OF[kind]}`;
