'use client';

import type { MailCheck, TemplateBody, TemplatePreview, TemplateVariable } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '#data/trpc.ts';
import styles from '../templates.module.css';
import { faultsAt } from './faults.ts';
import { MailFields } from './mail-fields.tsx';

interface Props {
  body: TemplateBody;
  index: number;
  errors: TemplatePreview['errors'];
  readOnly: boolean;
  /** Whether its mails have a link that stops marketing. */
  mayStop: boolean;
  /** What was found in the mail as it would go out. */
  checks: readonly MailCheck[];
  variables: readonly TemplateVariable[];
  /** A changed body, and variables that it needs besides. */
  onBody: (body: TemplateBody, variables?: TemplateVariable[]) => void;
}

/** The sources of one body, each with what is wrong with it right below. */
export function BodyFields(props: Props) {
  const t = useTranslations();
  const { body, onBody } = props;
  if (body.channel === 'sms') {
    return (
      <>
        <Source {...props} field="text" value={body.text} rows={4} onValue={(text) => onBody({ ...body, text })} />
        <DltField
          value={body.dlt_template_id}
          readOnly={props.readOnly}
          onValue={(dlt_template_id) => onBody({ ...body, dlt_template_id })}
        />
      </>
    );
  }
  const { text, ...rest } = body;
  return (
    <>
      <Source
        {...props}
        field="subject"
        value={body.subject}
        rows={1}
        onValue={(subject) => onBody({ ...body, subject: subject.replace(/[\r\n]+/g, ' ') })}
      />
      <MailFields {...props} body={body} />
      <Source
        {...props}
        field="text"
        value={text ?? ''}
        rows={body.mjml === undefined ? 6 : 2}
        hint={body.mjml === undefined ? undefined : t('templates.textMade')}
        onValue={(value) => onBody(value === '' ? rest : { ...rest, text: value })}
      />
      {props.mayStop && <p className={styles.soft}>{t('templates.stopLink')}</p>}
    </>
  );
}

function Source(
  props: Props & {
    field: 'subject' | 'text';
    value: string;
    rows: number;
    /** What happens while it is empty. */
    hint?: string | undefined;
    onValue: (value: string) => void;
  },
): ReactNode {
  const t = useTranslations();
  const id = useId();
  const { body, field, rows } = props;
  const faults = faultsAt(props.errors, `bodies.${props.index}.${field}`);
  const name = field === 'text' && body.channel === 'email' ? 'mailText' : field;
  return (
    <div className={styles.label}>
      <label htmlFor={id}>{t(`templates.source.${name}`)}</label>
      <Input.TextArea
        id={id}
        className={styles.source ?? ''}
        value={props.value}
        readOnly={props.readOnly}
        placeholder={props.hint}
        lang={body.locale}
        autoSize={{ minRows: rows, maxRows: 24 }}
        maxLength={body.channel === 'sms' ? 4000 : 65_536}
        aria-describedby={`${id}-faults`}
        {...(faults.length === 0 ? {} : { status: 'error' as const, 'aria-invalid': true })}
        onChange={(event) => props.onValue(event.target.value)}
      />
      <div id={`${id}-faults`}>
        {faults.map((fault) => (
          <p key={fault} className={styles.fault}>
            {fault}
          </p>
        ))}
      </div>
    </div>
  );
}

/** The content template in India; nothing is asked while none is on file. */
function DltField(props: { value: string | null; readOnly: boolean; onValue: (value: string | null) => void }) {
  const t = useTranslations();
  const { dlt } = useTRPC();
  const id = useId();
  const filed = useQuery(dlt.list.queryOptions({ kind: 'templates', limit: 200 }));
  const options = (filed.data?.data ?? []).flatMap(({ template_id, name }) =>
    template_id === null ? [] : [{ value: template_id, label: `${name} · ${template_id}` }],
  );
  if (options.length === 0 && props.value === null) return null;
  return (
    <div className={styles.label}>
      <label htmlFor={id}>{t('templates.dltTemplate')}</label>
      <Select<string>
        id={id}
        allowClear
        disabled={props.readOnly}
        value={props.value}
        placeholder={t('templates.dltNone')}
        options={options}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(value) => props.onValue(value ?? null)}
      />
    </div>
  );
}
