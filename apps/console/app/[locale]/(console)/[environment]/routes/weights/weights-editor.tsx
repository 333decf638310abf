'use client';

import type { RampPlan, RouteView, WeightMode, WeightScope, WeightSetView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, InputNumber, Radio, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import type { ChosenWeights } from '../frontier/frontier-panel.tsx';
import { firstScope, sameScope } from './draft.ts';
import { Proposal } from './proposal.tsx';
import { isPossible, RampFields } from './ramp-fields.tsx';
import { RampStatus } from './ramp-status.tsx';
import { RemoveButton } from './remove-button.tsx';
import { ScopeFields } from './scope-fields.tsx';
import { TriedFacts } from './tried-facts.tsx';
import { useTried } from './use-tried.ts';
import { useWeightDraft } from './use-weight-draft.ts';
import { WeightHistory } from './weight-history.tsx';
import { WeightRows } from './weight-rows.tsx';
import styles from './weights.module.css';

const MODES: readonly WeightMode[] = ['automatic', 'approval', 'off'];
const PPM_OF_PERCENT = 10_000;

/** Changes the weights of a scope, or makes them: moves that keep the sum, what they would have brought, why, and what was changed before. */
export function WeightsEditor(props: {
  routes: readonly RouteView[];
  set: WeightSetView | undefined;
  /** What was chosen elsewhere, to begin with. */
  chosen?: ChosenWeights | undefined;
  /** All weights that are set: a scope has its weights once. */
  taken: readonly WeightSetView[];
  /** An experiment runs on these weights. */
  isTried: boolean;
  onDone: () => void;
}) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const { routes, set, onDone } = props;
  const [scope, setScope] = useState<WeightScope>(() => set?.scope ?? props.chosen?.scope ?? firstScope(routes));
  const [why, setWhy] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const [ramp, setRamp] = useState<RampPlan | null>(null);
  const draft = useWeightDraft(routes, set, scope, props.chosen?.weights);
  const { query, isOf } = useTried(scope, draft.rows);
  const names = new Map(routes.map(({ id, name }) => [id, name]));
  const isTaken = set === undefined && props.taken.some((one) => sameScope(one.scope, scope));
  const save = useMutation(
    trpc.weights.save.mutationOptions({
      onSuccess: async () => {
        message.success(t(ramp === null ? 'weights.saved' : 'weights.ramp.saved'));
        onDone();
        await queryClient.invalidateQueries({ queryKey: trpc.weights.pathKey() });
      },
    }),
  );
  const submit = () => {
    setIsAsked(true);
    if (why.trim() === '') {
      document.getElementById('weights-why')?.focus();
      return;
    }
    save.mutate({
      environment,
      scope,
      ...(set === undefined ? {} : { version: set.version }),
      mode: draft.mode,
      explore_ppm: draft.explorePpm,
      weights: [...draft.rows],
      why,
      ...(ramp === null ? {} : { ramp }),
    });
  };
  const mayTell = draft.rows.length > 1;
  return (
    <Form name="weights-editor" layout="vertical" component="div" className={styles.editor}>
      {set !== undefined && <Proposal set={set} names={names} onDone={onDone} />}
      {set !== undefined && <RampStatus set={set} names={names} onDone={onDone} />}
      {set === undefined && (
        <ScopeFields
          idPrefix="weights"
          scope={scope}
          routes={routes}
          onChange={(other) => {
            setScope(other);
            draft.begin(other);
          }}
        />
      )}
      {isTaken && <Alert type="warning" title={t('weights.taken')} />}
      {!mayTell && <Alert type="warning" title={t('weights.tooFewRoutes')} />}
      <WeightRows draft={draft} routes={routes} />
      {draft.refused && <Alert type="warning" title={t('weights.impossible')} />}
      <section className={styles.section} aria-label={t('weights.tried')} aria-live="polite" aria-busy={!isOf}>
        <h3>{t('weights.tried')}</h3>
        {query.error !== null && <SectionError error={query.error} onRetry={() => void query.refetch()} />}
        {query.data === undefined ? (
          query.error === null && <Skeleton active title={false} paragraph={{ rows: 2 }} />
        ) : (
          <div className={styles.tried} data-old={isOf ? undefined : true}>
            <TriedFacts tried={query.data} names={names} />
          </div>
        )}
      </section>
      <div className={styles.pair}>
        <Form.Item label={t('weights.modeLabel')} extra={t(`weights.mode.${draft.mode}.hint`)}>
          <Radio.Group
            value={draft.mode}
            onChange={(event) => draft.setMode(event.target.value as WeightMode)}
            options={MODES.map((value) => ({ value, label: t(`weights.mode.${value}.name`) }))}
          />
        </Form.Item>
        <Form.Item label={t('weights.explore')} extra={t('weights.exploreHint')} htmlFor="weights-explore">
          <InputNumber<number>
            id="weights-explore"
            min={0}
            max={20}
            step={0.5}
            precision={1}
            suffix="%"
            value={draft.explorePpm / PPM_OF_PERCENT}
            onChange={(value) => value !== null && draft.setExplorePpm(Math.round(value * PPM_OF_PERCENT))}
          />
        </Form.Item>
      </div>
      {set !== undefined && <RampFields plan={ramp} onChange={setRamp} />}
      <Form.Item
        label={t('weights.why')}
        htmlFor="weights-why"
        required
        {...(isAsked && why.trim() === '' ? { validateStatus: 'error' as const, help: t('health.whyNeeded') } : {})}
      >
        <Input
          id="weights-why"
          value={why}
          maxLength={200}
          autoComplete="off"
          onChange={(e) => setWhy(e.target.value)}
        />
      </Form.Item>
      {props.isTried && <Alert type="warning" title={t('experiments.endsBySaving')} />}
      {set?.ramp != null && <p className={styles.quiet}>{t('weights.ramp.ends')}</p>}
      {save.error !== null && <SectionError error={save.error} />}
      <div className={styles.foot}>
        {set !== undefined && <RemoveButton id={set.id} onDone={onDone} />}
        {!isOf && query.error === null && (
          <span className={`${styles.quiet} ${styles.footText}`}>{t('weights.triedFirst')}</span>
        )}
        <Button onClick={onDone}>{t('action.cancel')}</Button>
        <PermittedButton
          permission="routes:write"
          type="primary"
          loading={save.isPending}
          disabled={isTaken || !mayTell || (ramp !== null && !isPossible(ramp)) || (!isOf && query.error === null)}
          onClick={submit}
        >
          {t('action.save')}
        </PermittedButton>
      </div>
      {set !== undefined && <WeightHistory id={set.id} names={names} onUndone={onDone} />}
    </Form>
  );
}
