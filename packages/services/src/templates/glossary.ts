import {
  GLOSSARY_MAX,
  type GlossaryPlace,
  type GlossaryTerm,
  type GlossaryView,
  SignalboxError,
} from '@signalbox/contracts';
import { deleteGlossaryTerm, readGlossary, saveGlossaryTerm } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';

/** The fixed terms of a workspace and what they are called in its languages. */
export async function listGlossary({ ctx }: { ctx: RequestContext; input: object }): Promise<GlossaryView> {
  return inWorkspace(ctx, async (tx) => ({ data: await readGlossary(tx, ctx.workspace.number) }));
}

const isAt =
  ({ term, locale }: GlossaryPlace) =>
  (other: GlossaryTerm): boolean =>
    other.term.toLowerCase() === term.toLowerCase() && other.locale === locale;

const objectOf = ({ term, locale }: GlossaryPlace) => ({
  kind: 'glossary' as const,
  id: `${term} ${locale ?? '*'}`,
  name: term,
});

/** Says what a term is called in a language, in the place of what was said before. Throws `request_invalid` when the glossary is full. */
export async function saveTerm({ ctx, input }: { ctx: RequestContext; input: GlossaryTerm }): Promise<GlossaryView> {
  const workspace = ctx.workspace.number;
  return inWorkspace(ctx, async (tx) => {
    const known = await readGlossary(tx, workspace);
    const before = known.find(isAt(input)) ?? null;
    if (before === null && known.length >= GLOSSARY_MAX) {
      throw refuseField('term', 'too_many', `A glossary has up to ${GLOSSARY_MAX} entries; remove one first.`);
    }
    await saveGlossaryTerm(tx, workspace, input);
    await recordAudit(tx, ctx, {
      action: 'glossary.term_saved',
      object: objectOf(input),
      before,
      after: input,
      environment: null,
    });
    return { data: await readGlossary(tx, workspace) };
  });
}

/** Removes an entry of the glossary; `not_found` when there is none. */
export async function removeTerm({ ctx, input }: { ctx: RequestContext; input: GlossaryPlace }): Promise<GlossaryView> {
  const workspace = ctx.workspace.number;
  return inWorkspace(ctx, async (tx) => {
    const before = await deleteGlossaryTerm(tx, workspace, input);
    if (before === undefined) {
      throw new SignalboxError('not_found', { detail: 'The glossary has no such term in this language.' });
    }
    await recordAudit(tx, ctx, {
      action: 'glossary.term_removed',
      object: objectOf(input),
      before,
      after: null,
      environment: null,
    });
    return { data: await readGlossary(tx, workspace) };
  });
}
