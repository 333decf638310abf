import {
  type Channel,
  isByPhone,
  type TemplateValue,
  type TemplateVariable,
  type ValueSource,
} from '@signalbox/contracts';

/** What is held of a person that a text may print. */
export interface PersonFields {
  channel: Channel;
  address: string;
  country: string | null;
  locale: string | null;
}

/** The field of a person that a variable of this name prints. */
function fieldOf(name: string, { channel, address, country, locale }: PersonFields): string | null {
  switch (name) {
    case 'address':
      return address;
    case 'number':
    case 'phone':
      return isByPhone(channel) ? address : null;
    case 'email':
      return channel === 'email' ? address : null;
    case 'country':
      return country;
    case 'language':
    case 'locale':
      return locale;
    default:
      return null;
  }
}

/**
 * The values of a template for one person: those given, then what is held of the person, each variable with where it comes from. A value that
 * must be given and is not is missing, and its sample stands in; one that may be left out prints nothing, as in a send.
 */
export function personValues(
  variables: readonly TemplateVariable[],
  given: Readonly<Record<string, TemplateValue>>,
  person: PersonFields,
): { values: Record<string, TemplateValue>; sources: { name: string; source: ValueSource }[] } {
  const values: Record<string, TemplateValue> = { ...given };
  const sources = variables.map(({ name, type, optional, sample }): { name: string; source: ValueSource } => {
    if (Object.hasOwn(given, name)) return { name, source: 'given' };
    const held = type === 'text' ? fieldOf(name, person) : null;
    if (held !== null) {
      values[name] = held;
      return { name, source: 'person' };
    }
    if (optional) return { name, source: 'left_out' };
    values[name] = sample;
    return { name, source: 'missing' };
  });
  return { values, sources };
}
