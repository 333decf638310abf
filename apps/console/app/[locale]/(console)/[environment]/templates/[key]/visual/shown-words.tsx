import { type Piece, plainWords, readWords, WORD_ELEMENTS } from '@signalbox/core/mail-tree';
import { createElement, type ReactNode } from 'react';
import { nameOfBraces } from './rich-dom.ts';
import styles from './visual.module.css';

/** A text as it reads in the mail. Its elements are drawn one by one from a short list, none with an attribute of the source. */
export function ShownWords({ html }: { html: string }) {
  const pieces = readWords(html);
  if (pieces === null) return <>{plainWords(html)}</>;
  return <>{drawn(pieces)}</>;
}

function drawn(pieces: readonly Piece[]): ReactNode[] {
  const open: { name: string; drawn: ReactNode[] }[] = [{ name: '', drawn: [] }];
  for (const [key, piece] of pieces.entries()) {
    const last = open.at(-1);
    if (piece.kind === 'open') open.push({ name: piece.name, drawn: [] });
    else if (piece.kind === 'close') {
      const closed = open.pop();
      const name = closed?.name === 'a' ? 'u' : (closed?.name ?? '');
      if (closed !== undefined && WORD_ELEMENTS.has(name)) {
        open.at(-1)?.drawn.push(createElement(name, { key }, ...closed.drawn));
      }
    } else if (piece.kind === 'break') last?.drawn.push(<br key={key} />);
    else if (piece.kind === 'words') last?.drawn.push(piece.text);
    else
      last?.drawn.push(
        <span key={key} className={styles.variable}>
          {nameOfBraces(piece.text)}
        </span>,
      );
  }
  return open[0]?.drawn ?? [];
}
