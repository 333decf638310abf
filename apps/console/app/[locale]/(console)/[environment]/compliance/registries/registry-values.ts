import type { RegistryService, RegistryView, SetRegistryRequest } from '@signalbox/contracts';
import { type AskedValues, FRESH_ASKED, readService, writeService } from '#components/asked/asked-values.ts';

/** Recipients of every country, as a choice of a list. */
export const EVERY_COUNTRY = '*';

/** A registry as the form holds it: every country as a choice. */
export interface RegistryValues
  extends AskedValues<RegistryService>,
    Pick<RegistryView, 'key' | 'name' | 'enabled' | 'channels' | 'meaning' | 'unanswered'> {
  country: string;
}

const FRESH: RegistryValues = {
  key: '',
  name: '',
  enabled: true,
  country: EVERY_COUNTRY,
  channels: ['sms'],
  meaning: 'blocks',
  unanswered: 'hold',
  service: {
    ...FRESH_ASKED,
    listed_pointer: '/listed',
    listed_words: ['true', 'yes', 'listed', 'registered', 'onay', '1'],
    unlisted_words: ['false', 'no', 'not_listed', 'unregistered', 'ret', '0'],
    only_listed: false,
    valid_hours: 72,
  },
  price: '',
  daily: '',
  secret: '',
};

/** What is stored of a registry, as the form holds it; a new one where there is none. */
export function toValues(view: RegistryView | undefined): RegistryValues {
  if (view === undefined) return FRESH;
  const { key, name, enabled, country, channels, meaning, unanswered, service } = view;
  return {
    ...{ key, name, enabled, country: country ?? EVERY_COUNTRY, channels, meaning, unanswered },
    ...writeService(service),
  };
}

/** What is to be stored of a registry; undefined where the body is no JSON object. */
export function toRequest(values: RegistryValues, version: number): SetRegistryRequest | undefined {
  const read = readService<RegistryService>(values);
  if (read === undefined) return undefined;
  const { name, enabled, country, channels, meaning, unanswered } = values;
  return {
    version,
    ...{ name, enabled, country: country === EVERY_COUNTRY ? null : country, channels, meaning, unanswered },
    ...read,
  };
}
