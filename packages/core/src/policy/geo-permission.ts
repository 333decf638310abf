import type { Channel, GeoFact } from '@signalbox/contracts';
import { linesOf, type Rule } from './rule.ts';

const lines = linesOf('geo_permission', 'policy.geo_denied');

/** Whether anything of a channel may go to a country, by what the workspace says of it. A mail address has no country: only the channel counts. */
export function isGeoOpen(geo: GeoFact, channel: Channel): boolean {
  return (channel === 'email' || geo.enabled) && (geo.channels === null || geo.channels.includes(channel));
}

/**
 * Nothing goes to a country that the workspace closed, nor by a channel it closed there; codes no less than the rest, for numbers of
 * countries without customers are where traffic is pumped to (domain: OTP fraud). A mail address has no country, so that closing all other
 * countries does not close mail: only the channel does.
 */
export const geoPermissionRule: Rule = {
  rule: 'geo_permission',
  stopState: 'suppressed',
  judge({ geo, channel }) {
    if (geo === null) return lines.not_applicable;
    return isGeoOpen(geo, channel) ? lines.pass : lines.stop;
  },
};
