import { PersonDataKind } from '@signalbox/contracts';
import { getTableColumns, getTableName, is } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { PERSONAL_DATA, RECIPIENT_TABLES } from './personal-data.ts';
import * as schema from './schema/index.ts';

const tables = Object.values(schema as Record<string, unknown>).filter((one): one is PgTable => is(one, PgTable));
const columnsOf = (table: PgTable): string[] => Object.values(getTableColumns(table)).map(({ name }) => name);

test('every table of the schema says what it holds of people, and nothing else is named', () => {
  expect(Object.keys(PERSONAL_DATA).sort()).toEqual(tables.map(getTableName).sort());
});

test('what a table is said to hold of recipients are columns of it', () => {
  const columns = new Map(tables.map((table) => [getTableName(table), columnsOf(table)]));
  for (const { table, columns: named } of RECIPIENT_TABLES)
    expect(columns.get(table)).toEqual(expect.arrayContaining([...named]));
});

test('a column that is called after an address belongs to people, or is said here to belong to nobody', () => {
  const named = tables.flatMap((table) =>
    columnsOf(table)
      .filter((name) => /address|email|phone|recipient|subject|body|raw$/.test(name))
      .map((name) => ({ table: getTableName(table), name })),
  );
  const unsaid = named.filter(({ table, name }) => {
    const data = PERSONAL_DATA[table];
    return data?.holds === 'nobody' || (data?.holds === 'recipients' && !data.columns.includes(name));
  });
  expect(unsaid.map(({ table, name }) => `${table}.${name}`).sort()).toEqual([
    // Of whoever called, and of the number a person answered to.
    'api_request.address',
    'audit_entry.address',
    'inbound_message.to_address',
    'inbound_part.to_address',
  ]);
});

test('each kind a search counts is held by a table', () => {
  expect(new Set(RECIPIENT_TABLES.map(({ kind }) => kind))).toEqual(new Set(PersonDataKind.options));
});
