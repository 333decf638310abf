import { Channel, type FieldError, fieldErrorsOf, TemplateRef, TrafficClass } from '@signalbox/contracts';
import { bodyFor, type CompiledBody, judgeValues, valuesFor } from '@signalbox/core';
import type { WrittenBy } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import type { BookedTemplate, BookedVersion } from './book.ts';
import { notReviewed } from './translations/not-reviewed.ts';

/** Something the caller should know of a send that was taken. */
export interface SendNote {
  code: string;
  message: string;
}

/** A body of a send with its content written out by the template it names, or what keeps it from being written. */
export interface Written {
  body: unknown;
  /** What each channel was written by. */
  by: ReadonlyMap<Channel, WrittenBy>;
  faults: FieldError[];
  notes: readonly SendNote[];
}

type Body = Record<string, unknown>;

const isBody = (body: unknown): body is Body => typeof body === 'object' && body !== null && !Array.isArray(body);

/** Whether a body of a send says what it says by a template. */
export const namesTemplate = (body: unknown): body is Body => isBody(body) && body.template !== undefined;

/** Reads into memory the templates that bodies of sends name, so that judging them asks the database nothing. */
export async function warmTemplates(
  { services, workspace }: RequestContext,
  bodies: readonly unknown[],
): Promise<void> {
  const keys = bodies.flatMap((body) => {
    const key = namesTemplate(body) && isBody(body.template) ? body.template.key : undefined;
    return typeof key === 'string' && key.length <= 64 ? [key] : [];
  });
  if (keys.length > 0) await services.templates.warm(workspace.number, keys);
}

/** Content that stands in where none could be written, so that the other fields are judged all the same. */
const STAND_IN = {
  sms: { text: '-' },
  email: { subject: '-', text: '-' },
  voice: { text: '-', locale: 'en' },
} as const;

const fault = (path: string, code: string, message: string): FieldError => ({ path, code, message });

/** Writes the content of a send by the template it names: `content` in place of `template`, for each of its channels. Warm the book first. */
export function writeByTemplate(ctx: RequestContext, given: Body): Written {
  const { template, content, ...rest } = given;
  const channels = channelsOf(rest);
  const fail = (...faults: FieldError[]): Written => ({
    body: { ...rest, content: contentFor(rest, channels, new Map()) },
    by: new Map(),
    faults,
    notes: [],
  });
  const parsed = TemplateRef.safeParse(template);
  if (!parsed.success) return fail(...fieldErrorsOf(parsed.error, 'template', template));
  if (content !== undefined) {
    return fail(
      fault('content', 'not_allowed', 'Give `content` or `template`, not both: the template writes the content.'),
    );
  }
  const ref = parsed.data;
  const found = ctx.services.templates.find(ctx.workspace.number, ref.key);
  if (found === undefined) {
    return fail(
      fault('template.key', 'unknown', 'There is no template with this key; keys are listed by GET /v1/templates.'),
    );
  }
  const version = found.versionFor(ctx.environment);
  if (version === undefined) return fail(fault('template.key', 'not_approved', notApproved(ctx)));
  if (version.unreviewed.length > 0) {
    return fail(fault('template.key', 'not_reviewed', notReviewed(version, 'send by it')));
  }
  const faults = [
    ...classFault(found, rest.class),
    ...judgeValues(version.compiled.variables, ref.variables, 'template.variables'),
  ];
  if (faults.length > 0) return fail(...faults);
  // What a send says itself counts more.
  const about = found.topic === null || rest.topic !== undefined ? rest : { ...rest, topic: found.topic };
  return writeAll(ctx, { version, ref, rest: about, channels }, fail);
}

const notApproved = ({ environment }: RequestContext): string =>
  environment === 'live'
    ? 'No version of this template is approved: submit it and have it approved, or send from the sandbox.'
    : 'Every version of this template is rejected or paused: add a new one.';

function classFault({ class: own }: BookedTemplate, given: unknown): FieldError[] {
  if (!TrafficClass.safeParse(given).success || given === own) return [];
  const message = `This template is for ${own} messages; send it in that class, or by another template.`;
  return [fault('class', 'not_allowed', message)];
}

interface Writing {
  version: BookedVersion;
  ref: TemplateRef;
  rest: Body;
  channels: readonly Channel[];
}

function writeAll(
  ctx: RequestContext,
  { version, ref, rest, channels }: Writing,
  fail: (...faults: FieldError[]) => Written,
): Written {
  const home = ctx.services.config.current().workspaces.get(ctx.workspace.number);
  const wanted = ref.locale ?? home?.defaultLanguage;
  const by = new Map<Channel, WrittenBy>();
  const contents = new Map<Channel, object>();
  const faults: FieldError[] = [];
  for (const channel of channels) {
    const body = bodyFor(version.compiled, channel, wanted);
    if (body === undefined) {
      const message = `The template says nothing by ${channel}: leave the channel out, or add a body for it to the template.`;
      faults.push(fault('template.key', 'no_body', message));
      continue;
    }
    const content = contentOf(body, version, ref, faults);
    if (content !== undefined) contents.set(channel, content);
    const isOther = wanted !== undefined && wanted.toLowerCase() !== body.locale.toLowerCase();
    by.set(channel, { version: version.number, locale: body.locale, ...(isOther ? { asked: wanted } : {}) });
  }
  if (faults.length > 0) return fail(...faults);
  const notes = version.state === 'approved' ? [] : [draftNote(ref.key, version)];
  return { body: { ...rest, content: contentFor(rest, channels, contents) }, by, faults: [], notes };
}

function contentOf(
  body: CompiledBody,
  { compiled }: BookedVersion,
  ref: TemplateRef,
  faults: FieldError[],
): object | undefined {
  const rendered = body.render(valuesFor(compiled, body, ref.variables));
  if ('tooLong' in rendered) {
    const message = `The ${rendered.tooLong} for ${body.channel} grows too long with these values; shorten them.`;
    faults.push(fault('template.variables', 'too_long', message));
    return undefined;
  }
  // An empty line of a mail is one that is not there.
  return Object.fromEntries(Object.entries(rendered).filter(([, text]) => text !== null));
}

const draftNote = (key: string, { version, state }: BookedVersion): SendNote => ({
  code: 'template_not_approved',
  message: `Version ${version} of ${key} is ${state === 'submitted' ? 'submitted, not approved' : 'a draft'}: only the sandbox sends by it.`,
});

/** The channels a body names, as far as it names any: what is wrong with them is said by whoever judges the rest. */
function channelsOf({ channel, channels }: Body): Channel[] {
  const named: unknown[] = Array.isArray(channels) ? channels : [channel];
  return Channel.options.filter((one) => named.includes(one));
}

function contentFor(rest: Body, channels: readonly Channel[], contents: ReadonlyMap<Channel, object>): object {
  const of = (channel: Channel) => contents.get(channel) ?? STAND_IN[channel];
  if ('channels' in rest || 'mode' in rest)
    return Object.fromEntries(channels.map((channel) => [channel, of(channel)]));
  return of(channels[0] ?? 'sms');
}

/** Where a fault of written content is told: the caller wrote a template and its variables, no content. */
export function pathInTemplate({ path, code, message }: FieldError): FieldError {
  if (!/^content\b/.test(path)) return { path, code, message };
  return { path: 'template', code, message: `What the template writes (${path}): ${message}` };
}
