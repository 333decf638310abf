export { formatAddress, parseAddress } from './address.ts';
export { formatNetwork, isInside, type Network, parseNetwork } from './network.ts';
