import { z } from 'zod';
import { Currency } from './countries.ts';
import { Environment } from './words.ts';

/** Highest price of a part, in millionths of a unit. */
export const PRICE_MICROS_MAX = 1_000_000_000;
/** Most rows of one price list. */
export const PRICE_ROWS_MAX = 20_000;
/** Characters of the longest price list. */
const CSV_MAX = 3_500_000;

const inEnvironment = { environment: Environment };

/** Where a price holds: a network before a prefix, a prefix before a country, a country before everywhere. Empty texts are "any". */
export const PriceArea = z.object({
  country: z.string().describe('ISO 3166-1 alpha-2; empty for every country.'),
  network: z.string().describe('MCC and MNC as digits, such as 40445; empty for every network.'),
  prefix: z.string().describe('Beginning of the number as digits without “+”; empty for every number.'),
});
export type PriceArea = z.infer<typeof PriceArea>;

/** What a file does to one price. `changed` keeps the price and changes how long it holds. */
export const PriceVerdict = z.enum(['new', 'dearer', 'cheaper', 'changed', 'ended', 'unchanged']);
export type PriceVerdict = z.infer<typeof PriceVerdict>;

/** Body of `POST /v1/prices/imports`: a price list as a supplier gives it. */
export const ImportPricesRequest = z.strictObject({
  csv: z.string().min(1).max(CSV_MAX).describe('The text of the file, with its line of column names.'),
  file_name: z.string().trim().max(120).default('').describe('What the file is called; stands in the history.'),
  route_id: z
    .string()
    .max(60)
    .nullable()
    .default(null)
    .describe('The route of rows that name none; needed when the file has no column for route or provider.'),
  currency: Currency.nullable()
    .default(null)
    .describe('The currency of rows that name none; needed when the file has no such column.'),
  whole_list: z
    .boolean()
    .default(false)
    .describe('The file is the whole list of the routes it names: prices of theirs that it leaves out end.'),
  dry_run: z.boolean().default(true).describe('Read and compare only, change nothing.'),
  skip_faulty: z
    .boolean()
    .default(false)
    .describe('Apply the rows that are right although others are not; else a file with a faulty row changes nothing.'),
});
export type ImportPricesRequest = z.infer<typeof ImportPricesRequest>;

/** A price with its currency. */
const Price = z.object({ price_micros: z.int(), currency: z.string() });

/** One price a file speaks of, before and after. */
export const PriceLine = z.object({
  /** Line of the file, counted from 1; null for a price the file leaves out. */
  line: z.int().nullable(),
  verdict: PriceVerdict,
  route_id: z.string(),
  route_name: z.string(),
  ...PriceArea.shape,
  before: Price.nullable(),
  after: Price.nullable(),
  /** Change in percent, compared in the currency of the workspace; null where there is nothing to compare. */
  change_percent: z.number().nullable(),
  /** When the change begins, and when the new price ends (null: until another follows). */
  from: z.string(),
  until: z.string().nullable(),
});
export type PriceLine = z.infer<typeof PriceLine>;

/** What is wrong with one row of a price list, with the cure. */
export const PriceFault = z.object({ line: z.int(), column: z.string(), message: z.string() });
export type PriceFault = z.infer<typeof PriceFault>;

/** How many prices get which verdict. */
export const PriceCounts = z.object({
  new: z.int(),
  dearer: z.int(),
  cheaper: z.int(),
  changed: z.int(),
  ended: z.int(),
  unchanged: z.int(),
});
export type PriceCounts = z.infer<typeof PriceCounts>;

/** What a price list holds, and what came of it. */
export const ImportPricesResult = z.object({
  rows: z.int(),
  right: z.int(),
  /** Which column of the file was taken for which field; null for one that is not known and was left out. */
  columns: z.array(z.object({ column: z.string(), field: z.string().nullable() })),
  counts: PriceCounts,
  /** The first lines, changes before what stays. */
  lines: z.array(PriceLine),
  line_count: z.int(),
  faults: z.array(PriceFault),
  fault_count: z.int(),
  /** The faulty rows as a file, with a column that says what is wrong; null when there is none. */
  error_csv: z.string().nullable(),
  /** The change that was made; null for a dry run and where nothing changes. */
  change_id: z.string().nullable(),
});
export type ImportPricesResult = z.infer<typeof ImportPricesResult>;

