'use client';

import { isReasonCode } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';

const key = (code: string): string => code.replace('.', '_');

/** The public sentence of a reason in the person's language; the api's own words for a code this build does not know. */
export function useReasonText(): (reason: { code: string; text: string }) => string {
  const t = useTranslations();
  return ({ code, text }) => (isReasonCode(code) ? t(`reason.${key(code)}` as 'reason.recipient_absent') : text);
}
