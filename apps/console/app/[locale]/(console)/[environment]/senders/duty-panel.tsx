'use client';

import type { SenderDuty } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { useCountryName } from '#components/parts/use-country-name.ts';
import styles from './senders.module.css';

/** The countries whose law asks for registered senders, and how the workspace stands there. */
export function DutyPanel({ duties, onAdd }: { duties: readonly SenderDuty[]; onAdd: (country: string) => void }) {
  const t = useTranslations();
  const nameOf = useCountryName();
  return (
    <Panel title={t('senders.duties')} hint={t('senders.dutiesHint')}>
      <ul className={styles.duties}>
        {duties.map((duty) => (
          <li key={duty.country}>
            <span className={styles.lines}>
              <strong>{nameOf(duty.country)}</strong>
              <span className={styles.hint}>
                {t(`senders.unregistered.${duty.unregistered}`)}
                {duty.per_network && ` ${t('senders.perNetwork')}`}
                {duty.idle_days !== null && ` ${t('senders.idleDays', { days: duty.idle_days })}`}
              </span>
            </span>
            <span className={styles.dutyEnd}>
              <ToneTag tone={duty.usable > 0 ? 'good' : duty.on_file > 0 ? 'warn' : 'neutral'}>
                {duty.on_file === 0
                  ? t('senders.noneOnFile')
                  : t('senders.usable', { usable: duty.usable, count: duty.on_file })}
              </ToneTag>
              <PermittedButton
                permission="countries:write"
                size="small"
                onClick={() => onAdd(duty.country)}
                aria-label={t('senders.addFor', { country: nameOf(duty.country) })}
              >
                {t('senders.addShort')}
              </PermittedButton>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
