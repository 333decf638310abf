import {
  Currency,
  type ImportPricesRequest,
  PRICE_MICROS_MAX,
  PRICE_ROWS_MAX,
  type PriceFault,
} from '@signalbox/contracts';
import type { GivenPrice } from '@signalbox/core';
import { type CsvRecord, foldWord, readCsv } from '../csv/read-csv.ts';
import { countryOf } from './country-of.ts';

/** A row of a price list as it was read: the prices it gives, one for each route it means, or what is wrong with it. */
export interface PriceFileRow {
  line: number;
  cells: readonly string[];
  prices: GivenPrice[];
  faults: PriceFault[];
}

/** A price list as it was read. `fault` says why nothing of it can be used. */
export interface PriceFile {
  header: readonly string[];
  columns: { column: string; field: string | null }[];
  rows: PriceFileRow[];
  fault: string | null;
}

/** A route a file may speak of. */
export interface NamedRoute {
  number: number;
  /** Public id. */
  id: string;
  name: string;
  providerName: string;
  currency: string;
}

/** What a file is read by: the routes it may name, what holds for rows that do not say, and now. */
export interface ReadPricesBy extends Pick<ImportPricesRequest, 'currency'> {
  routes: readonly NamedRoute[];
  /** The route of rows that name none. */
  route: NamedRoute | null;
  nowMs: number;
}

type Field =
  | 'route'
  | 'provider'
  | 'country'
  | 'network'
  | 'mcc'
  | 'mnc'
  | 'prefix'
  | 'price'
  | 'currency'
  | 'from'
  | 'until';

/** What suppliers call these columns, in small letters without spaces and signs. */
const COLUMNS: Readonly<Record<Field, readonly string[]>> = {
  route: ['route', 'routename', 'routeid', 'product'],
  provider: ['provider', 'supplier', 'vendor', 'carrier'],
  country: ['country', 'countrycode', 'countryiso', 'iso', 'isocode', 'countryname', 'destination'],
  network: ['network', 'mccmnc', 'networkcode', 'imsi', 'plmn', 'networkid'],
  mcc: ['mcc'],
  mnc: ['mnc'],
  prefix: ['prefix', 'dialprefix', 'dialcode', 'code', 'areacode'],
  price: ['price', 'rate', 'priceperpart', 'pricepersms', 'cost', 'unitprice', 'newprice', 'smsprice'],
  currency: ['currency', 'ccy', 'currencycode'],
  from: ['validfrom', 'from', 'effectivedate', 'effective', 'startdate', 'effectivefrom', 'start'],
  until: ['validuntil', 'until', 'validto', 'enddate', 'to', 'expires', 'end'],
};

const DAY_MS = 86_400_000;

/** Reads the text of a price list. */
export function readPriceFile(csv: string, by: ReadPricesBy): PriceFile {
  const nothing = { header: [], columns: [], rows: [] };
  const file = readCsv(csv);
  if (!file.ok) return { ...nothing, fault: file.fault };
  const [head, ...body] = file.records;
  if (head === undefined) return { ...nothing, fault: 'The file is empty.' };
  const header = head.record;
  const fields = header.map(
    (title) => (Object.keys(COLUMNS) as Field[]).find((field) => COLUMNS[field].includes(foldWord(title))) ?? null,
  );
  const columns = header.map((column, index) => ({ column, field: fields[index] ?? null }));
  const fault = faultOf(fields, body.length, by);
  const rows = fault === null ? body.map((record) => readRow(record, { header, fields }, by)) : [];
  return { header, columns, rows, fault };
}

/** Why no row of a file can be used, with the cure. */
function faultOf(fields: readonly (Field | null)[], rows: number, { route, currency }: ReadPricesBy): string | null {
  const has = (field: Field) => fields.includes(field);
  const twice = fields.find((field, index) => field !== null && fields.indexOf(field) !== index);
  if (twice != null) return `Two columns of the file mean ${twice}; remove or rename one of them.`;
  if (!has('price')) return 'The file has no column for the price. Name it “price” and bring the file again.';
  if (!has('route') && !has('provider') && route === null)
    return 'The file has no column for the route. Choose the route it is for, or add a column “route” or “provider”.';
  if (!has('currency') && currency === null)
    return 'The file has no column for the currency. Choose the currency it is in, or add a column “currency”.';
  if (has('mcc') !== has('mnc')) return 'The file has only one of the columns “mcc” and “mnc”; a network needs both.';
  if (rows === 0) return 'The file has no row below its line of column names.';
  if (rows > PRICE_ROWS_MAX) return `The file has ${rows} rows; at most ${PRICE_ROWS_MAX} are read. Cut it in parts.`;
  return null;
}

interface Layout {
  header: readonly string[];
  fields: readonly (Field | null)[];
}