/** Filters of `GET /v1/prices`. */
export const ListPricesQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
  route_id: z.string().max(60).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country code of two letters')
    .optional(),
  state: z.enum(['current', 'all']).default('current').describe('current: in force or to come; all: also those over.'),
});
export type ListPricesQuery = z.infer<typeof ListPricesQuery>;

/** A price of a list. */
export const PriceView = z.object({
  id: z.string(),
  route: z.object({ id: z.string(), name: z.string() }),
  ...PriceArea.shape,
  price_micros: z.int(),
  currency: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  state: z.enum(['in_force', 'to_come', 'over']),
  /** In the currency of the workspace by the rate of today; null while there is no rate. */
  compared: z.object({ price_micros: z.int(), currency: z.string() }).nullable(),
});
export type PriceView = z.infer<typeof PriceView>;

/** A page of prices, the newest first. */
export const PricePage = z.object({ data: z.array(PriceView), next_cursor: z.string().nullable() });
export type PricePage = z.infer<typeof PricePage>;

/** A change of prices: an import, or the undoing of one. */
export const PriceChangeView = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.object({ kind: z.enum(['user', 'key', 'system']), name: z.string() }),
  file_name: z.string(),
  counts: PriceCounts,
  /** The change this one took back; null for an import. */
  undoes: z.string().nullable(),
  /** The change that took this one back; null while it stands. */
  undone_by: z.string().nullable(),
});
export type PriceChangeView = z.infer<typeof PriceChangeView>;

/** The newest changes first. */
export const PriceChangeList = z.object({ data: z.array(PriceChangeView) });
export type PriceChangeList = z.infer<typeof PriceChangeList>;

/** The change that took another one back. */
export const PricesUndone = z.object({ change_id: z.string() });
export type PricesUndone = z.infer<typeof PricesUndone>;

const Day = z.iso
  .date('must be a date such as 2027-01-31')
  .refine((day) => day >= '2000-01-01' && day < '2100-01-01', 'must be a day from 2000 to 2099');

/** What one unit of a currency is worth in the currency of the workspace, from a day on. */
export const ExchangeRate = z.strictObject({
  currency: Currency,
  from: Day.describe('The day from which the rate counts, in UTC.'),
  rate: z
    .string()
    .regex(/^\d{1,7}(\.\d{1,9})?$/, 'must be a decimal number with a point and at most nine decimals, such as 1.0862')
    .refine((text) => Number(text) > 0, 'must be above zero')
    .describe('What one unit is worth in the currency of the workspace, as decimal text.'),
});
export type ExchangeRate = z.infer<typeof ExchangeRate>;

/** Body of `PUT /v1/exchange-rates`: rates that are set; one of the same currency and day takes the place of the earlier one. */
export const SetExchangeRatesRequest = z.strictObject({ rates: z.array(ExchangeRate).min(1).max(200) });
export type SetExchangeRatesRequest = z.infer<typeof SetExchangeRatesRequest>;

/** The rates of a workspace by currency, the newest day first. `base` is what they are told in: the currency of the workspace. */
export const ExchangeRateList = z.object({
  base: z.string(),
  data: z.array(
    z.object({
      id: z.string().describe('Currency and day, such as EUR.2026-12-01.'),
      ...ExchangeRate.shape,
      in_force: z.boolean(),
    }),
  ),
  /** Currencies that routes or prices charge in and that have no rate today: their costs cannot be compared. */
  missing: z.array(z.string()),
});
export type ExchangeRateList = z.infer<typeof ExchangeRateList>;

/** `prices.list`. */
export const ConsoleListPricesInput = z.strictObject({ ...inEnvironment, ...ListPricesQuery.shape });
/** `prices.import`. */
export const ConsoleImportPricesInput = z.strictObject({ ...inEnvironment, ...ImportPricesRequest.shape });
/** `prices.history`. */
export const PriceHistoryInput = z.strictObject({ ...inEnvironment });
/** `prices.undo`. */
export const UndoPricesInput = z.strictObject({ ...inEnvironment, id: z.string().max(60) });
/** `prices.removeRate`. */
export const RemoveExchangeRateInput = z.strictObject({ id: z.string().max(60) });
