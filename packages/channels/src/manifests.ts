import type { ChannelManifest, Protocol } from '@signalbox/contracts';
import { httpManifest } from './http/manifest.ts';
import type { HttpSettings } from './http/settings.ts';
import { type LoopbackSettings, loopbackManifest } from './loopback/manifest.ts';
import { smppManifest } from './smpp/manifest.ts';
import type { SmppSettings } from './smpp/settings.ts';
import { type SmtpSettings, smtpManifest } from './smtp/manifest.ts';

export { askNumbers, faultOfAsking } from './asked/translate.ts';
export { judgeUrl, parseAllowList } from './egress-rules.ts';
export { COURIER_CALLS_PRESET, COURIER_PRESET } from './http/presets.ts';
export { readLookup } from './lookup/translate.ts';
export { LOOPBACK_FATES, type LoopbackFate } from './loopback/codes.ts';
export { readRegistry } from './registry/translate.ts';
export {
  askLanguages,
  askTranslation,
  readLanguages,
  readRefusal,
  readTranslations,
} from './translation/translate.ts';

interface SettingsByProtocol {
  smpp: SmppSettings;
  smtp: SmtpSettings;
  http: HttpSettings;
  loopback: LoopbackSettings;
}

/** The parsed settings of a protocol: every default filled in. */
export type SettingsOf<P extends Protocol> = SettingsByProtocol[P];

/** The pure face of every protocol, one line each: a protocol without one does not compile. */
export const MANIFESTS: { readonly [P in Protocol]: ChannelManifest<SettingsOf<P>> } = {
  smpp: smppManifest,
  smtp: smtpManifest,
  http: httpManifest,
  loopback: loopbackManifest,
};

/** The manifest of a protocol, for callers that hold its settings as `unknown`: decodeCallback there takes what parseSettings gave. */
export function manifestOf(protocol: Protocol): ChannelManifest {
  // The parameter of decodeCallback is narrower in each manifest; only settings parsed by the same manifest reach it.
  return MANIFESTS[protocol] as unknown as ChannelManifest;
}

/** Names the first field of a provider's settings that is wrong, and what to write instead. */
export class SettingsError extends Error {
  /** Path of the field, such as `codes_map.0x45`; empty when the settings are no object. */
  readonly field: string;
  constructor(field: string, cure: string) {
    super(field === '' ? `The settings are wrong: ${cure}` : `The setting "${field}" is wrong: ${cure}`);
    this.name = 'SettingsError';
    this.field = field;
  }
}

/** Parses stored or typed settings of a protocol, defaults filled in; throws a SettingsError naming the field. The message never holds a value. */
export function parseSettings<P extends Protocol>(protocol: P, settings: unknown): SettingsOf<P> {
  const parsed = MANIFESTS[protocol].settings.safeParse(settings);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = [...(issue?.path ?? []), ...(unknownKey === undefined ? [] : [unknownKey])].join('.');
  throw new SettingsError(
    path,
    unknownKey === undefined ? (issue?.message ?? 'not readable') : 'there is no such setting; remove it',
  );
}

/** What a provider can do as it is configured: the manifest's word, made precise by the settings. */
export function capabilitiesOf<P extends Protocol>(
  protocol: P,
  settings: SettingsOf<P>,
): ChannelManifest['capabilities'] {
  const base = MANIFESTS[protocol].capabilities;
  if (protocol !== 'http') return base;
  const http = settings as SettingsOf<'http'>;
  const dedupe = http.idempotency_header !== '' ? 'idempotency_key' : http.lookup_path !== '' ? 'lookup' : base.dedupe;
  return { ...base, dedupe, receipts: http.signature_secret !== '' };
}

/** Names of the fields of a protocol that hold secrets: never shown, never logged. */
export function secretFieldsOf(protocol: Protocol): string[] {
  return MANIFESTS[protocol].fields.filter((field) => field.kind === 'secret').map((field) => field.name);
}
