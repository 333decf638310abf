import {
  type CreateTemplateRequest,
  encodeId,
  type FieldError,
  SignalboxError,
  type StoredTemplateBody,
  type TemplateContent,
  type TemplateDetail,
} from '@signalbox/contracts';
import type { ContentFault } from '@signalbox/core';
import { insertTemplate, insertTemplateVersion } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { judgeTopic } from '../topics/judge-topic.ts';
import { type MadeBodies, makeBodies, readContent } from './compile-content.ts';
import { judgeDomains } from './judge-domains.ts';
import { getTemplate } from './read.ts';
import { actorNow, templateOf } from './view.ts';

/** Most versions of one template. */
const VERSIONS_MAX = 1000;

/** Throws `request_invalid` when a template has as many versions as it may. */
export function assertRoom({ version }: { version: number }): void {
  if (version < VERSIONS_MAX) return;
  throw refuseField('key', 'too_many', `A template has at most ${VERSIONS_MAX} versions; make a new template.`);
}

/** Stores a template with its first version, a draft. Throws `request_invalid` for a key that is taken and for content that cannot be read. */
export async function createTemplate({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: CreateTemplateRequest;
}): Promise<TemplateDetail> {
  const { key, name, class: trafficClass, default_locale, variables } = input;
  const faults: FieldError[] = [];
  const topic = judgeTopic(ctx, input, faults);
  if (faults.length > 0) throw new SignalboxError('request_invalid', { fields: faults });
  const made = await makeBodies(input.bodies, ctx.services.world.nowMs);
  const bodies = assertReadable(ctx, input, made);
  const id = ctx.services.ids.next();
  const workspace = ctx.workspace.number;
  await inWorkspace(ctx, async (tx) => {
    const given = { id, workspace, key, name, class: trafficClass, topic, defaultLocale: default_locale };
    const number = await insertTemplate(tx, given);
    if (number === undefined)
      throw refuseField('key', 'taken', 'Another template has this key; choose a different one.');
    await insertTemplateVersion(tx, { workspace, template: number, variables, bodies, by: actorNow(ctx) });
    await recordAudit(tx, ctx, {
      action: 'template.created',
      object: { kind: 'template', id: encodeId('template', id), name: key },
      before: null,
      after: { key, name, class: trafficClass, topic, default_locale, version: 1, ...outlineOf(input) },
      // Live and sandbox share it.
      environment: null,
    });
  });
  ctx.services.templates.forget();
  return getTemplate({ ctx, input: { key } });
}

/** Adds a version to a template, a draft: what other versions say stays as it is. Throws `not_found`, and `request_invalid` for content that cannot be read. */
export async function addTemplateVersion({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { key: string; content: TemplateContent };
}): Promise<TemplateDetail> {
  const { key, content } = input;
  const made = await makeBodies(content.bodies, ctx.services.world.nowMs);
  await inWorkspace(ctx, async (tx) => {
    const row = await templateOf(tx, ctx, key);
    const bodies = assertReadable(ctx, { ...content, class: row.class, default_locale: row.defaultLocale }, made);
    assertRoom(row);
    const { version } = await insertTemplateVersion(tx, {
      workspace: ctx.workspace.number,
      template: row.number,
      variables: content.variables,
      bodies,
      by: actorNow(ctx),
    });
    await recordAudit(tx, ctx, {
      action: 'template.version_added',
      object: { kind: 'template', id: encodeId('template', row.id), name: key },
      before: null,
      after: { version, ...outlineOf(content) },
      environment: null,
    });
  });
  ctx.services.templates.forget();
  return getTemplate({ ctx, input: { key } });
}

/** What the audit log keeps of a content: its outline, never its texts. */
export const outlineOf = ({ variables, bodies }: TemplateContent): object => ({
  variables: variables.map(({ name, type }) => `${name}: ${type}`),
  bodies: bodies.map(({ channel, locale }) => `${channel} ${locale}`),
});

/** The bodies as they are to be kept; refuses a content that cannot be read. */
export function assertReadable(
  ctx: RequestContext,
  content: TemplateContent & Pick<CreateTemplateRequest, 'class' | 'default_locale'>,
  made: MadeBodies,
): StoredTemplateBody[] {
  const { faults, bodies } = readContent(content, made);
  const domains = judgeDomains(ctx, content, bodies);
  const foreign = domains?.rule === 'refuse' ? domains.faults : [];
  const fields = [...faults.map(fieldOf), ...linkFaults(ctx, content), ...foreign];
  if (fields.length > 0) throw new SignalboxError('request_invalid', { fields });
  return made.bodies;
}

/** A refusal is read without an editor beside it: it says the line. */
const fieldOf = ({ line, message, ...fault }: ContentFault): FieldError => ({
  ...fault,
  message: line === undefined ? message : `Line ${line}: ${message}`,
});

/** Links to content templates that are not on file. */
function linkFaults(ctx: RequestContext, { bodies }: TemplateContent): FieldError[] {
  const { config, world } = ctx.services;
  const book = config.current().dltOf(ctx.workspace.number);
  const known = new Set(
    book?.entities(world.nowMs()).flatMap(({ templates }) => templates.filed.map(({ row }) => row.id)) ?? [],
  );
  return bodies.flatMap((body, index) => {
    if (body.channel !== 'sms' || body.dlt_template_id === null || known.has(body.dlt_template_id)) return [];
    const message = 'No content template with this id is on file: add it to the DLT registry first.';
    return [{ path: `bodies.${index}.dlt_template_id`, code: 'unknown', message }];
  });
}
