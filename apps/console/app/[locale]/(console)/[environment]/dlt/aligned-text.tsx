'use client';

import type { DltMark, DltPart } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import styles from './dlt.module.css';

/** The text as it stands beside its template: what is too many is underlined with a plus, what is missing stands in a box with a minus. */
export function AlignedText({ parts, marks }: { parts: readonly DltPart[]; marks: readonly DltMark[] }) {
  return (
    <p className={styles.aligned}>
      {parts.map((part) => (
        <Part
          key={`${part.kind} ${part.start} ${part.end} ${part.expected}`}
          part={part}
          mark={part.mark === null ? undefined : marks[part.mark]}
        />
      ))}
    </p>
  );
}

// A space or a line end at an edge would not be seen.
const shown = (text: string): string =>
  text.trim() === '' ? text.replaceAll(' ', '␣').replaceAll('\n', '↵').replaceAll('\t', '⇥') : text;

function Part({ part, mark }: { part: DltPart; mark: DltMark | undefined }) {
  const t = useTranslations();
  if (part.kind === 'equal') return part.found;
  if (part.kind === 'ignored') {
    return (
      <span className={styles.ignored} title={t('dlt.part.ignored')}>
        {part.found}
      </span>
    );
  }
  if (part.kind === 'variable') {
    return (
      <span
        className={styles.value}
        data-wrong={mark !== undefined}
        title={t('dlt.part.value', { number: part.variable ?? 0, tag: part.tag ?? 'var' })}
      >
        {part.found === '' ? '∅' : part.found}
      </span>
    );
  }
  const title = mark === undefined ? undefined : t(`dlt.mark.${mark.kind}`, valuesOf(mark));
  return (
    <>
      {part.expected !== '' && (
        <del className={styles.missing} title={title}>
          <span className="visually-hidden">{t('dlt.part.missing')} </span>
          <span aria-hidden="true">−</span>
          {shown(part.expected)}
        </del>
      )}
      {part.found !== '' && (
        <ins className={styles.extra} title={title}>
          <span className="visually-hidden">{t('dlt.part.extra')} </span>
          <span aria-hidden="true">+</span>
          {shown(part.found)}
        </ins>
      )}
    </>
  );
}

/** What the sentence of a mark is filled with. */
export const valuesOf = ({ found, expected, variable, limit, tag }: DltMark) => ({
  found: shown(found),
  expected: shown(expected),
  number: variable ?? 0,
  limit: limit ?? 0,
  length: found.length,
  tag: tag ?? 'var',
});
