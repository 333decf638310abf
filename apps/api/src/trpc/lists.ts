import {
  ConsoleAddMemberInput,
  ConsoleChangeListInput,
  ConsoleCreateListInput,
  ConsoleListInput,
  ConsoleListsInput,
  ConsoleMembersInput,
} from '@signalbox/contracts';
import {
  addMember,
  changeList,
  createList,
  exportMembers,
  getList,
  listLists,
  listMembersOf,
} from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const listsRouter = router({
  list: procedure('consents:read')
    .input(ConsoleListsInput)
    .query(({ ctx, input }) => listLists({ ctx: ctx.as(input.environment), input: {} })),
  get: procedure('consents:read')
    .input(ConsoleListInput)
    .query(({ ctx, input }) => getList({ ctx: ctx.as(input.environment), input: { id: input.id } })),
  create: procedure('consents:write')
    .input(ConsoleCreateListInput)
    .mutation(({ ctx, input }) => createList({ ctx: ctx.as(input.environment), input: input.list })),
  change: procedure('consents:write')
    .input(ConsoleChangeListInput)
    .mutation(({ ctx, input: { environment, id, change } }) =>
      changeList({ ctx: ctx.as(environment), input: { ...change, id } }),
    ),
  members: procedure('consents:read')
    .input(ConsoleMembersInput)
    .query(({ ctx, input: { environment, id, query } }) =>
      listMembersOf({ ctx: ctx.as(environment), input: { ...query, id } }),
    ),
  export: procedure('consents:read')
    .input(ConsoleMembersInput)
    .query(({ ctx, input: { environment, id, query } }) =>
      exportMembers({ ctx: ctx.as(environment), input: { ...query, id } }),
    ),
  addMember: procedure('consents:write')
    .input(ConsoleAddMemberInput)
    .mutation(({ ctx, input: { environment, id, member } }) =>
      addMember({ ctx: ctx.as(environment), input: { ...member, id } }),
    ),
});
