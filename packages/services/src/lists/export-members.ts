import type { ListMembersQuery, MemberPage } from '@signalbox/contracts';
import { assertApproved, useApproval } from '../approvals/assert-approved.ts';
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
  // Written once a file: its other parts follow the first.
  const judge = input.cursor === undefined ? useApproval : assertApproved;
  await inWorkspace(ctx, (tx) =>
    judge(tx, ctx, { kind: 'exports', action: 'export.list', environment, object: input.id }).then(() => undefined),
  );
  return listMembersOf({ ctx, input });
}
