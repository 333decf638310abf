'use client';

import type { SegmentedText } from '@signalbox/core/content';
import { Input } from 'antd';
import { type ComponentProps, useRef } from 'react';
import styles from './send.module.css';

/** A text area whose dear characters are underlined: the marks lie behind the text and scroll with it. */
export function MarkedText(
  props: { value: string; segmented: SegmentedText; onText: (text: string) => void } & Pick<
    ComponentProps<typeof Input.TextArea>,
    'id' | 'status' | 'maxLength' | 'aria-describedby' | 'placeholder' | 'onBlur'
  >,
) {
  const { value, segmented, onText, ...rest } = props;
  const marks = useRef<HTMLDivElement>(null);
  const pieces: { text: string; isMarked: boolean; at: number }[] = [];
  let from = 0;
  for (const { index, character } of segmented.forcing) {
    if (index > from) pieces.push({ text: value.slice(from, index), isMarked: false, at: from });
    pieces.push({ text: character, isMarked: true, at: index });
    from = index + character.length;
  }
  pieces.push({ text: value.slice(from), isMarked: false, at: from });
  return (
    <div className={styles.marked}>
      <div className={styles.marks} ref={marks} aria-hidden="true">
        {pieces.map(({ text, isMarked, at }) => (isMarked ? <u key={at}>{text}</u> : <span key={at}>{text}</span>))}
        {'\n'}
      </div>
      <Input.TextArea
        {...rest}
        value={value}
        onChange={(event) => onText(event.target.value)}
        onScroll={(event) => marks.current?.scrollTo({ top: event.currentTarget.scrollTop })}
        rows={6}
        style={{ resize: 'none' }}
      />
    </div>
  );
}
