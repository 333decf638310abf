import type { ListMembersQuery, MemberPage } from '@signalbox/contracts';
import { useApproval } from '../approvals/assert-approved.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { listMembersOf } from './lists.ts';

/** A part of the file of everybody of a list. Throws `forbidden` where a second person approves exports and did not. */
export async function exportMembers({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ListMembersQuery & { id: string };
}): Promise<MemberPage> {
  const { environment } = ctx;
  const list = { kind: 'exports', action: 'export.list', environment, object: input.id } as const;
  await inWorkspace(ctx, (tx) => useApproval(tx, ctx, list, input.cursor === undefined));
  return listMembersOf({ ctx, input });
}
