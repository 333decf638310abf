import type { TemplatePreview } from '@signalbox/contracts';
import { useFormatter } from 'use-intl';

export type Price = TemplatePreview['price_per_part'];

/** What so many parts cost, from the dearest route to the cheapest. */
export function usePrice(price: Price): (parts: number) => string {
  const format = useFormatter();
  return (parts) => {
    if (price === null) return '';
    const one = (micros: number) =>
      format.number((micros * parts) / 1_000_000, {
        style: 'currency',
        currency: price.currency,
        maximumFractionDigits: 5,
      });
    const { lowest_micros, highest_micros } = price;
    return lowest_micros === highest_micros ? one(lowest_micros) : `${one(lowest_micros)} – ${one(highest_micros)}`;
  };
}
