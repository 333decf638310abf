import { type DraftJob, encodeId, TemplateBody, type TemplateContent } from '@signalbox/contracts';
import {
  type BodyPlace,
  type DraftingFault,
  endDrafting,
  insertTemplateVersion,
  markDrafted,
  readDrafting,
  readGlossary,
  readTemplateTranslations,
  readTranslationService,
  type SqlRunner,
} from '@signalbox/db';
import { recordAudit } from '../../audit/record.ts';
import type { RequestContext, Services } from '../../context.ts';
import { jobContext } from '../../job-context.ts';
import { inWorkspace } from '../../tenant.ts';
import { makeBodies, readContent, toldBody } from '../compile-content.ts';
import { lockedTemplate, newestOf, templateOf } from '../view.ts';
import { type CutDraft, cutDraft, isStale, planDrafts } from './plan-drafts.ts';

/**
 * The job that drafts languages: asks the service for all of them, puts back what must come back, and stores what stands as the next version, each text marked as a draft of a machine. What cannot stand is
 * told by channel and language. A run that comes twice changes nothing.
 */
export async function draftTranslations({
  ctx: { services },
  input,
}: {
  ctx: { services: Services };
  input: DraftJob;
}): Promise<void> {
  const actor = { id: 'translation', name: 'Translation', requestId: 'translation' };
  const ctx = jobContext(services, input.workspace, 'live', actor);
  if (ctx === undefined) return;
  const begun = await inWorkspace(ctx, (tx) => begin(tx, ctx, input.drafting));
  if (begun === undefined) return;
  const { row, source, defaultLocale, cuts } = begun;
  if (row === undefined) return end(ctx, input.drafting, [], [], 'The translation service was switched off meanwhile.');
  const name = `draft ${input.drafting}`;
  const answers = await services.translator.ask(
    { workspace: input.workspace, name, row, source: defaultLocale },
    cuts.map(({ locale, texts }) => ({ locale, texts })),
  );
  const drafted: TemplateBody[] = [];
  const faults: DraftingFault[] = [];
  for (const [index, cut] of cuts.entries()) {
    const answer = answers[index];
    const made = answer?.ok ? cut.make(answer.texts) : { ok: false as const, message: answer?.message ?? '' };
    const body = made.ok ? TemplateBody.safeParse(made.body) : undefined;
    if (body?.success) drafted.push(body.data);
    else faults.push({ channel: cut.channel, locale: cut.locale, message: made.ok ? TOO_LONG : made.message });
  }
  const read = await readDrafted(ctx, { ...source, default_locale: defaultLocale }, drafted);
  await end(ctx, input.drafting, read.good, [...faults, ...read.faults], null, cuts);
}

const TOO_LONG = 'The draft grew longer than a body may be: shorten the text in the default language.';

type Written = TemplateContent & { class: Parameters<typeof readContent>[0]['class']; default_locale: string };

/** What is to be drafted and by which service; undefined when it was done by another run. */
async function begin(tx: SqlRunner, ctx: RequestContext, number: number) {
  const workspace = ctx.workspace.number;
  const drafting = await readDrafting(tx, workspace, number);
  if (drafting?.state !== 'running') return undefined;
  const template = await templateOf(tx, ctx, drafting.key);
  const newest = await newestOf(tx, template);
  const [row, glossary, marks] = await Promise.all([
    readTranslationService(tx, workspace),
    readGlossary(tx, workspace),
    readTemplateTranslations(tx, newest.number),
  ]);
  const source = { variables: newest.variables, bodies: newest.bodies.map(toldBody), class: template.class };
  const cuts = planDrafts(source, template.defaultLocale, drafting.locales, marks).map((planned) =>
    cutDraft(planned, glossary),
  );
  return { row: row?.enabled ? row : undefined, source, defaultLocale: template.defaultLocale, cuts };
}

/** Reads drafts as any text of a template is read: those that cannot be are left out, each with its fault. */
async function readDrafted(
  ctx: RequestContext,
  of: Written,
  drafted: readonly TemplateBody[],
): Promise<{ good: TemplateBody[]; faults: DraftingFault[] }> {
  const standards = of.bodies.filter(({ locale }) => locale === of.default_locale);
  const made = await makeBodies([...standards, ...drafted], ctx.services.world.nowMs);
  const { faults } = readContent(of, made);
  const faultOf = (index: number) => faults.find(({ path }) => path.startsWith(`bodies.${standards.length + index}.`));
  return {
    good: drafted.filter((_, index) => faultOf(index) === undefined),
    faults: drafted.flatMap(({ channel, locale }, index) => {
      const message = faultOf(index)?.message;
      return message === undefined ? [] : [{ channel, locale, message }];
    }),
  };
}

/** Stores what stands as the next version and writes down what came of it, in one transaction and once. */
async function end(
  ctx: RequestContext,
  number: number,
  drafted: readonly TemplateBody[],
  faults: readonly DraftingFault[],
  why: string | null,
  cuts: readonly CutDraft[] = [],
): Promise<void> {
  const workspace = ctx.workspace.number;
  const bodies = (await makeBodies(drafted, ctx.services.world.nowMs)).bodies;
  await inWorkspace(ctx, async (tx) => {
    const drafting = await readDrafting(tx, workspace, number, true);
    if (drafting?.state !== 'running') return;
    const template = await lockedTemplate(tx, ctx, drafting.key);
    const newest = await newestOf(tx, template);
    const told = newest.bodies.map(toldBody);
    const isSame = cuts.every(({ like }) => told.some((body) => JSON.stringify(body) === JSON.stringify(like)));
    const marks = await readTemplateTranslations(tx, newest.number);
    const isAt = (one: BodyPlace) => (other: BodyPlace) => other.channel === one.channel && other.locale === one.locale;
    const fresh = isSame ? bodies.filter((one) => !told.some(isAt(one)) || isStale(marks, one)) : [];
    if (fresh.length === 0) {
      const message = why ?? (isSame ? 'No language could be drafted.' : CHANGED);
      await endDrafting(tx, number, { version: null, faults: [...faults], message });
      return;
    }
    const by = { ...drafting.asked, atMs: ctx.services.world.nowMs() };
    const made = await insertTemplateVersion(tx, {
      ...{ workspace, template: template.number, variables: newest.variables, by },
      bodies: [...newest.bodies.filter((one) => !fresh.some(isAt(one))), ...fresh],
    });
    await markDrafted(tx, { workspace, version: made.number, by }, fresh);
    await endDrafting(tx, number, { version: made.version, faults: [...faults], message: null });
    const placesOf = (all: readonly { channel: string; locale: string }[]) =>
      all.map(({ channel, locale }) => `${channel} ${locale}`);
    await recordAudit(tx, ctx, {
      action: 'template.translations_drafted',
      object: { kind: 'template', id: encodeId('template', template.id), name: template.key },
      before: null,
      after: { version: made.version, drafted: placesOf(fresh), refused: placesOf(faults) },
      environment: null,
    });
  });
  ctx.services.templates.forget();
}

const CHANGED = 'What the default language says was changed meanwhile: ask again.';
