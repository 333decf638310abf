'use client';

import { MailFormat, TEMPLATE_SOURCE_MAX, type TemplateBody, type TemplatePreview } from '@signalbox/contracts';
import { Radio } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CodeArea } from '#components/parts/code-area.tsx';
import styles from '../templates.module.css';
import { lineFaultsAt } from './faults.ts';
import { firstMjml } from './first-mjml.ts';

type MailBody = Extract<TemplateBody, { channel: 'email' }>;

interface Props {
  body: MailBody;
  index: number;
  errors: TemplatePreview['errors'];
  readOnly: boolean;
  mayStop: boolean;
  onBody: (body: TemplateBody) => void;
}

const formatOf = ({ html, mjml }: MailBody): MailFormat =>
  mjml !== undefined ? 'mjml' : html !== undefined ? 'html' : 'text';

/** How a mail is written, and its source where that is more than text. What was written another way comes back as long as the page is open. */
export function MailFields({ body, index, errors, readOnly, mayStop, onBody }: Props) {
  const t = useTranslations();
  const id = useId();
  const [format, setFormat] = useState(formatOf(body));
  const kept = useRef<{ html?: string; mjml?: string }>({});
  const { html, mjml, ...rest } = body;
  const put = (source: string, as: MailFormat) =>
    onBody(as === 'text' || source === '' ? rest : { ...rest, [as]: source });
  const choose = (next: MailFormat) => {
    kept.current = {
      ...kept.current,
      ...(html === undefined ? {} : { html }),
      ...(mjml === undefined ? {} : { mjml }),
    };
    setFormat(next);
    if (next === 'text') return put('', 'text');
    put(kept.current[next] ?? (next === 'mjml' ? firstMjml(body, mayStop) : ''), next);
  };
  return (
    <>
      <div className={styles.label}>
        <span id={`${id}-format`}>{t('templates.format.name')}</span>
        <Radio.Group
          aria-labelledby={`${id}-format`}
          size="small"
          optionType="button"
          disabled={readOnly}
          value={format}
          options={MailFormat.options.map((value) => ({ value, label: t(`templates.format.${value}`) }))}
          onChange={(event) => choose(event.target.value as MailFormat)}
        />
        <span className={styles.soft}>{t(`templates.format.help.${format}`)}</span>
      </div>
      {format !== 'text' && (
        <div className={styles.label}>
          <label htmlFor={id}>{t(`templates.source.${format}`)}</label>
          <CodeArea
            id={id}
            value={(format === 'html' ? html : mjml) ?? ''}
            faults={lineFaultsAt(errors, `bodies.${index}.${format}`)}
            readOnly={readOnly}
            maxLength={TEMPLATE_SOURCE_MAX}
            onChange={(source) => put(source, format)}
          />
        </div>
      )}
    </>
  );
}
