import type { ProviderRow } from '@signalbox/db';
import type { Sealer } from '../secrets.ts';

/** The place a provider's secrets are bound to. */
export const secretsPlace = (providerId: string): string => `provider/${providerId}/secrets`;

/** The whole settings of a provider, secrets opened. Throws when the secrets cannot be opened. */
export function openSettings(
  sealer: Sealer,
  row: Pick<ProviderRow, 'id' | 'settings' | 'secrets'>,
): Record<string, unknown> {
  const secrets =
    row.secrets === null ? {} : (JSON.parse(sealer.open(row.secrets, secretsPlace(row.id))) as Record<string, unknown>);
  return { ...row.settings, ...secrets };
}
