import { PackView } from '@signalbox/contracts';
import { readPack } from '@signalbox/services';
import { z } from 'zod';
import { answer, defineDoor } from '../door.ts';

export const readPackDoor = defineDoor({
  method: 'get',
  path: '/v1/compliance/packs/{country}',
  operationId: 'readPack',
  permission: 'compliance:read',
  tag: 'Compliance',
  summary: 'Read the rules of a country',
  description:
    'Every rule with its dates, its readings side by side with their sources, how sure it is, and which reading counts for the workspace. A country without a pack answers 404.',
  params: z.object({ country: z.string().max(20).describe('ISO 3166-1 alpha-2 code such as VN.') }),
  answer: { status: 200, description: 'The pack.', schema: PackView },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    return answer(200, await readPack({ ctx, input: params }));
  },
});
