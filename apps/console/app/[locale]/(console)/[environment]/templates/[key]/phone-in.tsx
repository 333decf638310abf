'use client';

import type { TrafficClass } from '@signalbox/contracts';
import type { SegmentedText } from '@signalbox/core/content';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ShownSenderNote } from '#components/message/shown-sender-note.tsx';
import { useShownSender, useShownText } from '#components/message/use-shown-sender.ts';
import { COUNTRY_SEARCH, useCountryOptions } from '#components/parts/use-country-options.ts';
import { SmsPreview } from '#components/phone/sms-preview.tsx';
import styles from '../templates.module.css';

/** A text as a phone shows it; where a country is chosen, with its sender as it arrives there and what operators add. */
export function PhoneIn(props: { trafficClass: TrafficClass; text: string; segmented: SegmentedText }) {
  const t = useTranslations();
  const [country, setCountry] = useState<string>();
  const countries = useCountryOptions();
  const shownText = useShownText();
  const shown = useShownSender({ country: country ?? null, class: props.trafficClass, from: '' });
  return (
    <>
      <Select
        allowClear
        size="small"
        aria-label={t('shownSender.phoneIn')}
        placeholder={t('shownSender.phoneIn')}
        options={countries}
        showSearch={COUNTRY_SEARCH}
        onChange={setCountry}
        className={styles.phoneIn ?? ''}
      />
      <SmsPreview
        from={shown === undefined ? null : shownText(shown.shown)}
        text={props.text}
        segmented={props.segmented}
      />
      {shown !== undefined && <ShownSenderNote view={shown} text={props.text} />}
    </>
  );
}
