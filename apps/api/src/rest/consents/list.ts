import { Channel } from '@signalbox/contracts';
import { listConsents } from '@signalbox/services';
import { z } from 'zod';
import { answer, defineDoor } from '../door.ts';
import { ConsentList } from './view.ts';

/** Whose entries to list. */
const ListConsentsQuery = z.strictObject({
  address: z.string().min(1).max(320),
  channel: Channel.optional(),
});

export const listConsentsDoor = defineDoor({
  method: 'get',
  path: '/v1/consents',
  operationId: 'listConsents',
  permission: 'consents:read',
  tag: 'Consents',
  summary: 'List the consent entries of an address',
  description:
    'Newest first, about every purpose: consents, withdrawals, and the hours a person wants no marketing in (`marketing.hours`).',
  query: ListConsentsQuery,
  answer: { status: 200, description: 'The entries of this address.', schema: ConsentList },
  refusals: [],
  async run({ ctx, query }) {
    return answer(200, await listConsents({ ctx, input: query }));
  },
});
