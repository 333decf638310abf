'use client';

import type { ModelVersionView } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import styles from './models.module.css';
import { useFigures } from './use-figures.ts';

/** The newest versions: what each learned from, and how its outcomes had been foretold. */
export function VersionTable(props: { versions: readonly ModelVersionView[] }) {
  const t = useTranslations();
  const { loss, count } = useFigures();
  const title = t('models.versions');
  return (
    <Panel title={title} hint={t('models.versionsHint')} flush>
      <ScrollBox className={styles.scroll} label={title}>
        <table className={styles.table}>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('models.version')}</th>
              <th scope="col">{t('routes.channel')}</th>
              <th scope="col">{t('models.made')}</th>
              <th scope="col">{t('models.outcomes')}</th>
              <th scope="col">{t('models.modelLoss')}</th>
              <th scope="col">{t('models.signalsLoss')}</th>
              <th scope="col">{t('models.features')}</th>
            </tr>
          </thead>
          <tbody>
            {props.versions.map((one) => (
              <tr key={`${one.channel} ${one.version}`}>
                <th scope="row" className="num">
                  {count(one.version)}
                </th>
                <td>{t(`channel.${one.channel}`)}</td>
                <td>
                  <TimeCell at={one.made_at} />
                </td>
                <td className="num">{count(one.outcomes)}</td>
                <td className="num">{loss(one.model_loss)}</td>
                <td className="num">{loss(one.signals_loss)}</td>
                <td className="num">{count(one.features)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Panel>
  );
}
