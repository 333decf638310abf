'use client';

import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleOutlined,
  HourglassOutlined,
  MinusCircleOutlined,
  SafetyOutlined,
  StopOutlined,
} from '@ant-design/icons';
import type { VerificationState, VerificationView } from '@signalbox/contracts';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { AddressCell } from '#components/cells/address-cell.tsx';
import { useSpanText } from '#components/cells/span-text.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { usePlace } from '#components/place.tsx';
import { countryName } from '#format/country.ts';
import type { Tone } from '#theme/palette.ts';
import styles from './verifications.module.css';

const LOOK: Record<VerificationState, { tone: Tone; icon: ReactNode }> = {
  pending: { tone: 'waiting', icon: <ClockCircleOutlined /> },
  approved: { tone: 'good', icon: <CheckCircleFilled /> },
  expired: { tone: 'warn', icon: <HourglassOutlined /> },
  max_attempts_reached: { tone: 'bad', icon: <StopOutlined /> },
  canceled: { tone: 'waiting', icon: <MinusCircleOutlined /> },
  blocked: { tone: 'bad', icon: <SafetyOutlined /> },
  failed: { tone: 'bad', icon: <CloseCircleOutlined /> },
};

/** The state of a verification, in words and colour. */
export function VerificationTag(props: { state: VerificationState }) {
  const t = useTranslations();
  const { tone, icon } = LOOK[props.state];
  return (
    <ToneTag tone={tone} icon={icon} title={t(`verifications.state.${props.state}.hint`)}>
      {t(`verifications.state.${props.state}.name`)}
    </ToneTag>
  );
}

/** Who the code went to; leads to the message that carried it last. */
export function ToCell(props: { of: VerificationView }) {
  const { href } = usePlace();
  const last = props.of.sends.at(-1);
  if (last === undefined) return <AddressCell address={props.of.to} />;
  return (
    <Link href={href(`messages/${last.message_id}`)} prefetch={false}>
      <AddressCell address={props.of.to} />
    </Link>
  );
}

/** The channels a code went by, in the order of its sends. */
export function SendsCell(props: { of: VerificationView }) {
  const t = useTranslations();
  return props.of.sends.map(({ channel }) => t(`channel.${channel}`)).join(' → ') || '–';
}

/** The route that converted, or the last that took the code. */
export function RouteCell(props: { of: VerificationView }) {
  const { converted_by: by, sends } = props.of;
  const last = sends.findLast(({ route }) => route !== null)?.route;
  if (by !== null) return by.name;
  return <span className={styles.quiet}>{last?.name ?? '–'}</span>;
}

/** The country of the number by name. */
export function CountryCell(props: { of: VerificationView }) {
  const locale = useLocale();
  return props.of.country === null ? '–' : countryName(locale, props.of.country);
}

/** How long the person took from the first send to the right code. */
export function TimeToConvert(props: { of: VerificationView }) {
  const spanText = useSpanText();
  const { created_at: from, approved_at: to } = props.of;
  return <span className="num">{to === null ? '–' : spanText(Date.parse(to) - Date.parse(from))}</span>;
}
