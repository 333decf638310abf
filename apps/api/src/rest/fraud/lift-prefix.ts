import { liftPrefix } from '@signalbox/services';
import { emptyReply } from '../../http/reply.ts';
import { defineDoor } from '../door.ts';
import { PrefixIdParams } from './prefix-id.ts';

export const liftPrefixDoor = defineDoor({
  method: 'delete',
  path: '/v1/fraud/prefixes/{id}',
  operationId: 'liftPrefix',
  tag: 'Fraud',
  permission: 'fraud:write',
  summary: 'Lift a listed prefix',
  description:
    'It counts no more and stays on the list as lifted. What was counted of its numbers is forgotten: the rules judge them anew.',
  params: PrefixIdParams,
  answer: { status: 204, description: 'Lifted.' },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    await liftPrefix({ ctx, input: params });
    return emptyReply(204);
  },
});
