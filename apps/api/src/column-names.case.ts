import type { TestApi } from './testing.ts';

/** What a call says of a body: its status, and the field each of its errors names. */
export interface Refusal {
  status: number;
  fields: string[];
}

/** The field of the body that each error is about. */
export const fieldsOf = (errors: { path: string }[] = []): string[] =>
  errors.map(({ path }) => path.split('.')[0] ?? '');

/** As many names in one body as leave room in the list of errors (FIELD_ERRORS_MAX) for a field that has several. */
const TOGETHER = 25;

/** No value of any field: a name that is taken is refused for its value, every other as unknown. */
const NO_VALUE = [[1]];

/**
 * The columns of all tables that a call lets through when they stand in its body. Many are tried in one call, which refuses each by its name;
 * those it did not name (its list of errors may be cut, or a check before may have ended it) are tried once more alone.
 */
export async function columnsLetThrough(
  api: TestApi,
  call: (extra: Record<string, unknown>) => Promise<Refusal>,
): Promise<string[]> {
  const columns = await api.services.database.sql<{ name: string }[]>`
    select distinct column_name as name from information_schema.columns where table_schema = 'public' order by name`;
  const names = columns.map(({ name }) => name);
  const tryThem = async (some: string[]): Promise<string[]> => {
    const { status, fields } = await call(Object.fromEntries(some.map((name) => [name, NO_VALUE])));
    return status === 400 ? some.filter((name) => !fields.includes(name)) : some;
  };
  const unnamed: string[] = [];
  for (let first = 0; first < names.length; first += TOGETHER) {
    unnamed.push(...(await tryThem(names.slice(first, first + TOGETHER))));
  }
  const through: string[] = [];
  for (const name of unnamed) through.push(...(await tryThem([name])));
  return through;
}
