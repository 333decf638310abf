import { removeDltEntry } from '@signalbox/services';
import { z } from 'zod';
import { emptyReply } from '../../http/reply.ts';
import { defineDoor } from '../door.ts';

export const removeDltEntryDoor = defineDoor({
  method: 'delete',
  path: '/v1/dlt/entries/{entry_id}',
  operationId: 'removeDltEntry',
  permission: 'dlt:write',
  tag: 'DLT',
  summary: 'Remove a registration',
  description:
    'Takes a registration off the file. With an entity goes all that is registered under it; nothing changes at the operator.',
  params: z.object({ entry_id: z.string().max(60).describe('Id of the registration, `dlt_…`.') }),
  answer: { status: 204, description: 'Removed.' },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    await removeDltEntry({ ctx, input: { id: params.entry_id } });
    return emptyReply(204);
  },
});
