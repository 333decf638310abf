import {
  type CreateWebhookRequest,
  decodeId,
  ROTATION_HOURS,
  SignalboxError,
  type UpdateWebhookRequest,
  WEBHOOKS_MAX,
  type WebhookView,
  type WebhookWithSecret,
} from '@signalbox/contracts';
import {
  cancelDues,
  deleteWebhook,
  insertWebhook,
  lockWebhook,
  readWebhook,
  readWebhooks,
  rotateWebhookSecret,
  type SqlRunner,
  updateWebhook,
  type WebhookEndpointRow,
  type WebhookPlace,
} from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { auditedWebhook, changeOfWebhook } from './audited.ts';
import { drawSecret, secretPlace } from './secret.ts';
import { viewWebhook } from './view.ts';

/** The refusal for an id that names no endpoint of this workspace and environment. */
const webhookNotFound = (): SignalboxError =>
  new SignalboxError('not_found', { detail: 'There is no webhook endpoint with this id.' });

/** Which endpoint a public id means; `not_found` when it is none. */
function placeOf(ctx: RequestContext, publicId: string): WebhookPlace {
  const id = decodeId('webhook', publicId);
  if (id === undefined) throw webhookNotFound();
  return { workspace: ctx.workspace.number, environment: ctx.environment, id };
}

/** The endpoint of a public id; `not_found` when there is none here. */
export async function findWebhook(ctx: RequestContext, tx: SqlRunner, publicId: string): Promise<WebhookEndpointRow> {
  const row = await readWebhook(tx, placeOf(ctx, publicId));
  if (row === undefined) throw webhookNotFound();
  return row;
}

function assertReachable(ctx: RequestContext, url: string): void {
  const why = ctx.services.judgeUrl(url);
  if (why !== null) throw refuseField('url', 'not_allowed', why);
  if (new URL(url).hash !== '')
    throw refuseField('url', 'not_allowed', 'The URL has a fragment, which is never sent; leave out what follows #.');
}

/** The endpoints of the environment, newest first. */
export async function listWebhooks({ ctx }: { ctx: RequestContext; input: object }): Promise<{ data: WebhookView[] }> {
  const rows = await inWorkspace(ctx, (tx) => readWebhooks(tx, ctx.workspace.number, ctx.environment));
  return { data: rows.map(viewWebhook) };
}

/** One endpoint; `not_found` when there is none here. */
export async function getWebhook({ ctx, input }: { ctx: RequestContext; input: { id: string } }): Promise<WebhookView> {
  return viewWebhook(await inWorkspace(ctx, (tx) => findWebhook(ctx, tx, input.id)));
}

/** Adds an endpoint. The secret is in this answer and nowhere else: it is stored sealed. Events from the commit on go to it. */
export async function createWebhook({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: CreateWebhookRequest;
}): Promise<WebhookWithSecret> {
  assertReachable(ctx, input.url);
  const { services, environment } = ctx;
  const id = services.ids.next();
  const secret = drawSecret(services.world);
  const given = {
    id,
    workspace: ctx.workspace.number,
    environment,
    url: input.url,
    description: input.description,
    eventTypes: [...new Set(input.event_types)],
    eventsPerRequest: input.events_per_request,
    secret: services.sealer.seal(secret, secretPlace(id)),
  };
  const row = await inWorkspace(ctx, async (tx) => {
    const made = await insertWebhook(tx, given, WEBHOOKS_MAX);
    if (made !== undefined) await recordAudit(tx, ctx, changeOfWebhook('webhook.created', null, made));
    return made;
  });
  if (row === undefined) {
    throw refuseField(
      'url',
      'too_many',
      `An environment takes ${WEBHOOKS_MAX} endpoints; delete one that is not used.`,
    );
  }
  return { ...viewWebhook(row), secret };
}

/** Changes an endpoint. Switched off, it gets nothing and what waits for it ends; switched on, it gets events again from now on. */
export async function changeWebhook({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string; change: UpdateWebhookRequest };
}): Promise<WebhookView> {
  const { change } = input;
  if (change.url !== undefined) assertReachable(ctx, change.url);
  const place = placeOf(ctx, input.id);
  const types = change.event_types === undefined ? undefined : [...new Set(change.event_types)];
  return inWorkspace(ctx, async (tx) => {
    const before = await lockWebhook(tx, place);
    const changed = await updateWebhook(tx, place, { ...change, event_types: types });
    if (before === undefined || changed === undefined) throw webhookNotFound();
    if (change.enabled === false) await cancelDues(tx, [changed.number]);
    await recordAudit(tx, ctx, changeOfWebhook('webhook.changed', before, changed));
    return viewWebhook(changed);
  });
}

/** Deletes an endpoint; what waits for it ends. */
export async function removeWebhook({ ctx, input }: { ctx: RequestContext; input: { id: string } }): Promise<void> {
  const place = placeOf(ctx, input.id);
  await inWorkspace(ctx, async (tx) => {
    const before = await lockWebhook(tx, place);
    const number = await deleteWebhook(tx, place);
    if (before === undefined || number === undefined) throw webhookNotFound();
    await cancelDues(tx, [number]);
    await recordAudit(tx, ctx, { ...auditedWebhook(before), action: 'webhook.removed', after: null });
  });
}

/**
 * Gives an endpoint a new secret, shown in this answer only. The secret before it signs along for a day, so that receivers can change
 * over; one that was signing along already ends at once.
 */
export async function rotateWebhook({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string };
}): Promise<WebhookWithSecret> {
  const { services } = ctx;
  const place = placeOf(ctx, input.id);
  const secret = drawSecret(services.world);
  const sealed = services.sealer.seal(secret, secretPlace(place.id));
  return inWorkspace(ctx, async (tx) => {
    const before = await lockWebhook(tx, place);
    const row = await rotateWebhookSecret(tx, place, sealed, ROTATION_HOURS);
    if (before === undefined || row === undefined) throw webhookNotFound();
    await recordAudit(tx, ctx, changeOfWebhook('webhook.secret_rotated', before, row));
    return { ...viewWebhook(row), secret };
  });
}
