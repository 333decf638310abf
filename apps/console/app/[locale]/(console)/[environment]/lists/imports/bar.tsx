'use client';

import type { ImportView } from '@signalbox/contracts';
import { Progress, Tag } from 'antd';
import { useTranslations } from 'use-intl';

const COLOURS: Readonly<Partial<Record<ImportView['state'], string>>> = {
  done: 'success',
  checked: 'success',
  failed: 'error',
  canceled: 'warning',
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
      <Tag color={COLOURS[state] ?? 'default'}>{t(`imports.state.${state}`)}</Tag>
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
