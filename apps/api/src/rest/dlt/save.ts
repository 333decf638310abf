import {
  DLT_ENTRIES_MAX,
  DltConsentTemplate,
  DltCta,
  DltEntity,
  type DltEntryKind,
  DltHeader,
  DltStored,
  DltTemplateEntry,
} from '@signalbox/contracts';
import { type DltEntries, saveDltEntries } from '@signalbox/services';
import { z } from 'zod';
import { answer, type Door, defineDoor } from '../door.ts';

const entity_id = '1101000000000000001';

/** A door that stores registrations of one kind: they differ in what one of them is. Chains name a provider, and providers are kept in the console. */
function saveDoor<Entry extends z.ZodType>(
  kind: DltEntryKind,
  path: string,
  operationId: string,
  what: string,
  note: string,
  entry: Entry,
  example: object,
): Door {
  return defineDoor({
    method: 'put',
    path,
    operationId,
    permission: 'dlt:write',
    tag: 'DLT',
    summary: `Store ${what}`,
    description: `Each is stored in place of the one that is on file already; what is the same stays as it is. ${note} In force for the next message, in live and in sandbox.`,
    body: {
      schema: z.strictObject({ entries: z.array(entry).min(1).max(DLT_ENTRIES_MAX) }),
      checkedBy: 'door',
      example: { entries: [{ entity_id, ...example }] },
    },
    answer: { status: 200, description: 'How many were added, changed, and left as they were.', schema: DltStored },
    refusals: [],
    async run({ ctx, body }) {
      return answer(
        200,
        await saveDltEntries({ ctx, input: { kind, entries: body.entries } as unknown as DltEntries }),
      );
    },
  });
}

/** The doors that store registrations, in the order in which they build on one another. */
export const SAVE_DLT_DOORS: readonly Door[] = [
  saveDoor(
    'entities',
    '/v1/dlt/entities',
    'saveDltEntities',
    'principal entities',
    'A workspace with an entity on file sends texts to India only when operators’ scrubbing will let them pass.',
    DltEntity,
    { name: 'Acme Retail' },
  ),
  saveDoor(
    'headers',
    '/v1/dlt/headers',
    'saveDltHeaders',
    'headers',
    'Give the bare header: the operator puts its letters before it and -P, -S, -T or -G behind.',
    DltHeader,
    { header: 'ACMEIN', expires_on: '2027-12-31' },
  ),
  saveDoor(
    'templates',
    '/v1/dlt/templates',
    'saveDltTemplates',
    'content templates',
    'The text is given as registered, with `{#numeric#}` and its like in it, or with `{#var#}` and the tags beside it.',
    DltTemplateEntry,
    {
      template_id: '1107000000000000001',
      name: 'Order on its way',
      kind: 'service_implicit',
      headers: ['ACMEIN'],
      text: 'Your order {#numeric#} is on its way. Acme',
    },
  ),
  saveDoor(
    'calls_to_action',
    '/v1/dlt/calls_to_action',
    'saveDltCallsToAction',
    'calls to action',
    'Links, numbers and addresses that are not on the whitelist stop a text.',
    DltCta,
    { type: 'static_url', value: 'https://acme.example/sale' },
  ),
  saveDoor(
    'consent_templates',
    '/v1/dlt/consent_templates',
    'saveDltConsentTemplates',
    'consent templates',
    'They are the wording by which operators ask for consents.',
    DltConsentTemplate,
    { template_id: '1109000000000000001', name: 'Offers', text: 'Acme may send me offers.' },
  ),
];
