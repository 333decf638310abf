'use client';

import { UndoOutlined } from '@ant-design/icons';
import type { RampMark, WeightChangeView, WeightRow } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { useAskedChange } from '#components/parts/use-asked-change.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { TriedFacts } from './tried-facts.tsx';
import { WeightDiff } from './weight-diff.tsx';
import styles from './weights.module.css';

const STATE_TONES = { made: 'info', proposed: 'warn', rejected: 'neutral', superseded: 'neutral' } as const;

/** Every change of some weights, made and proposed, the newest first. */
export function WeightHistory(props: { id: string; names: ReadonlyMap<string, string>; onUndone: () => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const history = useQuery(trpc.weights.history.queryOptions({ environment, id: props.id }));
  return (
    <section className={styles.section} aria-label={t('weights.history')}>
      <h3>{t('weights.history')}</h3>
      <Loaded query={history}>
        {(changes) => (
          <ol className={styles.changes}>
            {changes.map((change) => (
              <Change key={change.id} change={change} names={props.names} onUndone={props.onUndone} />
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
}

const permilleIn = (rows: readonly WeightRow[], routeId: string): number | undefined =>
  rows.find(({ route_id }) => route_id === routeId)?.permille;

/** What a ramp did, in words; null where there was none. */
function useMarkText(names: ReadonlyMap<string, string>): (mark: RampMark | null) => string | null {
  const t = useTranslations();
  return (mark) => {
    if (mark === null) return null;
    switch (mark.kind) {
      case 'started':
        return t('weights.ramp.mark.started', { steps: mark.plan.steps, minutes: mark.plan.minutes });
      case 'step':
        return t('weights.ramp.mark.step', { step: mark.step, steps: mark.steps });
      case 'stopped':
        return `${t('weights.ramp.mark.stopped')}: ${names.get(mark.route_id) ?? t('weights.goneRoute')}`;
      default:
        return t(`weights.ramp.mark.${mark.kind}`);
    }
  };
}

function Change(props: { change: WeightChangeView; names: ReadonlyMap<string, string>; onUndone: () => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const { change, names } = props;
  const undo = useAskedChange({
    change: trpc.weights.undo.mutationOptions(),
    done: t('weights.undone'),
    list: trpc.weights.pathKey(),
    after: props.onUndone,
  });
  const ask = () =>
    undo(
      { environment, change_id: change.id },
      { title: t('weights.undoTitle'), text: t('weights.undoText'), ok: t('weights.undo'), cancel: t('action.keep') },
    );
  const byItself = change.ramp === null ? t('weights.learning') : t('weights.ramp.who');
  const who = change.actor.kind === 'system' ? byItself : change.actor.name;
  const why = change.actor.kind === 'system' && change.ramp === null ? t('weights.learned') : change.why;
  const mark = useMarkText(names)(change.ramp);
  const isMoved = change.before.some((row) => permilleIn(change.after, row.route_id) !== row.permille);
  return (
    <li className={styles.change}>
      <div className={styles.changeHead}>
        <ToneTag tone={STATE_TONES[change.state]}>{t(`weights.state.${change.state}`)}</ToneTag>
        <span>
          <TimeCell at={change.at} /> · {who}
          {change.version !== null && ` · ${t('weights.version', { version: change.version })}`}
        </span>
        {change.state === 'made' && change.before.length > 0 && (isMoved || change.ramp === null) && (
          <PermittedButton permission="routes:write" size="small" icon={<UndoOutlined />} onClick={ask}>
            {t('weights.undo')}
          </PermittedButton>
        )}
      </div>
      {mark !== null && <p>{mark}</p>}
      {why !== '' && <p>{change.undoes === null ? why : t('weights.undid', { why })}</p>}
      {(isMoved || change.ramp === null) && (
        <p className={styles.quiet}>
          <WeightDiff change={change} names={names} />
        </p>
      )}
      {change.tried?.answer.kind === 'estimate' && (
        <details className={styles.evidence}>
          <summary>{t('weights.figured')}</summary>
          <TriedFacts tried={change.tried} names={names} />
        </details>
      )}
    </li>
  );
}
