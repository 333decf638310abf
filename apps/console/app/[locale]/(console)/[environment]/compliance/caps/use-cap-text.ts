'use client';

import type { CapScope, LegalCapView, SaveCap } from '@signalbox/contracts';
import { useFormatter, useTranslations } from 'use-intl';
import { useSpanText } from '#components/cells/span-text.tsx';

/** What a cap says, in sentences that somebody who writes campaigns understands. */
export function useCapText(): { ofCap: (cap: SaveCap) => string[]; ofLaw: (cap: LegalCapView) => string } {
  const t = useTranslations();
  const format = useFormatter();
  const spanText = useSpanText();
  const classes = (words: SaveCap['classes']) => format.list(words.map((word) => t(`class.${word}.name`)));
  const windowOf = ({ calendar, rolling_seconds: seconds }: Pick<SaveCap, 'calendar' | 'rolling_seconds'>) =>
    calendar === null ? spanText((seconds ?? 0) * 1000) : t(`caps.calendar.${calendar}`);
  const scopeOf = ({ templates, metadata }: CapScope): string =>
    format.list([
      ...(templates.length === 0 ? [] : [t('caps.byTemplate', { keys: format.list(templates) })]),
      ...(metadata === null ? [] : [t('caps.byMetadata', { ...metadata })]),
    ]);
  return {
    ofCap: (cap) => {
      const where =
        cap.channels === null ? t('caps.everyChannel') : format.list(cap.channels.map((one) => t(`channel.${one}`)));
      const about = scopeOf(cap.scope);
      return [
        ...(cap.limit === null
          ? []
          : [t('caps.says.limit', { limit: cap.limit, window: windowOf(cap), classes: classes(cap.classes), where })]),
        ...(cap.min_gap_seconds === null
          ? []
          : [t('caps.says.gap', { gap: spanText(cap.min_gap_seconds * 1000), classes: classes(cap.classes), where })]),
        ...(about === '' ? [] : [t('caps.says.scope', { about })]),
        ...(cap.kept === 0 ? [] : [t('caps.says.kept', { kept: cap.kept, about: scopeOf(cap.kept_for) })]),
        ...(cap.also_counts.length === 0 ? [] : [t('caps.says.alsoCounts', { classes: classes(cap.also_counts) })]),
        t(`caps.says.${cap.over_limit}`),
      ];
    },
    // The law also knows channels that do not exist yet.
    ofLaw: (cap) =>
      `${format.list(cap.channels.map((one) => t(`compliance.channel.${one}` as 'compliance.channel.sms')))}: ${t(
        cap.identical ? 'caps.says.legalIdentical' : 'caps.says.legal',
        {
          ...{ limit: cap.limit, window: spanText(cap.rolling_seconds * 1000), classes: classes(cap.classes) },
        },
      )}`,
  };
}
