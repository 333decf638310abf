import { type DltCandidate, type DltCheckRequest, type DltCheckResult, SignalboxError } from '@signalbox/contracts';
import {
  bareHeader,
  type Candidate,
  checkDltText,
  type DltEntityBook,
  type DltTemplateRow,
  fitsKind,
  rankTemplates,
} from '@signalbox/core';
import type { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { shownAs } from './entries.ts';

const CANDIDATES = 5;

/** What an operator in India would say of a text, and the templates most like it with the places at which they differ. Nothing is sent. */
export async function checkDlt({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: z.infer<typeof DltCheckRequest>;
}): Promise<DltCheckResult> {
  const { text, from, class: trafficClass } = input;
  const { config, world } = ctx.services;
  const nowMs = world.nowMs();
  const book = config.current().dltOf(ctx.workspace.number);
  if (book === undefined) {
    throw new SignalboxError('not_found', {
      detail: 'No entity is on file: add the principal entity and its templates first.',
    });
  }
  const fact = book.judge({ class: trafficClass, sender: from, text, templateId: null }, nowMs);
  const entity = book.entities(nowMs).find(({ id }) => id === fact.entityId);
  if (entity === undefined) throw new Error('an entity was judged that is not on file');
  const { problem } = fact;
  return {
    passes: problem === null,
    entity_id: fact.entityId,
    header: fact.header,
    template_id: fact.templateId,
    shown_as: shownAs(fact.header, fact.kind),
    problem:
      problem === null
        ? null
        : {
            code: problem.code,
            operator_code: problem.operatorCode,
            reason: problem.reason,
            cure: problem.cure,
            mark: problem.mark,
          },
    candidates: candidatesOf(entity, input, fact.templateId).map(viewOf),
  };
}

/** Those of the header and class first: what may go is of more use than what is like it. */
function candidatesOf(
  entity: DltEntityBook,
  { text, from, template_id, class: trafficClass }: z.infer<typeof DltCheckRequest>,
  judgedBy: string | null,
): Candidate<DltTemplateRow>[] {
  const { templates } = entity;
  if (template_id !== null) {
    const asked = templates.filed.find(({ row }) => row.id === template_id);
    if (asked === undefined) throw new SignalboxError('not_found', { detail: 'No template with this id is on file.' });
    return [{ ...asked, alignment: checkDltText(asked.template, text, templates.matching) }];
  }
  const header = from === null ? null : bareHeader(from);
  const fits = (row: DltTemplateRow) =>
    row.id === judgedBy || ((header === null || row.headers.includes(header)) && fitsKind(trafficClass, row.kind));
  const fitting = rankTemplates(templates, text, CANDIDATES, fits);
  const ranked = fitting.length > 0 ? fitting : rankTemplates(templates, text, CANDIDATES);
  // The one by which the text was judged stands first, so that the page speaks of one thing.
  return ranked.sort((a, b) => Number(b.row.id === judgedBy) - Number(a.row.id === judgedBy));
}

const viewOf = ({ row, template, alignment }: Candidate<DltTemplateRow>): DltCandidate => ({
  template_id: row.id,
  name: row.name,
  template_kind: row.kind,
  headers: [...row.headers],
  usable: row.standing.usable,
  template: template.text,
  matches: alignment.matches,
  score: alignment.score,
  marks: alignment.marks,
  parts: alignment.parts,
  long_values: alignment.values.flatMap(({ variable, long }) => (long ? [variable] : [])),
});
