import { type ImportField, LanguageTag } from '@signalbox/contracts';
import { parseLocalNumber, parseMailbox, parseNumber, personAddress } from '@signalbox/core';
import type { OptInListRow } from '@signalbox/db';

/** A person of a file whose row is right. */
export interface FilePerson {
  address: string;
  locale: string;
  givenAtMs: number;
  ip: string | null;
  reference: string | null;
  line: number;
  /** Whether the address was written another way in the file. */
  isFixed: boolean;
}

/** What is wrong with a row: in which field, by a stable code, in a sentence that repeats nothing of the row. */
export interface RowFault {
  line: number;
  column: string;
  message: string;
  code: string;
}

/** What holds for all rows of a file. */
export interface RowRules {
  given_at?: string | undefined;
  /** The country of numbers that are written without "+". */
  country?: string | undefined;
}

const NAMES: Readonly<Record<ImportField, readonly string[]>> = {
  address: [
    'address',
    'email',
    'mail',
    'e-mail',
    'email_address',
    'phone',
    'number',
    'mobile',
    'msisdn',
    'phone_number',
  ],
  given_at: ['given_at', 'consented_at', 'opted_in_at', 'opt_in_at', 'subscribed_at', 'date', 'at'],
  locale: ['locale', 'language', 'lang'],
  ip: ['ip', 'ip_address', 'optin_ip'],
  reference: ['reference', 'proof', 'ref'],
};

/** The name of a column as it is compared. */
export const foldTitle = (title: string): string => title.trim().toLowerCase().replaceAll(/\s+/g, '_');

/** What the columns of a file hold, by their names; of two with the same meaning the first counts. */
export function fieldsOf(titles: readonly string[]): (ImportField | null)[] {
  const seen = new Set<ImportField>();
  return titles.map((title) => {
    const field = fieldOf(foldTitle(title));
    if (field === null || seen.has(field)) return null;
    seen.add(field);
    return field;
  });
}

const fieldOf = (title: string): ImportField | null =>
  (Object.entries(NAMES).find(([, names]) => names.includes(title))?.[0] as ImportField | undefined) ?? null;

/** Reads a row: a person, or all that is wrong with it. */
export function readPerson(
  list: Pick<OptInListRow, 'channel' | 'wordings'>,
  rules: RowRules,
  cell: (field: ImportField) => string,
  line: number,
  nowMs: number,
): FilePerson | RowFault[] {
  const faults: RowFault[] = [];
  const fault = (column: ImportField, code: string, message: string) =>
    void faults.push({ line, column, code, message });
  const written = cell('address');
  const address = readAddress(list.channel, rules.country, written, (code, message) => fault('address', code, message));
  const givenAt = cell('given_at') || rules.given_at || '';
  const givenAtMs = readInstant(givenAt);
  if (givenAt === '') {
    fault(
      'given_at',
      'given_at_missing',
      'When was the consent given? Fill the column, or say it for the whole file in `given_at`.',
    );
  } else if (givenAtMs === undefined) {
    fault('given_at', 'given_at_unreadable', 'This is no instant: write it as 2026-11-23T09:00:00Z or 2026-11-23.');
  } else if (givenAtMs > nowMs) fault('given_at', 'given_at_future', 'A consent cannot be given in the future.');
  const locale = cell('locale') || Object.keys(list.wordings)[0] || 'en';
  if (!LanguageTag.safeParse(locale).success) {
    fault('locale', 'locale_unknown', 'This is no language: write it as es or pt-BR.');
  }
  for (const [field, longest] of [
    ['ip', 45],
    ['reference', 400],
  ] as const) {
    if (cell(field).length > longest) fault(field, 'too_long', `is longer than ${longest} characters`);
  }
  if (faults.length > 0 || givenAtMs === undefined) return faults;
  return {
    ...{ address, locale, givenAtMs, ip: cell('ip') || null, reference: cell('reference') || null, line },
    isFixed: address !== written,
  };
}

function readAddress(
  channel: OptInListRow['channel'],
  country: string | undefined,
  text: string,
  fault: (code: string, message: string) => void,
): string {
  if (channel !== 'sms') {
    const mailbox = parseMailbox(text);
    if (mailbox.ok) return personAddress(mailbox.address);
    fault(mailbox.code, mailbox.message);
    return '';
  }
  const number = country === undefined ? parseNumber(text) : parseLocalNumber(text, country);
  if (number.ok) return number.e164;
  fault(number.code, number.message);
  return '';
}

/** An instant, or a day, which counts from its first moment in UTC. */
function readInstant(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text)) return undefined;
  const withZone = /(Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10)) || text.length === 10 ? text : `${text}Z`;
  const ms = Date.parse(withZone.replace(' ', 'T'));
  return Number.isNaN(ms) ? undefined : ms;
}
