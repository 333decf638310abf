'use client';

import type { PersonPreview } from '@signalbox/contracts';
import { segmentText } from '@signalbox/core/content';
import { Alert } from 'antd';
import { useLocale, useTranslations } from 'use-intl';
import { Facts } from '#components/parts/facts.tsx';
import { MailPreview } from '#components/phone/mail-preview.tsx';
import { SmsPreview } from '#components/phone/sms-preview.tsx';
import { countryName } from '#format/country.ts';
import { formatPhone } from '#format/phone.ts';
import { CheckAnswer } from '../../compliance/check-answer.tsx';
import styles from '../templates.module.css';
import { DltLine } from './body-looks.tsx';
import { MailChecks } from './mail-checks.tsx';
import { usePrice } from './use-price.ts';

/** A content as one person would get it: the language and the values with where they come from, the text, and whether it may go. */
export function PersonLook({ preview, isStale }: { preview: PersonPreview; isStale: boolean }) {
  const t = useTranslations();
  const missing = preview.variables.filter(({ source }) => source === 'missing').map(({ name }) => name);
  return (
    <>
      {isStale && <Alert type="info" showIcon title={t('templates.person.stale')} />}
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('templates.person.missing', { names: missing.join(', '), count: missing.length })}
        />
      )}
      {preview.errors.map(({ path, message }) => (
        <Alert key={`${path} ${message}`} type="error" showIcon title={message} />
      ))}
      <PersonFacts preview={preview} />
      <Screen preview={preview} />
      {preview.check !== null && <CheckAnswer answer={preview.check} />}
    </>
  );
}

function PersonFacts({ preview }: { preview: PersonPreview }) {
  const t = useTranslations();
  const locale = useLocale();
  const price = usePrice(preview.price);
  const { person, language, sender, variables, rendering } = preview;
  const taken = language.taken ?? '–';
  const isSame = language.wanted === null || language.wanted === language.taken;
  const filled = variables.filter(({ source }) => source === 'person').map(({ name }) => name);
  const leftOut = variables.filter(({ source }) => source === 'left_out').map(({ name }) => name);
  const where = person.country === null ? [] : [countryName(locale, person.country)];
  const segments = rendering?.segments ?? null;
  return (
    <Facts
      tight
      items={[
        { name: t('templates.person.to'), value: [formatPhone(person.address), ...where].join(' · ') },
        {
          name: t('templates.locale'),
          value: isSame ? taken : t('templates.person.fallback', { taken, wanted: language.wanted ?? '' }),
        },
        ...(language.named_by === null
          ? []
          : [{ name: t('templates.person.namedBy'), value: t(`templates.person.named.${language.named_by}`) }]),
        ...(filled.length === 0 ? [] : [{ name: t('templates.person.filled'), value: filled.join(', ') }]),
        ...(leftOut.length === 0 ? [] : [{ name: t('templates.person.leftOut'), value: leftOut.join(', ') }]),
        { name: t('compliance.from'), value: <Sender sender={sender} /> },
        ...(segments === null
          ? []
          : [
              {
                name: t('templates.languages.parts'),
                value: `${t('phone.parts', { count: segments.parts })} · ${t(`phone.encoding.${segments.encoding}`)}`,
              },
            ]),
        {
          name: t('templates.languages.price'),
          value: preview.price === null ? t('templates.person.noPrice') : price(1),
        },
      ]}
    />
  );
}

function Sender({ sender }: { sender: PersonPreview['sender'] }) {
  const t = useTranslations();
  const { name, shown_as, replaced } = sender;
  return (
    <>
      {shown_as ?? name ?? t('phone.defaultSender')}
      {replaced !== null && (
        <p className={styles.soft}>
          {t('templates.person.replaced')} <span lang="en">{replaced.text}</span> <code>{replaced.rule}</code>
        </p>
      )}
    </>
  );
}

function Screen({ preview }: { preview: PersonPreview }) {
  const t = useTranslations();
  const { rendering, sender, person } = preview;
  if (rendering === null) return <p className={styles.soft}>{t('templates.noLook')}</p>;
  const { channel, text, html, subject, mail, dlt } = rendering;
  if (channel === 'email') {
    return (
      <>
        {mail !== null && <MailChecks looks={mail} />}
        <MailPreview mail={{ subject: subject ?? '', from: sender.name ?? '', to: person.address, text, html }} />
      </>
    );
  }
  return (
    <>
      <SmsPreview
        from={sender.shown_as ?? (sender.replaced === null ? sender.name : null)}
        text={text ?? ''}
        segmented={segmentText(text ?? '')}
      />
      {dlt !== null && <DltLine check={dlt} />}
    </>
  );
}
