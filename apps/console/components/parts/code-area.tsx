'use client';

import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import styles from './code-area.module.css';

interface Props {
  id: string;
  value: string;
  faults: readonly { line: number | null; message: string }[];
  readOnly: boolean;
  maxLength: number;
  /** The line at which the writer begins; none leaves the page where it is. */
  startAt?: number | undefined;
  onChange: (value: string) => void;
}

const ROWS = { least: 12, most: 28 };

/** A source of many lines: numbered, with a mark at each line that is at fault and a way to it. The key Tab moves on as everywhere else. */
export function CodeArea({ id, value, faults, readOnly, maxLength, startAt, onChange }: Props) {
  const t = useTranslations();
  const area = useRef<HTMLTextAreaElement>(null);
  const numbers = useRef<HTMLDivElement>(null);
  const lines = value.split('\n');
  const go = (line: number) => {
    const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    area.current?.focus();
    area.current?.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  };
  const begin = useRef(() => {
    if (startAt !== undefined) go(startAt);
  });
  useEffect(() => begin.current(), []);
  return (
    <div>
      <div className={styles.box} data-wrong={faults.length > 0}>
        <div ref={numbers} className={styles.numbers} aria-hidden="true">
          {lines.map((_, index) => (
            <div key={index} data-wrong={faults.some(({ line }) => line === index + 1)}>
              {index + 1}
            </div>
          ))}
        </div>
        <textarea
          ref={area}
          id={id}
          className={styles.source}
          value={value}
          rows={Math.min(ROWS.most, Math.max(ROWS.least, lines.length))}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          readOnly={readOnly}
          maxLength={maxLength}
          aria-describedby={`${id}-faults`}
          aria-invalid={faults.length > 0}
          onChange={(event) => onChange(event.target.value)}
          onScroll={(event) => {
            if (numbers.current !== null) numbers.current.scrollTop = event.currentTarget.scrollTop;
          }}
        />
      </div>
      <div id={`${id}-faults`}>
        {faults.map(({ line, message }) => (
          <p key={`${line} ${message}`} className={styles.fault}>
            {line !== null && (
              <Button size="small" type="link" onClick={() => go(line)}>
                {t('templates.line', { line })}
              </Button>
            )}
            {message}
          </p>
        ))}
      </div>
    </div>
  );
}
