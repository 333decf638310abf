'use client';

import {
  type MailCheck,
  MailFormat,
  TEMPLATE_SOURCE_MAX,
  type TemplateBody,
  type TemplatePreview,
  type TemplateVariable,
} from '@signalbox/contracts';
import { type Layout, layoutOf } from '@signalbox/core/mail-tree';
import { Radio } from 'antd';
import dynamic from 'next/dynamic';
import { useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CodeArea } from '#components/parts/code-area.tsx';
import styles from '../templates.module.css';
import { lineFaultsAt } from './faults.ts';
import { firstMjml } from './first-mjml.ts';

// Whoever writes no mail in sight loads nothing of it.
const VisualEditor = dynamic(() => import('./visual/visual-editor.tsx').then((module) => module.VisualEditor), {
  ssr: false,
});

type MailBody = Extract<TemplateBody, { channel: 'email' }>;

interface Props {
  body: MailBody;
  index: number;
  errors: TemplatePreview['errors'];
  readOnly: boolean;
  mayStop: boolean;
  /** What was found in the mail as it would go out. */
  checks: readonly MailCheck[];
  variables: readonly TemplateVariable[];
  /** A changed body, and variables that it needs besides. */
  onBody: (body: TemplateBody, variables?: TemplateVariable[]) => void;
}

const VIEWS = ['visual', 'code'] as const;

const formatOf = ({ html, mjml }: MailBody): MailFormat =>
  mjml !== undefined ? 'mjml' : html !== undefined ? 'html' : 'text';

/** How a mail is written, and its source where that is more than text. What was written another way comes back as long as the page is open. */
export function MailFields(props: Props) {
  const { body, index, errors, readOnly, mayStop, onBody } = props;
  const t = useTranslations();
  const id = useId();
  const [format, setFormat] = useState(formatOf(body));
  const [view, setView] = useState<(typeof VIEWS)[number]>('visual');
  /** The line that was asked for in sight, to be shown in the code. */
  const [line, setLine] = useState<number>();
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
  const isVisual = format === 'mjml' && view === 'visual';
  const begin = (layout: Layout) => {
    const mail = layoutOf(layout, body.locale, mayStop);
    // Its text part is made from it: the one that stands there is of another mail.
    onBody(
      { channel: body.channel, locale: body.locale, subject: mail.subject, mjml: mail.mjml },
      mail.variables.map((one) => ({ ...one, optional: false })),
    );
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
      {format === 'mjml' && (
        <div className={styles.label}>
          <span id={`${id}-view`}>{t('mailEditor.view.name')}</span>
          <Radio.Group
            aria-labelledby={`${id}-view`}
            size="small"
            optionType="button"
            value={view}
            options={VIEWS.map((value) => ({ value, label: t(`mailEditor.view.${value}`) }))}
            onChange={(event) => {
              setLine(undefined);
              setView(event.target.value as (typeof VIEWS)[number]);
            }}
          />
        </div>
      )}
      {isVisual && (
        <VisualEditor
          source={mjml ?? ''}
          locale={body.locale}
          faults={lineFaultsAt(errors, `bodies.${index}.mjml`)}
          checks={props.checks}
          variables={[...props.variables.map(({ name }) => name), ...(mayStop ? ['unsubscribe_url'] : [])]}
          readOnly={readOnly}
          onSource={(source) => put(source, 'mjml')}
          onLayout={begin}
          onCode={(at) => {
            setLine(at);
            setView('code');
          }}
        />
      )}
      {format !== 'text' && !isVisual && (
        <div className={styles.label}>
          <label htmlFor={id}>{t(`templates.source.${format}`)}</label>
          <CodeArea
            id={id}
            value={(format === 'html' ? html : mjml) ?? ''}
            faults={lineFaultsAt(errors, `bodies.${index}.${format}`)}
            readOnly={readOnly}
            maxLength={TEMPLATE_SOURCE_MAX}
            startAt={line}
            onChange={(source) => put(source, format)}
          />
        </div>
      )}
    </>
  );
}
