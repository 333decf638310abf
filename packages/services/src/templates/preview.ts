import type {
  GlossaryTerm,
  PreviewTemplateRequest,
  TemplateBeside,
  TemplateDltCheck,
  TemplateMailLooks,
  TemplatePreview,
  TemplateRendering,
  TemplateSegments,
  TemplateValue,
  TrafficClass,
} from '@signalbox/contracts';
import {
  besideDefault,
  type CompiledBody,
  type ContentFault,
  checkDltText,
  countParts,
  judgeMail,
  judgeValues,
  printValues,
  type RenderedBody,
  replaceForcing,
  segmentText,
  shortestValues,
  UNSUBSCRIBE_PLACE,
} from '@signalbox/core';
import type { RequestContext } from '../context.ts';
import { partPriceRange } from '../prices/part-price-range.ts';
import { makeBodies, readContent } from './compile-content.ts';
import { listGlossary } from './glossary.ts';
import { judgeDomains } from './judge-domains.ts';

/**
 * A content as it would go out with these values, body by body: parts and the characters that make them dear, what operators in India would
 * say, and everything that is wrong, by field. Nothing is stored and nothing is sent; values that are left out are the samples.
 */
export async function previewTemplate({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: PreviewTemplateRequest;
}): Promise<TemplatePreview> {
  const { variables, bodies, default_locale } = input;
  const made = await makeBodies(bodies, ctx.services.world.nowMs);
  const { bodies: compiled, faults } = readContent(input, made);
  const values: Record<string, TemplateValue> = {
    ...Object.fromEntries(variables.map(({ name, sample }) => [name, sample])),
    ...input.values,
  };
  // One language is laid beside nothing.
  const glossary =
    new Set(bodies.map(({ locale }) => locale)).size < 2 ? [] : (await listGlossary({ ctx, input: {} })).data;
  const errors: ContentFault[] = [...faults];
  const wrong = judgeValues(variables, values, 'values');
  // A sample that is wrong is told as that already.
  errors.push(...wrong.filter(({ path }) => Object.hasOwn(input.values, path.slice('values.'.length))));
  const said = compiled.map((body, index): Said | null => {
    if (body === null || wrong.length > 0) return null;
    const rendered = body.render(printValues(variables, values, body.locale));
    if (!('tooLong' in rendered)) return { body, rendered };
    const source = bodies[index];
    const isMade = rendered.tooLong === 'html' && source?.channel === 'email' && source.mjml !== undefined;
    errors.push({ path: `bodies.${index}.${isMade ? 'mjml' : rendered.tooLong}`, code: 'too_long', message: TOO_LONG });
    return null;
  });
  const renderings = bodies.map(({ channel, locale }, index): TemplateRendering => {
    const own = said[index] ?? null;
    if (own === null) return { channel, locale, ...EMPTY, beside: null };
    const standard = said.find((other) => other?.body.channel === channel && other.body.locale === default_locale);
    const beside = standard === own || !standard ? null : besideOf(own, standard, glossary);
    return { ...renderingOf(ctx, input, own), beside };
  });
  const domains = judgeDomains(ctx, input, compiled);
  if (domains?.rule === 'refuse') errors.push(...domains.faults);
  const told = errors.map(({ line = null, ...error }) => ({ ...error, line }));
  const warnings = domains?.rule === 'warn' ? domains.faults.map((fault) => ({ ...fault, line: null })) : [];
  return { renderings, errors: told, warnings, price_per_part: partPriceRange(ctx, input.class) };
}

const EMPTY = { subject: null, text: null, html: null, segments: null, mail: null, dlt: null };

/** What a body says to the person it is shown for, with all that follows from it alone. */
export function renderingOf(
  ctx: RequestContext,
  content: Pick<PreviewTemplateRequest, 'class' | 'variables'>,
  { body, rendered }: Said,
): Omit<TemplateRendering, 'beside'> {
  const { channel, locale } = body;
  const empty = { channel, locale, ...EMPTY };
  if (channel !== 'sms') {
    return { ...empty, ...withSampleLink(ctx, rendered), mail: looksOf(content.class, rendered) };
  }
  const text = rendered.text ?? '';
  const least = body.render(shortestValues(content.variables));
  const partsAtLeast = 'tooLong' in least ? 1 : countParts(least.text ?? '');
  return {
    ...{ ...empty, ...rendered },
    segments: segmentsOf(text, partsAtLeast),
    dlt: dltOf(ctx, content, body.dltTemplateId, text),
  };
}

/** A body with what it says to the person it is shown for. */
export interface Said {
  body: CompiledBody;
  rendered: RenderedBody;
}

/** A mail as it looks with the link that each gets when it leaves. */
function withSampleLink({ services }: RequestContext, { subject, text, html }: RenderedBody): RenderedBody {
  const url = `${services.publicUrl ?? 'https://api.example.com'}/u/…`;
  const fill = (source: string | null) => source?.replaceAll(UNSUBSCRIBE_PLACE, url) ?? null;
  return { subject: fill(subject), text: fill(text), html: fill(html) };
}

function besideOf(own: Said, standard: Said, glossary: readonly GlossaryTerm[]): TemplateBeside {
  const { longerPercent, moreParts, ...said } = besideDefault(own, standard, glossary);
  return { ...said, longer_percent: longerPercent, more_parts: moreParts };
}

function looksOf(trafficClass: TrafficClass, rendered: RenderedBody): TemplateMailLooks {
  const { bytes, linkDomains, checks } = judgeMail(rendered, trafficClass);
  return { bytes, link_domains: linkDomains, checks };
}

const TOO_LONG = 'With the samples this grows too long to send; shorten it.';

function segmentsOf(text: string, partsAtLeast: number): TemplateSegments {
  const { encoding, units, parts, unitsInLastPart, unitsPerPart, forcing } = segmentText(text);
  const distinct = new Map(forcing.map(({ character, suggestion }) => [character, suggestion]));
  return {
    encoding,
    units,
    parts: parts.length,
    units_in_last_part: unitsInLastPart,
    units_per_part: unitsPerPart,
    parts_at_least: Math.min(partsAtLeast, parts.length),
    forcing: [...distinct].map(([character, suggestion]) => ({ character, suggestion })),
    parts_replaced: forcing.length === 0 ? parts.length : countParts(replaceForcing(text)),
  };
}

/** What India's operators would say; null when the workspace has no entity there, or the body names no content template and none is like it. */
function dltOf(
  ctx: RequestContext,
  { class: trafficClass }: Pick<PreviewTemplateRequest, 'class'>,
  templateId: string | null,
  text: string,
): TemplateDltCheck | null {
  const { config, world } = ctx.services;
  const nowMs = world.nowMs();
  const book = config.current().dltOf(ctx.workspace.number);
  if (book === undefined || templateId === null) return null;
  const index = book
    .entities(nowMs)
    .map(({ templates }) => templates)
    .find(({ filed }) => filed.some(({ row }) => row.id === templateId));
  const filed = index?.filed.find(({ row }) => row.id === templateId);
  if (index === undefined || filed === undefined) {
    const cure = 'No content template with this id is on file: add it to the DLT registry first.';
    return { passes: false, template_id: templateId, template_name: null, template_text: null, cure, marks: [] };
  }
  const fact = book.judge({ class: trafficClass, sender: null, text, templateId }, nowMs);
  const { marks } = checkDltText(filed.template, text, index.matching);
  return {
    passes: fact.problem === null,
    template_id: templateId,
    template_name: filed.row.name,
    template_text: filed.template.text,
    cure: fact.problem?.cure ?? null,
    marks,
  };
}
