import type { SubmitRequest } from '@signalbox/contracts';

/** What may stand between {{ and }} in a body template, with what it is replaced by. */
export const PLACEHOLDERS = {
  to: 'the recipient: E.164 with "+", or the mail address',
  to_digits: 'the number without "+"',
  from: 'the sender; the field is left out when the message has none',
  text: 'the text, the text body of a mail, or what a call reads aloud',
  locale: 'the language a call is spoken in, such as es or pt-BR',
  html: 'the HTML body of a mail',
  subject: 'the subject of a mail',
  reference: 'our reference of the attempt, unique for ever',
  callback_url: 'the address the vendor shall report to',
  valid_for_seconds: 'seconds until the message loses its worth, as a number',
  dlt_entity_id: 'India: id of the principal entity; left out of texts that need none',
  dlt_template_id: 'India: id of the content template',
  dlt_telemarketer_ids: 'India: ids of the telemarketers, joined by commas, the delivering one last',
  dlt_chain_hash: 'India: SHA-256 over the ids of the chain',
} as const;

type Values = Readonly<Record<keyof typeof PLACEHOLDERS, string | number | null>>;

const ANY = /\{\{\s*([^{}]*?)\s*\}\}/g;
const WHOLE = /^\{\{\s*([a-z_]+)\s*\}\}$/;
const MAX_DEPTH = 8;

/** The names used in a template that are no placeholders; empty when all is well. */
export function findUnknownPlaceholders(
  template: unknown,
  known: Readonly<Record<string, string>> = PLACEHOLDERS,
): string[] {
  const found = JSON.stringify(template) ?? '';
  return [...found.matchAll(ANY)].map((match) => match[1] ?? '').filter((name) => !Object.hasOwn(known, name));
}

/** The values of one request. */
export function valuesOf(request: SubmitRequest, defaultFrom: string, callbackUrl: string): Values {
  const { submission } = request;
  const mail = submission.kind === 'email' ? submission : null;
  const dlt = submission.kind === 'sms' ? submission.dlt : undefined;
  return {
    to: submission.to,
    to_digits: submission.to.replace(/^\+/, ''),
    from: submission.from ?? (defaultFrom === '' ? null : defaultFrom),
    text: submission.kind === 'sms' ? submission.parts.map((part) => part.text).join('') : submission.text,
    locale: submission.kind === 'voice' ? submission.locale : null,
    html: mail?.html ?? null,
    subject: mail?.subject ?? null,
    reference: request.attemptRef,
    callback_url: callbackUrl === '' ? null : callbackUrl,
    valid_for_seconds: Math.max(1, Math.floor(request.validForSeconds)),
    dlt_entity_id: dlt?.entityId ?? null,
    dlt_template_id: dlt?.templateId ?? null,
    dlt_telemarketer_ids: dlt === undefined || dlt.chainIds.length === 0 ? null : dlt.chainIds.join(','),
    dlt_chain_hash: dlt?.chainHash ?? null,
  };
}

/**
 * Fills a template. Values are put into the tree, never into text that is parsed afterwards, so nothing a message holds can change the
 * form of the body. A field that is one placeholder without a value is left out.
 */
export function fillTemplate(template: unknown, values: Readonly<Record<string, unknown>>, depth = 0): unknown {
  if (typeof template === 'string') return fillText(template, values);
  if (typeof template !== 'object' || template === null || depth > MAX_DEPTH) return template;
  if (Array.isArray(template)) return template.map((item) => fillTemplate(item, values, depth + 1) ?? null);
  const filled: [string, unknown][] = [];
  for (const [name, item] of Object.entries(template)) {
    const value = fillTemplate(item, values, depth + 1);
    if (value !== undefined) filled.push([name, value]);
  }
  return Object.fromEntries(filled);
}

function fillText(text: string, values: Readonly<Record<string, unknown>>): unknown {
  const whole = WHOLE.exec(text)?.[1];
  if (whole !== undefined && Object.hasOwn(values, whole)) return values[whole] ?? undefined;
  return text.replace(ANY, (_match, name: string) => String(values[name] ?? ''));
}

/** Writes a filled template as a form (application/x-www-form-urlencoded): one field for each top-level entry. */
export function toForm(filled: unknown): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(filled ?? {})) {
    form.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  return form.toString();
}
