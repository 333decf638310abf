'use client';

import { UndoOutlined } from '@ant-design/icons';
import { type PriceChangeView, type PriceCounts, PriceVerdict } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { useAskedChange } from '#components/parts/use-asked-change.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import styles from './prices.module.css';

/** Every list that was brought in or taken back, the newest first. */
export function ChangeList() {
  const t = useTranslations();
  const { prices } = useTRPC();
  const { environment } = usePlace();
  const history = useQuery(prices.history.queryOptions({ environment }));
  return (
    <Panel title={t('prices.history.title')} hint={t('prices.history.hint')}>
      <Loaded query={history}>
        {({ data }) =>
          data.length === 0 ? (
            <p className={styles.quiet}>{t('prices.history.empty')}</p>
          ) : (
            <ol className={styles.lines}>
              {data.map((change) => (
                <Change key={change.id} change={change} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </Panel>
  );
}

function Change({ change }: { change: PriceChangeView }) {
  const t = useTranslations();
  const { prices } = useTRPC();
  const { environment } = usePlace();
  const countsText = useCountsText();
  const undo = useAskedChange({
    change: prices.undo.mutationOptions(),
    done: t('prices.history.undone'),
    list: prices.pathKey(),
  });
  const name = change.file_name === '' ? t('prices.history.noName') : change.file_name;
  const canUndo = change.undoes === null && change.undone_by === null;
  return (
    <li className={styles.line}>
      <div>
        <strong>{change.undoes === null ? name : t('prices.history.undid', { name })}</strong>
        {change.undone_by !== null && <ToneTag tone="neutral">{t('prices.history.takenBack')}</ToneTag>}
        <p className={styles.quiet}>
          <TimeCell at={change.at} /> · {change.actor.name}
          {change.undoes === null && ` · ${countsText(change.counts)}`}
        </p>
      </div>
      {canUndo && (
        <PermittedButton
          permission="prices:write"
          size="small"
          icon={<UndoOutlined />}
          aria-label={t('prices.history.undoOf', { name })}
          onClick={() =>
            undo(
              { environment, id: change.id },
              {
                title: t('prices.history.undoTitle'),
                text: t('prices.history.undoText'),
                ok: t('prices.history.undo'),
                cancel: t('action.keep'),
              },
            )
          }
        >
          {t('prices.history.undo')}
        </PermittedButton>
      )}
    </li>
  );
}

/** How many prices got which verdict, in words; those of which there is none are not told. */
export function useCountsText(): (counts: PriceCounts) => string {
  const t = useTranslations();
  return (counts) =>
    PriceVerdict.options
      .filter((verdict) => counts[verdict] > 0)
      .map((verdict) => t(`prices.count.${verdict}`, { count: counts[verdict] }))
      .join(' · ');
}
