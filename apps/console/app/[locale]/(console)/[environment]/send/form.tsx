'use client';

import { Channel, isByPhone, VOICE_TEXT_MAX } from '@signalbox/contracts';
import type { SegmentedText } from '@signalbox/core/content';
import { Form, Input, Radio, Segmented, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguageOptions } from '#components/parts/use-intl-options.ts';
import { formatPhone } from '#format/phone.ts';
import type { Draft } from './draft.ts';
import { MarkedText } from './marked-text.tsx';
import { QuoteLine } from './quote-line.tsx';
import { channelsOf, type FormFieldName, otherOf } from './request.ts';
import { SegmentMeter } from './segment-meter.tsx';
import styles from './send.module.css';
import { SayingField, TemplateFields } from './template-fields.tsx';
import type { QuoteStand } from './use-quote.ts';

const SECONDS = ['none', 'failover', 'parallel'] as const;
const CLASSES = ['otp', 'transactional', 'marketing'] as const;

interface FormProps {
  draft: Draft;
  segmented: SegmentedText;
  /** What the text costs. */
  quote: QuoteStand;
  change: (part: Partial<Draft>) => void;
  /** What is wrong, by field, in words. */
  errors: Partial<Record<FormFieldName, string>>;
}

/** Channel, address, class and content. Problems appear when a field is left, or for all after a try to send. */
export function SendForm(props: FormProps & { showAll: boolean }) {
  const t = useTranslations();
  const { draft, change } = props;
  const [left, setLeft] = useState<ReadonlySet<FormFieldName>>(new Set());
  const leave = (name: FormFieldName) => setLeft((old) => new Set(old).add(name));
  const error = (name: FormFieldName) => (props.showAll || left.has(name) ? props.errors[name] : undefined);
  const isPhone = isByPhone(draft.channel);
  const fields = { ...props, error, leave };

  return (
    <Form name="send" layout="vertical" component="div">
      <Form.Item label={t('send.channel')} htmlFor="send-channel">
        <Segmented<Draft['channel']>
          id="send-channel"
          aria-label={t('send.channel')}
          value={draft.channel}
          options={Channel.options.map((value) => ({ value, label: t(`channel.${value}`) }))}
          // A call stands alone here, and says what is written.
          onChange={(channel) =>
            change(channel === 'voice' ? { channel, second: 'none', templateKey: '' } : { channel })
          }
        />
      </Form.Item>
      <Field
        name="to"
        label={t(isPhone ? 'send.toNumber' : 'send.toMail')}
        error={error('to')}
        help={t(isPhone ? 'send.toNumberHelp' : 'send.toMailHelp')}
      >
        <Input
          id="send-to"
          value={draft.to}
          inputMode={isPhone ? 'tel' : 'email'}
          autoComplete="off"
          placeholder={isPhone ? '+52 55 1234 5678' : 'ana@example.com'}
          onChange={(event) => change({ to: event.target.value })}
          onBlur={() => {
            leave('to');
            if (isPhone && props.errors.to === undefined) change({ to: formatPhone(draft.to.replace(/[\s()-]/g, '')) });
          }}
          aria-describedby="send-to-help"
          {...(error('to') === undefined ? {} : { status: 'error' as const, 'aria-invalid': true })}
        />
      </Field>
      <Form.Item label={t('send.class')} htmlFor="send-class-otp">
        <Radio.Group
          value={draft.class}
          onChange={(event) => change({ class: event.target.value })}
          className={styles.classes ?? ''}
          aria-label={t('send.class')}
        >
          {CLASSES.map((name) => (
            <Radio key={name} value={name} id={`send-class-${name}`} className={styles.class ?? ''}>
              <strong>{t(`class.${name}.name`)}</strong>
              <span>{t(`class.${name}.explained`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Field name="from" label={t('send.from')} error={error('from')} help={t('send.fromHelp')}>
        <Input
          id="send-from"
          value={draft.from}
          autoComplete="off"
          maxLength={320}
          onChange={(event) => change({ from: event.target.value })}
          aria-describedby="send-from-help"
        />
      </Field>
      {draft.channel !== 'voice' && <SayingField draft={draft} change={change} />}
      {draft.templateKey !== '' ? (
        <>
          <TemplateFields draft={draft} change={change} error={props.errors.template} />
          {channelsOf(draft).includes('sms') && <QuoteLine stand={props.quote} />}
        </>
      ) : (
        <Content {...fields} />
      )}
      {draft.channel !== 'voice' && <SecondChannel draft={draft} change={change} />}
      {draft.second !== 'none' && <OtherChannel {...fields} />}
    </Form>
  );
}

function SecondChannel({ draft, change }: Pick<FormProps, 'draft' | 'change'>) {
  const t = useTranslations();
  return (
    <Form.Item label={t('send.second')} htmlFor="send-second-none">
      <Radio.Group
        value={draft.second}
        onChange={(event) => change({ second: event.target.value })}
        className={styles.classes ?? ''}
        aria-label={t('send.second')}
      >
        {SECONDS.map((name) => (
          <Radio key={name} value={name} id={`send-second-${name}`} className={styles.class ?? ''}>
            <strong>{t(`send.secondName.${name}`)}</strong>
            <span>{t(`send.secondHelp.${name}`, { channel: t(`channel.${otherOf(draft.channel)}`) })}</span>
          </Radio>
        ))}
      </Radio.Group>
    </Form.Item>
  );
}

type FieldsProps = FormProps & {
  error: (name: FormFieldName) => string | undefined;
  leave: (name: FormFieldName) => void;
};

/** What is written for the first channel. */
function Content(props: FieldsProps) {
  if (props.draft.channel === 'voice') return <CallFields {...props} />;
  return props.draft.channel === 'sms' ? <TextField {...props} /> : <MailFields {...props} />;
}

function CallFields({ draft, change, error, leave }: FieldsProps) {
  const t = useTranslations();
  const languages = useLanguageOptions(draft.spokenIn);
  return (
    <>
      <Field name="text" label={t('send.spoken')} error={error('text')} help={t('send.spokenHelp')}>
        <Input.TextArea
          id="send-text"
          value={draft.text}
          rows={4}
          maxLength={VOICE_TEXT_MAX}
          onChange={(event) => change({ text: event.target.value })}
          onBlur={() => leave('text')}
          aria-describedby="send-text-help"
          {...(error('text') === undefined ? {} : { status: 'error' as const, 'aria-invalid': true })}
        />
      </Field>
      <Field name="spokenIn" label={t('send.spokenIn')} error={error('spokenIn')}>
        <Select<string>
          id="send-spokenIn"
          value={draft.spokenIn}
          options={languages}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(spokenIn) => change({ spokenIn })}
          aria-describedby="send-spokenIn-help"
        />
      </Field>
    </>
  );
}

/** Address and content of the channel that is not the first. */
function OtherChannel(props: FieldsProps) {
  const t = useTranslations();
  const { draft, change, error, leave } = props;
  const isSms = otherOf(draft.channel) === 'sms';
  return (
    <>
      <Field
        name="otherTo"
        label={t(isSms ? 'send.toNumber' : 'send.toMail')}
        error={error('otherTo')}
        help={t(isSms ? 'send.toNumberHelp' : 'send.toMailHelp')}
      >
        <Input
          id="send-otherTo"
          value={draft.otherTo}
          inputMode={isSms ? 'tel' : 'email'}
          autoComplete="off"
          placeholder={isSms ? '+52 55 1234 5678' : 'ana@example.com'}
          onChange={(event) => change({ otherTo: event.target.value })}
          onBlur={() => leave('otherTo')}
          aria-describedby="send-otherTo-help"
          {...(error('otherTo') === undefined ? {} : { status: 'error' as const, 'aria-invalid': true })}
        />
      </Field>
      {draft.templateKey === '' && (isSms ? <TextField {...props} /> : <MailFields {...props} />)}
    </>
  );
}

function TextField(props: FieldsProps) {
  const t = useTranslations();
  const { draft, change, segmented, quote, error, leave } = props;
  return (
    <Field name="text" label={t('send.text')} error={error('text')}>
      <MarkedText
        id="send-text"
        value={draft.text}
        segmented={segmented}
        onText={(text) => change({ text })}
        onBlur={() => leave('text')}
        maxLength={1530}
        placeholder={t('send.textExample')}
        aria-describedby="send-text-help"
        {...(error('text') === undefined ? {} : { status: 'error' as const })}
      />
      <SegmentMeter text={draft.text} segmented={segmented} onReplace={(text) => change({ text })} />
      <QuoteLine stand={quote} />
    </Field>
  );
}

function MailFields(props: FieldsProps) {
  const t = useTranslations();
  const { draft, change, error, leave } = props;
  const status = (name: FormFieldName) =>
    error(name) === undefined ? {} : { status: 'error' as const, 'aria-invalid': true };
  return (
    <>
      <Field name="subject" label={t('send.subject')} error={error('subject')}>
        <Input
          id="send-subject"
          value={draft.subject}
          maxLength={998}
          onChange={(event) => change({ subject: event.target.value })}
          onBlur={() => leave('subject')}
          aria-describedby="send-subject-help"
          {...status('subject')}
        />
      </Field>
      <Field name="mailText" label={t('send.mailText')} error={error('mailText')} help={t('send.mailTextHelp')}>
        <Input.TextArea
          id="send-mailText"
          value={draft.mailText}
          rows={5}
          onChange={(event) => change({ mailText: event.target.value })}
          onBlur={() => leave('mailText')}
          aria-describedby="send-mailText-help"
          {...status('mailText')}
        />
      </Field>
      <Field name="html" label={t('send.html')} error={error('html')} help={t('send.htmlHelp')}>
        <Input.TextArea
          id="send-html"
          value={draft.html}
          rows={6}
          className={styles.code ?? ''}
          spellCheck={false}
          onChange={(event) => change({ html: event.target.value })}
          aria-describedby="send-html-help"
          {...status('html')}
        />
      </Field>
    </>
  );
}

function Field(props: {
  name: FormFieldName;
  label: string;
  error: string | undefined;
  help?: string;
  children: ReactNode;
}) {
  return (
    <Form.Item
      label={props.label}
      htmlFor={`send-${props.name}`}
      {...(props.error === undefined ? {} : { validateStatus: 'error' as const })}
    >
      {props.children}
      <div
        id={`send-${props.name}-help`}
        className={styles.help}
        data-error={props.error !== undefined ? true : undefined}
        role={props.error === undefined ? undefined : 'alert'}
      >
        {props.error ?? props.help}
      </div>
    </Form.Item>
  );
}
