export { type Concentration, type ConcentrationReport, reportConcentration, type ShareCount } from './concentration.ts';
export {
  bookRates,
  convert,
  type DatedRate,
  type RateBook,
  readRate,
  spellRate,
  startOfDay,
  toBase,
} from './exchange.ts';
export {
  type Compare,
  type GivenPrice,
  mergePrices,
  type PriceDifference,
  type PriceMark,
  type PriceMerge,
} from './merge-prices.ts';
export { bookNetworks, type LearnedNetwork, type NetworkBook, type NumberRange } from './network-of.ts';
export { areaOf, bookPrices, holdsAt, overlap, type PriceBook, type PricedPlace, type PriceSpan } from './price-at.ts';
export { costOfPlan, type PartCost, sumCosts } from './quote.ts';
