'use client';

import type { ApiModel } from '@signalbox/contracts/clients';
import { Input, Segmented } from 'antd';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { BodyFields } from './body-fields.tsx';
import type { PlaygroundOperation } from './operations.ts';
import styles from './playground.module.css';
import { fieldsFor, type JsonObject } from './shape-fields.ts';

/** What a call is made with: texts as they are typed. */
export interface CallDraft {
  path: Record<string, string>;
  query: Record<string, string>;
  /** JSON, which need not be right. */
  body: string;
}

/** The value a text of JSON holds, or undefined. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The object a text of JSON holds, or undefined. */
export function objectOf(text: string): JsonObject | undefined {
  const value = jsonOf(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
}

/** Path, query and body of a call, the body as a form or as JSON: two views of one text. */
export function CallForm(props: {
  api: ApiModel;
  operation: PlaygroundOperation;
  draft: CallDraft;
  onChange: (draft: CallDraft) => void;
}) {
  const { api, operation, draft, onChange } = props;
  const { model } = operation;
  const query = model.query === undefined ? undefined : api.types.get(model.query);
  return (
    <div className={styles.stack}>
      {model.pathParameters.length > 0 && (
        <TextFields
          names={model.pathParameters}
          values={draft.path}
          onChange={(path) => onChange({ ...draft, path })}
          isRequired
        />
      )}
      {query?.kind === 'object' && (
        <TextFields
          names={query.fields.map((field) => field.name)}
          values={draft.query}
          onChange={(values) => onChange({ ...draft, query: values })}
        />
      )}
      {model.body !== undefined && (
        <Body api={api} name={model.body} text={draft.body} onChange={(body) => onChange({ ...draft, body })} />
      )}
    </div>
  );
}

function TextFields(props: {
  names: readonly string[];
  values: Record<string, string>;
  onChange: (values: Record<string, string>) => void;
  isRequired?: boolean;
}) {
  const fields = props.names.map((name) => ({
    name,
    type: { kind: 'text' } as const,
    isRequired: props.isRequired === true,
    isNullAbsence: false,
    description: undefined,
  }));
  return (
    <BodyFields
      api={NO_TYPES}
      fields={fields}
      value={props.values}
      onChange={(values) => props.onChange(values as Record<string, string>)}
    />
  );
}

const NO_TYPES: ApiModel = { operations: [], types: new Map() };

function Body(props: { api: ApiModel; name: string; text: string; onChange: (text: string) => void }) {
  const t = useTranslations();
  const id = useId();
  const [look, setLook] = useState<'form' | 'json'>('form');
  const value = objectOf(props.text);
  const fields = fieldsFor(props.api, { kind: 'named', name: props.name }, value ?? {});
  return (
    <div className={styles.body}>
      <div className={styles.bodyHead}>
        <h3 id={id}>{t('playground.body')}</h3>
        <Segmented<'form' | 'json'>
          size="small"
          aria-label={t('playground.look')}
          value={look}
          onChange={setLook}
          options={[
            { value: 'form', label: t('playground.form') },
            { value: 'json', label: 'JSON' },
          ]}
        />
      </div>
      {look === 'json' ? (
        <Input.TextArea
          aria-labelledby={id}
          className={styles.code ?? ''}
          autoSize={{ minRows: 8, maxRows: 24 }}
          spellCheck={false}
          value={props.text}
          onChange={(event) => props.onChange(event.target.value)}
        />
      ) : value === undefined ? (
        <p className={styles.help}>{t('playground.notJson')}</p>
      ) : (
        <BodyFields
          api={props.api}
          fields={fields}
          value={value}
          onChange={(next) => props.onChange(JSON.stringify(next, undefined, 2))}
        />
      )}
    </div>
  );
}
