import { PackList } from '@signalbox/contracts';
import { listPacks } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const listPacksDoor = defineDoor({
  method: 'get',
  path: '/v1/compliance/packs',
  operationId: 'listPacks',
  permission: 'compliance:read',
  tag: 'Compliance',
  summary: 'List the packs of country rules',
  description:
    'One for each country whose rules are known, by code: its version, when it was last compared with its sources, how many rules are not settled, and whether marketing goes there now.',
  answer: { status: 200, description: 'All packs.', schema: PackList },
  refusals: [],
  async run({ ctx }) {
    return answer(200, { data: await listPacks({ ctx, input: {} }) });
  },
});
