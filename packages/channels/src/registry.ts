import type { ChannelAdapter, ChannelHost, Protocol } from '@signalbox/contracts';
import { openHttp } from './http/index.ts';
import { openLoopback } from './loopback/index.ts';
import { parseSettings, type SettingsOf } from './manifests.ts';
import { openSmpp } from './smpp/index.ts';
import { openSmtp } from './smtp/index.ts';

export {
  createEgress,
  type Egress,
  type EgressAnswer,
  EgressError,
  type EgressOptions,
  type EgressRequest,
} from './egress.ts';
export { judgeUrl, parseAllowList, type UrlJudgement } from './egress-rules.ts';
export { openWebhookWire, type WebhookWire } from './webhook-post.ts';

/** What opening a provider needs. */
export interface OpenChannelInput<P extends Protocol = Protocol> {
  protocol: P;
  /** As stored, secrets included; checked against the schema of the protocol. */
  settings: unknown;
  /** Named in log lines. */
  providerId: string;
  host: ChannelHost;
  /** The operator's exceptions for outgoing HTTP, see parseAllowList. */
  egressAllow: readonly string[];
}

type Open<P extends Protocol> = (
  settings: SettingsOf<P>,
  host: ChannelHost,
  egressAllow: readonly string[],
) => ChannelAdapter;

/** The wet face of every protocol, one line each: a protocol without one does not compile. */
const CLIENTS: { readonly [P in Protocol]: Open<P> } = {
  smpp: openSmpp,
  smtp: openSmtp,
  http: openHttp,
  loopback: openLoopback,
};

/** Opens a provider without starting it. Throws a SettingsError naming the field that is wrong. */
export function openChannel<P extends Protocol>(input: OpenChannelInput<P>): ChannelAdapter {
  const settings = parseSettings(input.protocol, input.settings);
  return CLIENTS[input.protocol](settings, nameIn(input.host, input.providerId), input.egressAllow);
}

function nameIn(host: ChannelHost, provider: string): ChannelHost {
  return {
    onReceipts: (receipts) => host.onReceipts(receipts),
    onReplies: (replies) => host.onReplies(replies),
    onConnection: (snapshot) => host.onConnection(snapshot),
    nowMs: () => host.nowMs(),
    random: () => host.random(),
    log: (level, message, fields) => host.log(level, message, { provider, ...fields }),
  };
}
