import { WorkspaceView } from '@signalbox/contracts';
import { readWorkspace } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const readWorkspaceDoor = defineDoor({
  method: 'get',
  path: '/v1/workspace',
  operationId: 'readWorkspace',
  permission: 'workspace:read',
  tag: 'Workspace',
  summary: 'Read the workspace of the key',
  description: 'Its settings hold in live and in sandbox.',
  answer: { status: 200, description: 'The workspace.', schema: WorkspaceView },
  refusals: [],
  async run({ ctx }) {
    return answer(200, await readWorkspace({ ctx, input: {} }));
  },
});
