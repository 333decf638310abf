import type {
  DltCtaType,
  DltFact,
  DltKind,
  DltMark,
  DltProblem,
  DltProblemCode,
  ReasonCode,
  TrafficClass,
} from '@signalbox/contracts';
import { findLinks } from '../screening/index.ts';
import { type FoundCall, isListed, linksOf } from './calls-to-action.ts';
import type { DltAlignment } from './check-text.ts';
import { type Candidate, findMatch, rankTemplates, type TemplateIndex } from './find-template.ts';
import { mark } from './marks.ts';

/** A registration as it counts now: usable, or why not, in words such as "is suspended" or "expired on 2026-01-31". */
export interface Standing {
  usable: boolean;
  why: string;
}

/** A principal entity with what is registered under it. */
export interface DltEntityBook {
  id: string;
  name: string;
  standing: Standing;
  headers: ReadonlyMap<string, Standing>;
  templates: TemplateIndex<DltTemplateRow>;
  calls: readonly { type: DltCtaType; value: string }[];
}

/** What is known of a content template beside its text. */
export interface DltTemplateRow {
  id: string;
  name: string;
  kind: DltKind;
  headers: readonly string[];
  standing: Standing;
}

/** A text to India that is to be judged. */
export interface DltQuestion {
  class: TrafficClass;
  /** The bare header, or null to take that of the template. */
  header: string | null;
  text: string;
  /** The content template it must go by; null lets it be found by the text. */
  templateId: string | null;
}

/** Kinds that a class may go by: marketing by the promotional ones, the rest by the others. */
const KINDS: Record<TrafficClass, readonly DltKind[]> = {
  otp: ['transactional', 'service_implicit', 'government'],
  transactional: ['transactional', 'service_implicit', 'government'],
  marketing: ['promotional', 'service_explicit'],
};

/** Whether a message of the class may go by a template of the kind. */
export const fitsKind = (trafficClass: TrafficClass, kind: DltKind): boolean => KINDS[trafficClass].includes(kind);

/**
 * Judges a text as an operator will: entity, header, template, its kind, text, calls to action (domain: 1.12). The answer carries the ids that
 * travel with the text, or the first thing for which it cannot pass, with the place and the cure.
 */
export function judgeDlt(entities: readonly DltEntityBook[], question: DltQuestion): DltFact {
  const { header } = question;
  if (header === null) return judgeUnder(entities[0] as DltEntityBook, question);
  const owner = entities.find(({ headers }) => headers.has(header));
  if (owner !== undefined) return judgeUnder(owner, question);
  const [first] = entities;
  const sameLetters = entities
    .flatMap(({ headers }) => [...headers.keys()])
    .find((known) => known.toLowerCase() === header.toLowerCase());
  const cure =
    sameLetters === undefined
      ? `Register the header “${header}” with the operator and add it here, or send from one that is.`
      : `Write the header as “${sameLetters}”: capitals count.`;
  return fact(first as DltEntityBook, header, null, problem('header_unknown', cure));
}

function judgeUnder(entity: DltEntityBook, question: DltQuestion): DltFact {
  const { header } = question;
  if (!entity.standing.usable) {
    return fact(
      entity,
      header,
      null,
      problem(
        'entity_inactive',
        `The entity “${entity.name}” ${entity.standing.why}: renew it with the operator, then mark it active here.`,
      ),
    );
  }
  const standing = header === null ? undefined : entity.headers.get(header);
  if (standing !== undefined && !standing.usable) {
    return fact(
      entity,
      header,
      null,
      problem('header_inactive', `The header “${header}” ${standing.why}: send from another one, or renew it.`),
    );
  }
  const { templates } = entity;
  const mayGo = (row: DltTemplateRow) =>
    isMeant(row, question) && row.standing.usable && isLinked(row, header) && fitsKind(question.class, row.kind);
  const found = findMatch(templates, question.text, mayGo);
  if (found === undefined) return judgeMismatch(entity, question);
  return judgeFound(entity, header, found);
}

const isMeant = ({ id }: DltTemplateRow, { templateId }: DltQuestion): boolean =>
  templateId === null || id === templateId;

const isLinked = ({ headers }: DltTemplateRow, header: string | null): boolean =>
  header === null || headers.includes(header);

function judgeFound(
  entity: DltEntityBook,
  named: string | null,
  { row, alignment }: Candidate<DltTemplateRow>,
): DltFact {
  const header = named ?? row.headers.find((one) => entity.headers.get(one)?.usable === true) ?? null;
  if (header === null) {
    return fact(
      entity,
      null,
      row,
      problem(
        'header_missing',
        `The template “${row.name}” has no active header: name one in “from”, or link one to it.`,
      ),
    );
  }
  const unlisted = unlistedMark(alignment, entity.calls);
  return fact(entity, header, row, unlisted === null ? null : problem('link_not_listed', unlisted.cure, unlisted));
}

