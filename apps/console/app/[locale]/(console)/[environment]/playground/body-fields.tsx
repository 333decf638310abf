'use client';

import type { ApiModel, FieldModel, TypeModel } from '@signalbox/contracts/clients';
import { Input, InputNumber, Select } from 'antd';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import styles from './playground.module.css';
import { fieldsFor, type JsonObject } from './shape-fields.ts';

function wordsOf(api: ApiModel, type: TypeModel): readonly string[] | undefined {
  if (type.kind === 'text') return type.values;
  const named = type.kind === 'named' ? api.types.get(type.name) : undefined;
  return named?.kind === 'words' ? named.values : undefined;
}

interface FieldsProps {
  api: ApiModel;
  fields: readonly FieldModel[];
  value: JsonObject;
  onChange: (value: JsonObject) => void;
}

/** The fields of an object as a form. A field that is emptied is left out; lists and free names are written as JSON. */
export function BodyFields(props: FieldsProps) {
  const { value } = props;
  const put = (name: string, given: unknown) => {
    const { [name]: _before, ...rest } = value;
    props.onChange(given === undefined ? rest : { ...rest, [name]: given });
  };
  return (
    <div className={styles.fields}>
      {props.fields.map((field) => (
        <Field
          key={field.name}
          api={props.api}
          field={field}
          value={value[field.name]}
          onChange={(given) => put(field.name, given)}
        />
      ))}
    </div>
  );
}

function Field(props: { api: ApiModel; field: FieldModel; value: unknown; onChange: (value: unknown) => void }) {
  const t = useTranslations();
  const id = useId();
  const { api, field, value, onChange } = props;
  const held = typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
  const inner = fieldsFor(api, field.type, held);
  if (inner.length > 0) {
    return (
      <fieldset className={styles.group}>
        <legend>
          <FieldName field={field} />
        </legend>
        <BodyFields
          api={api}
          fields={inner}
          value={held}
          onChange={(given) => onChange(Object.keys(given).length === 0 ? undefined : given)}
        />
      </fieldset>
    );
  }
  const words = wordsOf(api, field.type);
  const { kind } = field.type;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        <FieldName field={field} />
      </label>
      {words !== undefined ? (
        <Select
          id={id}
          allowClear={!field.isRequired}
          value={typeof value === 'string' ? value : null}
          options={words.map((word) => ({ value: word, label: word }))}
          onChange={(given: string | undefined) => onChange(given)}
        />
      ) : kind === 'boolean' ? (
        <Select
          id={id}
          allowClear
          value={typeof value === 'boolean' ? String(value) : null}
          options={['true', 'false'].map((word) => ({ value: word, label: word }))}
          onChange={(given: string | undefined) => onChange(given === undefined ? undefined : given === 'true')}
        />
      ) : kind === 'integer' || kind === 'number' ? (
        <InputNumber
          id={id}
          className={styles.wide ?? ''}
          value={typeof value === 'number' ? value : null}
          onChange={(given) => onChange(given ?? undefined)}
        />
      ) : kind === 'text' ? (
        <Input
          id={id}
          autoComplete="off"
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        />
      ) : (
        <Input
          id={id}
          readOnly
          value={value === undefined ? '' : JSON.stringify(value)}
          placeholder={t('playground.asJson')}
        />
      )}
      {field.description !== undefined && <div className={styles.help}>{field.description}</div>}
    </div>
  );
}

function FieldName(props: { field: FieldModel }) {
  const t = useTranslations();
  return (
    <>
      <code>{props.field.name}</code>
      {props.field.isRequired && <span className={styles.need}> {t('playground.required')}</span>}
    </>
  );
}
