import type { GlossaryTerm } from '@signalbox/contracts';
import { countParts } from '../content/index.ts';
import type { CompiledBody, RenderedBody } from './compile.ts';
import { judgeTerms, type TermFault } from './glossary.ts';
import { textOfHtml } from './mail-text.ts';

/** A body with what it says. */
export interface SaidBody {
  body: Pick<CompiledBody, 'channel' | 'locale' | 'names'>;
  rendered: RenderedBody;
}

/** What a body says differently from the one in the default language. */
export interface BesideDefault {
  missing: string[];
  added: string[];
  longerPercent: number;
  moreParts: number;
  terms: TermFault[];
}

/** Lays a body beside the one in the default language: the variables one of them leaves out, terms of the glossary, and by how much it is longer. */
export function besideDefault(
  own: SaidBody,
  standard: SaidBody,
  glossary: readonly GlossaryTerm[] = [],
): BesideDefault {
  const [mine, theirs] = [lengthOf(own.rendered), lengthOf(standard.rendered)];
  const isText = own.body.channel === 'sms';
  const parts = ({ rendered }: SaidBody): number => (isText ? countParts(rendered.text ?? '') : 0);
  return {
    missing: [...standard.body.names].filter((name) => !own.body.names.has(name)).sort(),
    added: [...own.body.names].filter((name) => !standard.body.names.has(name)).sort(),
    longerPercent: theirs === 0 ? 0 : Math.round((mine / theirs - 1) * 100),
    moreParts: parts(own) - parts(standard),
    terms: judgeTerms(readOf(own.rendered), readOf(standard.rendered), own.body.locale, glossary),
  };
}

/** What a reader sees: of a mail its subject and its text, for its HTML is mostly looks. */
const readOf = ({ subject, text, html }: RenderedBody): string =>
  [subject ?? '', text ?? textOfHtml(html ?? '')].filter((part) => part !== '').join('\n');

const lengthOf = (rendered: RenderedBody): number => [...readOf(rendered)].length;
