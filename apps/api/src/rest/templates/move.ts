import { MoveTemplateRequest, type Scope, TemplateDetail, type TemplateMove } from '@signalbox/contracts';
import { moveTemplate } from '@signalbox/services';
import { answer, type Door, defineDoor } from '../door.ts';
import { TemplateVersionParams } from './template-key.ts';

/** A door that moves a version from one state to the next. */
function moveDoor(move: TemplateMove, permission: Scope, summary: string, description: string, example: object): Door {
  return defineDoor({
    method: 'post',
    path: `/v1/templates/{key}/versions/{version}/${move}`,
    operationId: `${move}Template`,
    permission,
    tag: 'Templates',
    summary,
    description,
    params: TemplateVersionParams,
    body: { schema: MoveTemplateRequest, checkedBy: 'door', example },
    answer: { status: 200, description: 'The template as it stands now.', schema: TemplateDetail },
    refusals: ['not_found', 'conflict'],
    async run({ ctx, params, body }) {
      return answer(200, await moveTemplate({ ctx, input: { ...params, move, ...body } }));
    },
  });
}

/** What may be done to a version, in the order of its life. */
export const MOVE_TEMPLATE_DOORS: readonly Door[] = [
  moveDoor('submit', 'templates:write', 'Submit a version', 'Asks for the approval of a draft.', {}),
  moveDoor(
    'approve',
    'templates:approve',
    'Approve a version',
    'Live sends go by it from now on. Where the workspace wants a second person, a key approves nothing: that is done in the console, by somebody who neither wrote nor submitted the version.',
    { comment: 'Checked with the shop.' },
  ),
  moveDoor(
    'reject',
    'templates:approve',
    'Reject a version',
    'Says no to a submitted version, and why. What it says never changes: mend it by a new version.',
    { comment: 'The name of the shop is missing.' },
  ),
  moveDoor(
    'pause',
    'templates:approve',
    'Pause a version',
    'No further message is written by it; live sends go by the newest approved version before it, if there is one. Messages that were accepted go out.',
    {},
  ),
  moveDoor('resume', 'templates:approve', 'Resume a version', 'A paused version counts as approved again.', {}),
];
