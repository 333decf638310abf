'use client';

import { EditOutlined, PlusOutlined } from '@ant-design/icons';
import type { RouteView, WeightSetView } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import type { ChosenWeights } from '../frontier/frontier-panel.tsx';
import { ShareBar } from '../share-bar.tsx';
import { barOf, sameScope } from './draft.ts';
import { RampStatus } from './ramp-status.tsx';
import { useScopeText } from './use-scope-text.ts';
import { useTriedSets } from './use-tried-sets.ts';
import styles from './weights.module.css';
import { WeightsEditor } from './weights-editor.tsx';

const MODE_TONES = { automatic: 'good', approval: 'info', off: 'neutral' } as const;

/** Weights for one class and country each, which learning may move: what is in force, what is proposed, and the way to change it. */
export function WeightsPanel(props: {
  routes: readonly RouteView[];
  /** Weights that were chosen elsewhere open the editor. */
  chosen: ChosenWeights | undefined;
  onChosen: () => void;
}) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const scopeText = useScopeText();
  const { chosen, onChosen } = props;
  const [editing, setEditing] = useState<WeightSetView | 'new'>();
  const [opened, setOpened] = useState<ChosenWeights>();
  const tried = useTriedSets();
  const sets = useQuery({ ...trpc.weights.list.queryOptions({ environment }), refetchInterval: 10_000 });
  if (chosen !== undefined && chosen !== opened && sets.data !== undefined) {
    // Once: what is edited stays the version that was read, whatever is fetched meanwhile.
    setOpened(chosen);
    setEditing(sets.data.find(({ scope }) => sameScope(scope, chosen.scope)) ?? 'new');
  }
  const close = () => {
    setEditing(undefined);
    onChosen();
  };
  const add = (
    <PermittedButton permission="routes:write" size="small" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
      {t('weights.add')}
    </PermittedButton>
  );
  return (
    <Panel title={t('weights.title')} hint={t('weights.hint')} extra={add}>
      <Loaded query={sets}>
        {(list) =>
          list.length === 0 ? (
            <p className={styles.quiet}>{t('weights.empty')}</p>
          ) : (
            <ul className={styles.sets}>
              {list.map((set) => (
                <SetLine
                  key={set.id}
                  set={set}
                  routes={props.routes}
                  isTried={tried.has(set.id)}
                  onEdit={() => setEditing(set)}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      <SideDrawer
        open={editing !== undefined}
        onClose={close}
        size={820}
        title={editing === 'new' ? t('weights.add') : editing === undefined ? '' : scopeText(editing.scope)}
        mask={{ closable: false }}
      >
        {editing !== undefined && (
          <WeightsEditor
            routes={props.routes}
            set={editing === 'new' ? undefined : editing}
            chosen={chosen}
            taken={sets.data ?? []}
            isTried={editing !== 'new' && tried.has(editing.id)}
            onDone={close}
          />
        )}
      </SideDrawer>
    </Panel>
  );
}

function SetLine(props: {
  set: WeightSetView;
  routes: readonly RouteView[];
  /** An experiment runs on these weights. */
  isTried: boolean;
  onEdit: () => void;
}) {
  const t = useTranslations();
  const scopeText = useScopeText();
  const { set } = props;
  const names = new Map(props.routes.map(({ id, name }) => [id, name]));
  const name = scopeText(set.scope);
  return (
    <li className={styles.set}>
      <div className={styles.setName}>
        <strong className={styles.line}>{name}</strong>
        <span className={`${styles.quiet} ${styles.line}`}>
          {t('weights.version', { version: set.version })} · <TimeCell at={set.updated_at} />
        </span>
      </div>
      <div className={styles.tags}>
        <ToneTag tone={MODE_TONES[set.mode]}>{t(`weights.mode.${set.mode}.name`)}</ToneTag>
        {set.proposal !== null && <ToneTag tone="warn">{t('weights.proposalWaits')}</ToneTag>}
        {props.isTried && <ToneTag tone="waiting">{t('experiments.runsHere')}</ToneTag>}
      </div>
      <div className={styles.setShares}>
        <ShareBar shares={barOf(set.weights)} />
        <span className={`${styles.quiet} num`}>
          {set.weights
            .filter(({ permille }) => permille > 0)
            .map(({ route_id: id, permille }) => `${names.get(id) ?? t('weights.goneRoute')} ${permille}`)
            .join(' · ')}
        </span>
      </div>
      <PermittedButton
        permission="routes:write"
        size="small"
        icon={<EditOutlined />}
        onClick={props.onEdit}
        aria-label={t('weights.edit', { name })}
      />
      {set.ramp !== null && (
        <div className={styles.setRamp}>
          <RampStatus set={set} names={names} />
        </div>
      )}
    </li>
  );
}
