import { UpdateWorkspaceRequest, WorkspaceView } from '@signalbox/contracts';
import { saveWorkspace } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const changeWorkspaceDoor = defineDoor({
  method: 'patch',
  path: '/v1/workspace',
  operationId: 'changeWorkspace',
  permission: 'workspace:write',
  tag: 'Workspace',
  summary: 'Change the workspace of the key',
  description:
    'What is left out stays as it is. The time zone is the one the console shows times and days in, and the one in which mail, which has no country, keeps the opening hours of `default`. The default currency is that of a `max_price` that names none.',
  body: {
    schema: UpdateWorkspaceRequest,
    checkedBy: 'door',
    example: { time_zone: 'America/Mexico_City', default_currency: 'MXN' },
  },
  answer: { status: 200, description: 'The workspace, with its settings in force.', schema: WorkspaceView },
  refusals: [],
  async run({ ctx, body }) {
    return answer(200, await saveWorkspace({ ctx, input: body }));
  },
});