function readRow({ record, info }: CsvRecord, { header, fields }: Layout, by: ReadPricesBy): PriceFileRow {
  const line = info.lines;
  const faults: PriceFault[] = [];
  const cell = (field: Field): string => record[fields.indexOf(field)]?.trim() ?? '';
  const blame = (field: Field, message: string): void => {
    faults.push({ line, column: header[fields.indexOf(field)] ?? field, message });
  };
  const read = <T>(field: Field, result: Read<T>): T | undefined => {
    if ('value' in result) return result.value;
    blame(field, result.fault);
    return undefined;
  };
  const routes = read(cell('route') === '' && cell('provider') !== '' ? 'provider' : 'route', readRoutes(cell, by));
  const network = read(fields.includes('network') ? 'network' : 'mcc', readNetwork(cell));
  const prefix = read('prefix', readPrefix(cell('prefix')));
  const country = read('country', readCountry(cell('country')));
  if (network !== undefined && prefix !== undefined && network !== '' && prefix !== '')
    blame('prefix', 'A row has a network or a prefix, not both; leave one of them empty.');
  const currency = read('currency', readCurrency(cell('currency'), by.currency));
  const price = read('price', readPrice(cell('price')));
  const from = read('from', readInstant(cell('from'), false));
  const until = read('until', readInstant(cell('until'), true));
  if (price === null && cell('until') === '' && cell('from') === '')
    blame('price', 'The price is empty. Write it, or say in “valid_from” when the price ends.');
  const fromMs = Math.max(from ?? by.nowMs, by.nowMs);
  if (until != null && until <= fromMs) blame('until', 'The price ends before it begins, or lies in the past.');
  const isRead = faults.length === 0 && routes && currency !== undefined && price !== undefined;
  const prices = isRead
    ? routes.map(
        (route): GivenPrice => ({
          line,
          route: route.number,
          country: country ?? '',
          network: network ?? '',
          prefix: prefix ?? '',
          price: price === null ? null : { micros: price, currency },
          // A row without a price ends what holds: at its start, else at its end.
          fromMs: price === null && from === null && until != null ? until : fromMs,
          untilMs: price === null ? null : (until ?? null),
        }),
      )
    : [];
  return { line, cells: record, prices, faults };
}

type Read<T> = { value: T } | { fault: string };

function readRoutes(cell: (field: Field) => string, { routes, route }: ReadPricesBy): Read<readonly NamedRoute[]> {
  const name = cell('route');
  if (name !== '') {
    const found = routes.filter((one) => one.id === name || one.name.toLowerCase() === name.toLowerCase());
    if (found.length > 0) return { value: found };
    return {
      fault: `There is no route “${name}” for texts in this environment; write its name as under Routes, or its id.`,
    };
  }
  const provider = cell('provider');
  if (provider !== '') {
    const found = routes.filter((one) => one.providerName.toLowerCase() === provider.toLowerCase());
    if (found.length > 0) return { value: found };
    return { fault: `No route for texts goes by a provider “${provider}”; write its name as under Providers.` };
  }
  return route === null
    ? { fault: 'The row names no route; write one, or choose a route for the file.' }
    : { value: [route] };
}

function readNetwork(cell: (field: Field) => string): Read<string> {
  const mcc = cell('mcc');
  const mnc = cell('mnc');
  const text = cell('network') === '' ? `${mcc}${mcc === '' ? '' : mnc.padStart(2, '0')}` : cell('network');
  const digits = text.replace(/[-\s/]/g, '');
  if (digits === '' || /^\d{5,6}$/.test(digits)) return { value: digits };
  return { fault: `“${text}” is no network; write MCC and MNC, five or six digits such as 40445 or 310-410.` };
}

function readPrefix(text: string): Read<string> {
  const digits = text.replace(/^(\+|00)/, '').replace(/[-\s]/g, '');
  if (digits === '' || /^[1-9]\d{0,14}$/.test(digits)) return { value: digits };
  return { fault: `“${text}” is no prefix; write the beginning of the number with its country code, such as 9198.` };
}

function readCountry(text: string): Read<string> {
  if (text === '' || text === '*') return { value: '' };
  const country = countryOf(text);
  if (country !== undefined) return { value: country };
  return { fault: `“${text}” is no country; write its code of two letters, such as MX, or its English name.` };
}

function readCurrency(text: string, otherwise: string | null): Read<string> {
  const currency = text === '' ? otherwise : text.toUpperCase();
  if (currency !== null && Currency.safeParse(currency).success) return { value: currency };
  return {
    fault: text === '' ? 'The row names no currency.' : `“${text}” is no currency; write its code, such as USD.`,
  };
}

/** Whole millionths; null for an empty cell. */
function readPrice(text: string): Read<number | null> {
  if (text === '') return { value: null };
  // A comma is a point where no point stands: 0,0185. With both, the text is not guessed at.
  const plain = text.includes('.') ? text : text.replace(',', '.');
  const found = /^(\d{1,4})(?:\.(\d*))?$/.exec(plain);
  if (found === null)
    return { fault: `“${text}” is no price; write a number such as 0.0185, without currency or spaces.` };
  const decimals = (found[2] ?? '').replace(/0+$/, '');
  if (decimals.length > 6) return { fault: `“${text}” has more than six decimals; round it to six.` };
  const micros = Number(found[1]) * 1_000_000 + Number(decimals.padEnd(6, '0'));
  return micros > PRICE_MICROS_MAX ? { fault: `“${text}” is above 1,000 for one part.` } : { value: micros };
}

/** An instant in milliseconds; a day counts from its start, as an end to its last moment, in UTC. Null for an empty cell. */
function readInstant(text: string, isEnd: boolean): Read<number | null> {
  if (text === '') return { value: null };
  const isDay = /^20\d{2}-\d{2}-\d{2}$/.test(text);
  const isInstant = /^20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  const ms = isDay || isInstant ? Date.parse(isDay ? `${text}T00:00:00Z` : text) : Number.NaN;
  const isReal = !Number.isNaN(ms) && (!isDay || new Date(ms).toISOString().startsWith(text));
  if (!isReal)
    return { fault: `“${text}” is no day; write it as 2026-12-31, or with its time as 2026-12-31T22:00:00Z.` };
  return { value: isDay && isEnd ? ms + DAY_MS : ms };
}
