import type { FormField } from '@signalbox/contracts';

/** The text a stored secret reads as; it is never the secret. */
const STORED = 'stored';

/** The groups of a form in their order. */
export const GROUPS = [
  'address',
  'account',
  'limits',
  'message',
  'receipts',
  'advanced',
] as const satisfies FormField['group'][];

/** A value of the form: what its control holds. */
export type FieldValue = string | number | boolean | readonly string[] | null | undefined;

/** True when the provider has this secret already. */
export function isSecretStored(field: FormField, settings: Record<string, unknown>): boolean {
  return field.kind === 'secret' && settings[field.name] === STORED;
}

/** What the controls begin with: stored settings, else defaults; JSON as indented text; a stored secret as nothing. */
export function valuesOf(fields: readonly FormField[], settings: Record<string, unknown>): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {};
  for (const field of fields) {
    const stored = settings[field.name];
    if (field.kind === 'secret') values[field.name] = '';
    else if (stored === undefined || stored === null)
      values[field.name] = field.default ?? (field.kind === 'list' ? [] : undefined);
    else if (field.kind === 'json') values[field.name] = JSON.stringify(stored, null, 2);
    else values[field.name] = stored as FieldValue;
  }
  return values;
}

/** The settings to save: empty fields left out, JSON read, a secret only when a new one was typed. Names fields whose JSON cannot be read. */
export function settingsOf(
  fields: readonly FormField[],
  values: Record<string, FieldValue>,
): { settings: Record<string, unknown>; unreadable: string[] } {
  const settings: Record<string, unknown> = {};
  const unreadable: string[] = [];
  for (const { name, kind } of fields) {
    const value = values[name];
    const isEmpty =
      value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (isEmpty) continue;
    if (kind !== 'json') {
      settings[name] = value;
      continue;
    }
    try {
      settings[name] = JSON.parse(String(value));
    } catch {
      unreadable.push(name);
    }
  }
  return { settings, unreadable };
}

/** The field of the form that a path of the api names, such as `settings.host` or `settings.codes.0.reason`. */
export function fieldOfPath(path: string, fields: readonly FormField[]): string | undefined {
  if (path === 'name' || path === 'protocol') return path;
  const [first = ''] = path.replace(/^settings\./, '').split('.');
  return fields.find(({ name }) => name === first)?.name;
}
