import type { ExclusionCode, RoutingPlan } from '@signalbox/contracts';

/** One public sentence for each reason why a route is not a candidate. */
export const EXCLUSIONS: Readonly<Record<ExclusionCode, string>> = {
  other_channel: 'The route carries another channel.',
  disabled: 'The route or its provider is switched off.',
  draining: 'The route is taken out for maintenance.',
  other_class: 'The route is not open to this class of traffic.',
  other_country: 'The route does not serve this country.',
  other_prefix: 'The route does not serve numbers with this prefix.',
  already_tried: 'This message was already tried on the route.',
  dlt_off: 'The provider of the route does not pass on the DLT ids that texts to India need.',
  dlt_no_chain: 'No active chain of telemarketers from the entity to the provider of the route is on file.',
  price_above_limit:
    'The price of the route is above the limit of the message, or in a currency without an exchange rate.',
  weight_zero: 'The weight of the route is zero.',
  breaker_open: 'The breaker of the route is open or probing after too many faults.',
  connection_down: 'The provider of the route is not connected.',
  forging: 'The receipts of the route are forged.',
  ejected: 'The route does much worse than its peers of late.',
  concentration: 'The supplier of the route carries the largest share of this country that one may have.',
  success_below_floor: 'The success of the route is surely below the floor of this class.',
  backup_not_needed: 'The route is a backup and a route of a lower tier is usable.',
};

/** One public sentence for each way in which a plan offers no route. */
export const BLOCKED: Readonly<Record<NonNullable<RoutingPlan['blocked']>, string>> = {
  no_route: 'No route may carry this message.',
  all_down: 'Every route that fits is down at the moment; the message waits for one to come back.',
};
