'use client';

import {
  type ApiModel,
  type JsonValue,
  SNIPPET_LANGUAGES,
  type SnippetLanguage,
  snippet,
} from '@signalbox/contracts/clients';
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CopyButton } from '#components/cells/copy-button.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import { type CallDraft, objectOf } from './call-form.tsx';
import type { PlaygroundOperation } from './operations.ts';
import styles from './playground.module.css';

const NAMES: Record<SnippetLanguage, string> = {
  curl: 'curl',
  typescript: 'TypeScript',
  python: 'Python',
  php: 'PHP',
  java: 'Java',
};

/** The call as a program to copy, in the language chosen. */
export function SnippetPanel(props: {
  api: ApiModel;
  operation: PlaygroundOperation;
  draft: CallDraft;
  baseUrl: string;
  idempotencyKey: string;
}) {
  const t = useTranslations();
  const [language, setLanguage] = useState<SnippetLanguage>('curl');
  const { api, operation, draft, baseUrl, idempotencyKey } = props;
  const code = useMemo(() => {
    const body = objectOf(draft.body);
    return snippet(
      api,
      operation.model,
      {
        baseUrl,
        path: Object.fromEntries(operation.model.pathParameters.map((name) => [name, draft.path[name] ?? `{${name}}`])),
        query: draft.query,
        ...(operation.model.body === undefined || body === undefined
          ? {}
          : { body: body as { [name: string]: JsonValue } }),
        idempotencyKey,
      },
      language,
    );
  }, [api, operation, draft, baseUrl, idempotencyKey, language]);
  return (
    <Panel
      title={t('playground.snippet')}
      hint={t('playground.snippetHint')}
      extra={
        <CopyButton text={code} what={t('playground.snippet')} type="default">
          {t('action.copy')}
        </CopyButton>
      }
    >
      <div className={styles.stack}>
        <Segmented<SnippetLanguage>
          aria-label={t('playground.language')}
          className={styles.languages ?? ''}
          value={language}
          onChange={setLanguage}
          options={SNIPPET_LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
        />
        <ScrollBox className={styles.snippet} label={t('playground.snippet')}>
          <pre>{code}</pre>
        </ScrollBox>
      </div>
    </Panel>
  );
}
