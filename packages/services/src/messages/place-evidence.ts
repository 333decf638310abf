import type { NetworkFact, RoutingFacts } from '@signalbox/contracts';

/** The part of routing facts that says where a message goes. */
export type PlannedPlace = Pick<RoutingFacts, 'configVersion' | 'country' | 'matchedPrefixes' | 'network'>;

/** Where a message goes, as the step of its candidates tells it. */
export const placeEvidence = ({ country, network, matchedPrefixes, configVersion }: PlannedPlace): object => ({
  country,
  ...(network === undefined ? {} : networkEvidence(network)),
  prefixes: matchedPrefixes.join(' '),
  config_version: configVersion,
});

/** The network as MCC-MNC with its name, and how it is known. */
const networkEvidence = ({ code, name, source }: NetworkFact) => ({
  network: `${code.slice(0, 3)}-${code.slice(3)} ${name}`.trim(),
  network_source: source,
});
