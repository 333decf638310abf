import { type ApprovalView, encodeId, type Permission, type Role, roleMay } from '@signalbox/contracts';
import {
  readProposals,
  readSubmittedVersions,
  readWaitingApprovals,
  readWaitingErasures,
  readWeightSets,
  readWorkspaceSettings,
} from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { viewRequest } from '../people/requests.ts';
import { inWorkspace } from '../tenant.ts';
import { scopeOf, viewChange } from '../weights/view.ts';
import { seesApproval } from './decide.ts';
import { APPROVAL_RULES } from './kinds.ts';
import { viewApproval } from './view.ts';

const MOST = 200;

/** What waits for the word of a person across the house, as far as the role sees it, the oldest first. It is decided by the verbs of each kind. */
export async function listApprovals({
  ctx,
  input: { role },
}: {
  ctx: RequestContext;
  input: { role: Role };
}): Promise<ApprovalView[]> {
  const workspace = ctx.workspace.number;
  const nowMs = ctx.services.world.nowMs();
  const [settings, versions, proposals, sets, erasures, requests] = await inWorkspace(ctx, (tx) =>
    Promise.all([
      readWorkspaceSettings(tx, workspace),
      readSubmittedVersions(tx, workspace, MOST),
      readProposals(tx, workspace),
      readWeightSets(tx, workspace),
      readWaitingErasures(tx, workspace, MOST),
      readWaitingApprovals(tx, workspace, nowMs, MOST),
    ]),
  );
  const setOf = new Map(sets.map((set) => [set.number, set]));
  const isOwn = (...ids: (string | undefined)[]) => ids.includes(ctx.actor.id);
  const hindrance = (needed: Permission, own: boolean) =>
    !roleMay(role, needed) ? ('role' as const) : own ? ('own' as const) : null;
  const found: ApprovalView[] = [];
  for (const { key, name, class: trafficClass, version, liveVersion, created, submitted, templateId } of versions) {
    const asked = submitted ?? created;
    const own = settings.secondPersonFor.includes('templates') && isOwn(created.id, submitted?.id);
    found.push({
      ...{ kind: 'template', id: `${encodeId('template', templateId)}/${version}` },
      ...{ asked_by: asked.name, at: new Date(asked.atMs).toISOString() },
      ...{ hindrance: hindrance('templates:approve', own), key, name, class: trafficClass, version },
      live_version: liveVersion,
    });
  }
  for (const change of proposals) {
    const set = setOf.get(change.set);
    if (set === undefined) continue;
    const view = viewChange(change);
    found.push({
      ...{ kind: 'weights', id: view.id, asked_by: change.actorName, at: view.at },
      ...{ hindrance: hindrance('routes:write', false), environment: set.environment, scope: scopeOf(set) },
      change: view,
    });
  }
  for (const row of requests.filter((one) => seesApproval(one, { id: ctx.actor.id, role }))) {
    const request = viewApproval(row, nowMs);
    found.push({
      ...{ kind: 'request', id: request.id, asked_by: row.asked.name, at: request.created_at, request },
      hindrance: hindrance(APPROVAL_RULES[row.action].decides, isOwn(row.asked.id)),
    });
  }
  // Who may not see what people asked does not learn that somebody did.
  if (roleMay(role, 'people:read')) {
    for (const row of erasures) {
      const request = viewRequest(row);
      found.push({
        ...{ kind: 'erasure', id: request.id, asked_by: row.asked.name, at: request.created_at },
        ...{ hindrance: hindrance('people:erase', isOwn(row.asked.id)), request },
      });
    }
  }
  return found.toSorted((one, other) => (one.at < other.at ? -1 : 1));
}
