'use client';

import { DeleteOutlined } from '@ant-design/icons';
import type {
  TemplateBody,
  TemplateContent,
  TemplateDetail,
  TemplatePreview,
  TemplateVariable,
} from '@signalbox/contracts';
import { Alert, Button, Select, Tabs } from 'antd';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Panel } from '#components/parts/panel.tsx';
import { useLanguageOptions } from '#components/parts/use-intl-options.ts';
import styles from '../templates.module.css';
import { BodyFields } from './body-fields.tsx';
import { BodyLooks } from './body-looks.tsx';
import { DraftFaults, DraftLanguages } from './draft-languages.tsx';
import { LanguagesTable } from './languages-table.tsx';
import { ReviewDrawer, type Reviewed } from './review-drawer.tsx';

const CHANNELS = ['sms', 'email'] as const satisfies readonly TemplateBody['channel'][];

interface Props {
  of: TemplateDetail;
  content: TemplateContent;
  /** Whether something that was typed is not saved. */
  isChanged: boolean;
  preview: TemplatePreview | undefined;
  readOnly: boolean;
  /** Changed bodies, and variables that they need besides. */
  onChange: (bodies: TemplateBody[], variables?: TemplateVariable[]) => void;
}

/** What the template says, channel by channel: all languages of one side by side, each with its look on the phone or in the mail. */
export function BodiesPanel(props: Props) {
  const t = useTranslations();
  const { of, content, preview, isChanged } = props;
  const [reviewed, setReviewed] = useState<Reviewed>();
  const whole = preview?.errors.filter(({ path }) => path === 'bodies') ?? [];
  return (
    <Panel
      title={t('templates.bodies')}
      hint={t('templates.bodiesHint')}
      extra={<DraftLanguages of={of} isChanged={isChanged} />}
    >
      <DraftFaults of={of} />
      {whole.map(({ message }) => (
        <Alert key={message} type="warning" showIcon title={message} />
      ))}
      <Tabs
        items={CHANNELS.map((channel) => ({
          key: channel,
          label: `${t(`channel.${channel}`)} (${content.bodies.filter((body) => body.channel === channel).length})`,
          children: <ChannelBodies {...props} channel={channel} onReview={setReviewed} />,
        }))}
      />
      <ReviewDrawer of={of} shown={reviewed} onClose={() => setReviewed(undefined)} />
    </Panel>
  );
}

function ChannelBodies({
  channel,
  onReview,
  ...props
}: Props & { channel: TemplateBody['channel']; onReview: (one: Reviewed) => void }) {
  const t = useTranslations();
  const { of, content, readOnly, onChange } = props;
  const { bodies } = content;
  const own = bodies.flatMap((body, index) => (body.channel === channel ? [index] : []));
  return (
    <>
      {own.length > 1 && props.preview !== undefined && (
        <LanguagesTable
          channel={channel}
          preview={props.preview}
          translations={of.translations}
          onReview={props.isChanged ? undefined : onReview}
        />
      )}
      <div className={styles.bodies}>
        {own.map((index) => (
          <Body key={index} index={index} {...props} />
        ))}
      </div>
      {own.length === 0 && <p className={styles.soft}>{t('templates.noBody', { channel: t(`channel.${channel}`) })}</p>}
      {!readOnly && (
        <AddLanguage
          taken={own.map((index) => bodies[index]?.locale ?? '')}
          first={own.length === 0 ? of.default_locale : undefined}
          onAdd={(locale) => onChange([...bodies, emptyBody(channel, locale, bodies)])}
        />
      )}
    </>
  );
}

/** A new body begins with what the first one of its channel says, so that only the words are left to be translated. */
function emptyBody(channel: TemplateBody['channel'], locale: string, bodies: readonly TemplateBody[]): TemplateBody {
  const like = bodies.find((body) => body.channel === channel);
  if (like !== undefined) return { ...like, locale, ...(like.channel === 'sms' ? { dlt_template_id: null } : {}) };
  const text = bodies.find((body) => body.text !== undefined)?.text ?? '…';
  if (channel === 'sms') return { channel, locale, text, dlt_template_id: null };
  return { channel, locale, subject: '…', text };
}

function Body({ index, ...props }: Omit<Props, 'onChange'> & { index: number; onChange: Props['onChange'] }) {
  const t = useTranslations();
  const language = useLanguageName();
  const { of, content, preview, readOnly, onChange } = props;
  const body = content.bodies[index];
  if (body === undefined) return null;
  const put = (changed: TemplateBody, variables?: TemplateVariable[]) =>
    onChange(
      content.bodies.map((one, at) => (at === index ? changed : one)),
      variables,
    );
  // What was rendered last may be of other bodies than stand here now.
  const rendered = preview?.renderings[index];
  const isSame = rendered?.channel === body.channel && rendered.locale === body.locale;
  return (
    <section className={styles.body} aria-label={`${t(`channel.${body.channel}`)} ${body.locale}`}>
      <div className={styles.bodyHead}>
        <h3>
          {language(body.locale)} <code className={styles.soft}>{body.locale}</code>{' '}
          {body.locale === of.default_locale && <span className={styles.soft}>{t('templates.isDefault')}</span>}
        </h3>
        {!readOnly && (
          <Button
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('templates.removeBody', { locale: body.locale })}
            onClick={() => onChange(content.bodies.filter((_, at) => at !== index))}
          />
        )}
      </div>
      <BodyFields
        body={body}
        index={index}
        errors={preview?.errors ?? []}
        readOnly={readOnly}
        mayStop={of.class === 'marketing'}
        checks={isSame ? (rendered.mail?.checks ?? []) : []}
        variables={content.variables}
        onBody={put}
      />
      {preview?.warnings
        .filter(({ path }) => path.startsWith(`bodies.${index}.`))
        .map(({ path, message }) => (
          <Alert key={`${path} ${message}`} type="warning" showIcon title={message} />
        ))}
      {isSame && (
        <BodyLooks
          trafficClass={of.class}
          body={body}
          rendered={rendered}
          pricePerPart={preview?.price_per_part ?? null}
          onBody={put}
          readOnly={readOnly}
        />
      )}
    </section>
  );
}

function useLanguageName(): (tag: string) => string {
  const locale = useLocale();
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  return (tag) => names.of(tag) ?? tag;
}

function AddLanguage(props: { taken: readonly string[]; first: string | undefined; onAdd: (locale: string) => void }) {
  const t = useTranslations();
  const { first } = props;
  const options = useLanguageOptions().filter(({ value }) => !props.taken.includes(value));
  if (first !== undefined) {
    return (
      <Button className={styles.addFirst ?? ''} onClick={() => props.onAdd(first)}>
        {t('templates.addFirst', { locale: first })}
      </Button>
    );
  }
  return (
    <Select<string | null>
      className={styles.addLanguage ?? ''}
      value={null}
      placeholder={t('templates.addLanguage')}
      aria-label={t('templates.addLanguage')}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(locale) => locale !== null && props.onAdd(locale)}
    />
  );
}
