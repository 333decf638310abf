'use client';

import type { ImportView } from '@signalbox/contracts';
import { Progress } from 'antd';
import { useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import type { Tone } from '#theme/palette.ts';

const TONES: Readonly<Partial<Record<ImportView['state'], Tone>>> = {
  done: 'good',
  checked: 'good',
  failed: 'bad',
  canceled: 'warn',
  checking: 'info',
  running: 'info',
  undoing: 'info',
};

/** True while a worker is at the file. */
export const isLive = ({ state }: ImportView): boolean =>
  state === 'checking' || state === 'running' || state === 'undoing';

/** How an import stands in one line: a word, and a bar while its file is read. */
export function ImportBar({ of }: { of: ImportView }) {
  const t = useTranslations();
  const { bytes, bytes_read: read, state } = of;
  return (
    <>
      <ToneTag tone={TONES[state] ?? 'neutral'}>{t(`imports.state.${state}`)}</ToneTag>
      {(state === 'checking' || state === 'running') && (
        <Progress
          size="small"
          aria-label={t('imports.progress')}
          percent={Math.floor((100 * read) / Math.max(1, bytes))}
        />
      )}
    </>
  );
}
