import { DLT_ENTRIES, type DltEntryKind, type DltStored } from '@signalbox/contracts';
import type { Stage } from '../dispatch/testing.ts';
import { type DltEntries, saveDltEntries } from './entries.ts';

/** Ids on the ledgers of the tests: an entity and its templates. */
export const ENTITY = '1101000000000000001';
export const ORDER = '1107000000000000001';
export const SALE = '1107000000000000002';
export const CODE = '1107000000000000003';
/** A text that matches the template `ORDER`. */
export const RIGHT = 'Your order 4711 is on its way. Acme';

/** Puts registrations of one kind on file, defaults filled in. */
export async function save(stage: Stage, kind: DltEntryKind, ...entries: object[]): Promise<DltStored> {
  const read = entries.map((entry) => DLT_ENTRIES[kind].parse({ entity_id: ENTITY, ...entry }));
  const stored = await saveDltEntries({ ctx: stage.ctx, input: { kind, entries: read } as DltEntries });
  await stage.services.config.refresh();
  return stored;
}

/** Puts an entity on file with two headers, three templates and a link. */
export async function register(stage: Stage): Promise<void> {
  await save(stage, 'entities', { name: 'Acme' });
  await save(stage, 'headers', { header: 'ACMEIN' }, { header: 'ACMESL' });
  await save(
    stage,
    'templates',
    {
      template_id: ORDER,
      name: 'Order',
      kind: 'service_implicit',
      headers: ['ACMEIN'],
      text: 'Your order {#numeric#} is on its way. Acme',
    },
    {
      template_id: SALE,
      name: 'Sale',
      kind: 'promotional',
      headers: ['ACMESL'],
      text: 'Acme sale: {#var#} off at {#url#}',
    },
    {
      template_id: CODE,
      name: 'Code',
      kind: 'service_implicit',
      headers: ['ACMEIN'],
      text: '{#var#} is your OTP. Acme',
      tags: ['numeric'],
    },
  );
  await save(stage, 'calls_to_action', { type: 'static_url', value: 'https://acme.in/sale' });
}
