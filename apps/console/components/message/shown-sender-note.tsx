'use client';

import type { ShownSenderView } from '@signalbox/contracts';
import { segmentText } from '@signalbox/core/content';
import { useTranslations } from 'use-intl';
import styles from './message.module.css';
import { useShownText } from './use-shown-sender.ts';

const SENTENCES = { affixed: 'affixed', replaced: 'replaced', labelled: 'marked' } as const;

/** What becomes of the sender of a text on its way, and of the text with what operators add; nothing where both arrive as they are. */
export function ShownSenderNote({ view, text }: { view: ShownSenderView; text: string }) {
  const t = useTranslations();
  const textOf = useShownText();
  const { sender, standing, shown } = view;
  const isMissing = sender !== null && standing !== null && standing !== 'registered';
  const lines = [
    shown.look === 'as_is' ? null : t(`shownSender.${SENTENCES[shown.look]}`, { shown: textOf(shown) }),
    isMissing ? t('shownSender.missing', { sender, standing: t(`senders.standing.${standing}`) }) : null,
    shown.tail === null
      ? null
      : t('shownSender.tailParts', { tail: shown.tail, parts: segmentText(text + shown.tail).parts.length }),
  ].filter((line) => line !== null);
  if (lines.length === 0) return null;
  return (
    <ul className={styles.shownSender}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {shown.rules.length > 0 && <li className={styles.shownRules}>{shown.rules.join(', ')}</li>}
    </ul>
  );
}
