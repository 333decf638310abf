'use client';

import { Collapse, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './asked.module.css';
import { Fields } from './group.tsx';

/** Where in an answer things stand, and what its words mean; folded away, for most services answer as we expect. */
export function ReadingFields(props: {
  pointers: readonly { name: string; label: string }[];
  words: readonly { name: string; label: string }[];
  children?: ReactNode;
}) {
  const t = useTranslations();
  const fields = (
    <>
      <p className={styles.hint}>{t('asked.readingHint')}</p>
      <Fields>
        {props.pointers.map(({ name, label }) => (
          <Form.Item key={name} name={['service', name]} label={label}>
            <Input autoComplete="off" className="num" />
          </Form.Item>
        ))}
      </Fields>
      {props.words.map(({ name, label }) => (
        <Form.Item key={name} name={['service', name]} label={label}>
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ' ']} />
        </Form.Item>
      ))}
      {props.children}
    </>
  );
  return (
    <Collapse ghost items={[{ key: 'reading', label: t('asked.reading'), children: fields, forceRender: true }]} />
  );
}