/** No usable template matches: one that may not be used may, and says more than the nearest of the others. */
function judgeMismatch(entity: DltEntityBook, question: DltQuestion): DltFact {
  const { templates } = entity;
  const { header, text } = question;
  const other = findMatch(templates, text, (row) => isMeant(row, question));
  if (other !== undefined) return fact(entity, header, other.row, misused(other.row, question));
  const [nearest] = rankTemplates(
    templates,
    text,
    1,
    (row) => isMeant(row, question) && isLinked(row, header) && row.standing.usable,
  );
  if (nearest === undefined) {
    const whose = header === null ? `the entity “${entity.name}”` : `the header “${header}”`;
    return fact(
      entity,
      header,
      null,
      problem('template_unknown', `Register a template with this text and link it to ${whose}.`),
    );
  }
  const [first] = nearest.alignment.marks;
  const code =
    first?.kind === 'too_long' && nearest.alignment.marks.length === 1 ? 'variable_too_long' : 'text_mismatch';
  return fact(
    entity,
    header,
    nearest.row,
    problem(code, first?.cure ?? 'Write the text as its template has it.', first ?? null),
  );
}

function misused(row: DltTemplateRow, { class: trafficClass, header }: DltQuestion): DltProblem {
  if (!row.standing.usable) {
    return problem(
      'template_inactive',
      `The template “${row.name}” ${row.standing.why}: register the text anew, or use another template.`,
    );
  }
  if (!isLinked(row, header)) {
    return problem(
      'header_not_linked',
      `Link the header “${header}” to the template “${row.name}”, or send from ${row.headers.join(' or ')}.`,
    );
  }
  return problem(
    'kind_mismatch',
    `The template “${row.name}” is ${KIND_NAMES[row.kind]}, which ${trafficClass} messages may not use: send it in a class that fits, or register the text as ${trafficClass === 'marketing' ? 'promotional' : 'service implicit'}.`,
  );
}

const KIND_NAMES: Record<DltKind, string> = {
  transactional: 'transactional',
  service_implicit: 'service implicit',
  service_explicit: 'service explicit',
  promotional: 'promotional',
  government: 'of the government',
};

/** The first link, number or address that the whitelist has not. Numbers and addresses are looked for where a placeholder holds one. */
export function unlistedMark(
  { text, parts, values }: DltAlignment,
  calls: readonly { type: DltCtaType; value: string }[],
): DltMark | null {
  const own = values.flatMap(({ tag, start, end, text: value }): FoundCall[] => {
    if (tag === 'cbn') return [{ kind: 'number', text: value, start, end }];
    if (tag === 'email') return [{ kind: 'email', text: value, start, end }];
    return tag === 'url' || tag === 'urlott' ? [{ kind: 'link', text: value, start, end }] : [];
  });
  const isIn = (all: readonly { start: number; end: number }[], call: FoundCall) =>
    all.some(({ start, end }) => call.start < end && start < call.end);
  const plain = [...own, ...linksOf(text).filter((call) => !isIn(own, call))];
  // A placeholder is where a link is hidden: there whatever a phone would open counts, a bare host or one in signs that only look like letters.
  const hidden = findLinks(text).flatMap(({ start, end }): FoundCall[] => {
    const call: FoundCall = { kind: 'link', text: text.slice(start, end), start, end };
    return isIn(values, call) && !isIn(plain, call) ? [call] : [];
  });
  const all = [...plain, ...hidden].sort((a, b) => a.start - b.start);
  const unlisted = all.find((call) => !isListed(call, calls));
  if (unlisted === undefined) return null;
  const inside = parts.find(({ start, end }) => unlisted.start >= start && unlisted.start < end);
  const place = {
    text,
    start: unlisted.start,
    end: unlisted.end,
    from: 0,
    to: 0,
    found: unlisted.text,
    expected: '',
    variable: null,
  };
  return {
    ...mark('not_listed', place, {
      operator_code: '642',
      cure: `Have “${unlisted.text}” put on the whitelist of the entity, or take one that is on it.`,
    }),
    variable: inside?.variable ?? null,
    tag: inside?.tag ?? null,
  };
}

const CODES: Record<DltProblemCode, readonly [operatorCode: string, reason: ReasonCode]> = {
  entity_inactive: ['602', 'sender.auth_failed'],
  header_missing: ['620', 'sender.not_registered'],
  header_unknown: ['620', 'sender.not_registered'],
  header_inactive: ['621', 'sender.not_registered'],
  template_unknown: ['630', 'content.template_mismatch'],
  template_inactive: ['631', 'content.template_mismatch'],
  header_not_linked: ['634', 'content.template_mismatch'],
  kind_mismatch: ['683', 'content.template_mismatch'],
  text_mismatch: ['633', 'content.template_mismatch'],
  variable_too_long: ['635', 'content.template_mismatch'],
  link_not_listed: ['642', 'content.url_not_allowed'],
};

function problem(code: DltProblemCode, cure: string, at: DltMark | null = null): DltProblem {
  const [operatorCode, reason] = CODES[code];
  return { code, operatorCode, reason, mark: at, cure };
}

function fact(
  entity: DltEntityBook,
  header: string | null,
  row: DltTemplateRow | null,
  stopped: DltProblem | null,
): DltFact {
  return {
    entityId: entity.id,
    header,
    templateId: row?.id ?? null,
    templateName: row?.name ?? null,
    kind: row?.kind ?? null,
    problem: stopped,
  };
}
