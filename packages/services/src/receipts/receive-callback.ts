import { manifestOf, parseSettings } from '@signalbox/channels/manifests';
import { type CallbackRequest, decodeId } from '@signalbox/contracts';
import type { Services } from '../context.ts';
import { recordInbound } from '../inbound/record-inbound.ts';
import { openSettings } from '../routing/provider-settings.ts';
import { recordReceipts } from './record-receipts.ts';

/** What a provider is answered: 200 only once its receipts are durable. */
export interface CallbackAnswer {
  status: 200 | 400 | 401 | 404;
  why: string | null;
}

/**
 * Takes a callback of a provider: found by its public id, its signature checked with that provider's secret, its receipts and the texts
 * of people in it stored. Nothing in it is fetched, and the workspace is the provider's own.
 */
export async function receiveCallback({
  services,
  input,
}: {
  services: Services;
  input: { providerId: string } & CallbackRequest;
}): Promise<CallbackAnswer> {
  const id = decodeId('provider', input.providerId);
  const provider = [...services.config.current().providers.values()].find((row) => row.id === id);
  if (id === undefined || provider === undefined || !provider.enabled)
    return { status: 404, why: 'there is no such provider' };
  const manifest = manifestOf(provider.protocol);
  if (manifest.decodeCallback === undefined) return { status: 404, why: 'this provider has no callbacks' };
  const settings = parseSettings(provider.protocol, openSettings(services.sealer, provider));
  const result = manifest.decodeCallback(
    settings as never,
    { headers: input.headers, body: input.body },
    services.world.nowMs(),
  );
  if (result.kind === 'refused') {
    services.log.warn('A provider callback was refused.', { provider: provider.name, why: result.why });
    return { status: result.status, why: result.why };
  }
  await recordReceipts({ ctx: { services }, input: { provider, receipts: result.receipts } });
  await recordInbound({ ctx: { services }, input: { provider, replies: result.replies } });
  return { status: 200, why: null };
}
