'use client';

import type { ExperimentMeasure, FieldError, WeightSetView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { useScopeText } from '../routes/weights/use-scope-text.ts';
import { ChallengerWeights, freeRows } from './challenger-weights.tsx';
import styles from './experiments.module.css';
import { SampleSize, useSample } from './sample-size.tsx';
import { useRuleText } from './use-rule-text.ts';

const PPM_OF_PERCENT = 10_000;
const DAY_MS = 86_400_000;
/** What a success of the class wants: marketing goes by its cost, the rest by success. */
const measureOf = ({ scope }: WeightSetView): ExperimentMeasure =>
  scope.class === 'marketing' ? 'cost_per_success' : 'success';
const DIFFERENCE: Record<ExperimentMeasure, number> = { success: 2, cost_per_success: 5 };

/** Starts an experiment: on whose weights, what is tried, for how many, what decides and what ends it, with the outcomes that takes. */
export function ExperimentForm(props: {
  /** The weights that no experiment runs on. */
  sets: readonly WeightSetView[];
  first: WeightSetView;
  names: ReadonlyMap<string, string>;
  onDone: () => void;
}) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const scopeText = useScopeText();
  const { onDone, names } = props;
  const [set, setSet] = useState(props.first);
  const [rows, setRows] = useState(() => freeRows(props.first));
  const [name, setName] = useState('');
  const [challenger, setChallenger] = useState('');
  const [percent, setPercent] = useState(20);
  const [measure, setMeasure] = useState(() => measureOf(props.first));
  const [difference, setDifference] = useState(DIFFERENCE[measureOf(props.first)]);
  const [drop, setDrop] = useState(2);
  const [rise, setRise] = useState<number | null>(20);
  const [floor, setFloor] = useState(50);
  const [days, setDays] = useState(14);
  const [most, setMost] = useState<number | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const sample = useSample(set.scope, { measure, difference: difference / 100, share: percent / 100 });
  // Twice what is needed: what is still open then is smaller than what was looked for.
  const outcomes = most ?? Math.max(1000, Math.ceil((2 * sample.outcomes) / 1000) * 1000);
  const guard = {
    min_success_ppm: Math.round(floor * PPM_OF_PERCENT),
    max_drop_ppm: Math.round(drop * PPM_OF_PERCENT),
    max_cost_rise_permille: rise === null ? null : Math.round(rise * 10),
  };
  const until = new Date(Date.now() + days * DAY_MS).toISOString();
  const rules = useRuleText({ measure, guard, max_outcomes: outcomes, until });
  const isSame = rows.every((row, index) => row.permille === set.weights[index]?.permille);
  const start = useMutation(
    trpc.experiments.start.mutationOptions({
      onSuccess: async () => {
        message.success(t('experiments.started'));
        onDone();
        await queryClient.invalidateQueries({ queryKey: trpc.experiments.pathKey() });
      },
    }),
  );
  const pick = (id: string) => {
    const other = props.sets.find((one) => one.id === id);
    if (other === undefined) return;
    setSet(other);
    setRows(freeRows(other));
    choose(measureOf(other));
  };
  const choose = (other: ExperimentMeasure) => {
    setMeasure(other);
    setDifference(DIFFERENCE[other]);
  };
  const submit = () => {
    setIsAsked(true);
    if (name.trim() === '' || challenger.trim() === '' || isSame) {
      if (name.trim() === '') document.getElementById('experiment-name')?.focus();
      else if (challenger.trim() === '') document.getElementById('experiment-challenger')?.focus();
      return;
    }
    start.mutate({
      environment,
      weights_id: set.id,
      version: set.version,
      name,
      challenger,
      weights: rows.map(({ route_id, permille }) => ({ route_id, permille })),
      share_permille: Math.round(percent * 10),
      measure,
      difference_ppm: Math.round(difference * PPM_OF_PERCENT),
      guard,
      max_outcomes: outcomes,
      max_days: days,
    });
  };
  const needed = (text: string) =>
    isAsked && text.trim() === '' ? { validateStatus: 'error' as const, help: t('experiments.nameNeeded') } : {};
  const number = (field: NumberField) => (
    <Form.Item label={field.label} extra={field.hint} htmlFor={`experiment-${field.id}`}>
      <InputNumber<number>
        id={`experiment-${field.id}`}
        min={field.min}
        max={field.max}
        precision={field.precision ?? 1}
        value={field.value}
        suffix={field.suffix}
        onChange={(value) => (value === null ? field.onEmpty?.() : field.onChange(value))}
      />
    </Form.Item>
  );
  return (
    <Form layout="vertical" component="div" className={styles.form}>
      <Form.Item label={t('experiments.weights')} htmlFor="experiment-weights">
        <Select
          id="experiment-weights"
          value={set.id}
          onChange={pick}
          options={props.sets.map((one) => ({ value: one.id, label: scopeText(one.scope) }))}
        />
      </Form.Item>
      <div className={styles.fields}>
        <Form.Item label={t('experiments.name')} htmlFor="experiment-name" required {...needed(name)}>
          <Input
            id="experiment-name"
            value={name}
            maxLength={80}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t('experiments.challenger')} htmlFor="experiment-challenger" required {...needed(challenger)}>
          <Input
            id="experiment-challenger"
            value={challenger}
            maxLength={80}
            autoComplete="off"
            onChange={(event) => setChallenger(event.target.value)}
          />
        </Form.Item>
      </div>
      <ChallengerWeights
        rows={rows}
        held={set.weights}
        names={names}
        onChange={setRows}
        fault={isAsked && isSame ? t('experiments.sameWeights') : null}
      />
      <div className={styles.fields}>
        {number({
          ...{ id: 'share', label: t('experiments.share'), hint: t('experiments.shareHint') },
          ...{ min: 1, max: 90, suffix: '%', value: percent, onChange: setPercent },
        })}
        <Form.Item label={t('experiments.decides')} extra={t(`experiments.measure.${measure}.hint`)}>
          <Radio.Group
            value={measure}
            onChange={(event) => choose(event.target.value as ExperimentMeasure)}
            options={(['success', 'cost_per_success'] as const).map((value) => ({
              value,
              label: t(`experiments.measure.${value}.name`),
            }))}
          />
        </Form.Item>
        {number({
          ...{ id: 'difference', label: t('experiments.wished'), hint: t(`experiments.wishedHint.${measure}`) },
          ...{ min: 0.1, max: 50, suffix: '%', value: difference, onChange: setDifference },
        })}
      </div>
      <SampleSize sample={sample} />
      <div className={styles.fields}>
        {number({
          ...{ id: 'drop', label: t('experiments.guardDrop'), min: 0.1, max: 100, suffix: '%' },
          ...{ value: drop, onChange: setDrop },
        })}
        {number({
          ...{ id: 'rise', label: t('experiments.guardRise'), hint: t('experiments.guardRiseHint') },
          ...{ min: 0.1, max: 1000, suffix: '%', value: rise, onChange: setRise, onEmpty: () => setRise(null) },
        })}
        {number({
          ...{ id: 'floor', label: t('experiments.guardFloor'), min: 0, max: 100, suffix: '%' },
          ...{ value: floor, onChange: setFloor },
        })}
        {number({
          ...{ id: 'outcomes', label: t('experiments.most'), min: 1000, max: 100_000_000, precision: 0 },
          ...{ value: outcomes, onChange: setMost, onEmpty: () => setMost(null) },
        })}
        {number({
          ...{ id: 'days', label: t('experiments.days'), min: 1, max: 28, precision: 0 },
          ...{ value: days, onChange: setDays },
        })}
      </div>
      <section className={styles.rules} aria-label={t('experiments.rules')}>
        <h3>{t('experiments.rules')}</h3>
        <ul>
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </section>
      {start.error !== null && <StartFault error={start.error} />}
      <div className={styles.foot}>
        <Button onClick={onDone}>{t('action.cancel')}</Button>
        <PermittedButton permission="routes:write" type="primary" loading={start.isPending} onClick={submit}>
          {t('experiments.start')}
        </PermittedButton>
      </div>
    </Form>
  );
}

/** Why it could not be started: the field at fault in words, else what failed. */
function StartFault(props: { error: unknown }) {
  const t = useTranslations();
  const [field] = problemOf(props.error).fields;
  const fault = field === undefined ? undefined : faultOf(field);
  if (fault === undefined) return <SectionError error={props.error} />;
  return <Alert type="error" showIcon role="alert" title={t(`experiments.fault.${fault}`)} />;
}

function faultOf({ path, code }: FieldError): 'taken' | 'ramp' | 'currencies' | 'bounds' | undefined {
  if (path === 'weights_id') return code === 'taken' ? 'taken' : 'ramp';
  if (path === 'measure' || path === 'guard.max_cost_rise_permille') return 'currencies';
  return path.startsWith('weights') ? 'bounds' : undefined;
}

interface NumberField {
  id: string;
  label: string;
  hint?: string;
  min: number;
  max: number;
  precision?: number;
  suffix?: string;
  value: number | null;
  onChange: (value: number) => void;
  /** Where it may be left empty. */
  onEmpty?: () => void;
}
