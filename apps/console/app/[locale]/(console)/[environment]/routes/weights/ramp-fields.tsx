'use client';

import type { RampPlan } from '@signalbox/contracts';
import { Form, InputNumber, Radio } from 'antd';
import { useTranslations } from 'use-intl';
import styles from './weights.module.css';

const PPM_OF_PERCENT = 10_000;
const MINUTES_OF_HOUR = 60;

/** What a ramp is unless somebody asks for another. */
const FIRST_PLAN: RampPlan = { steps: 8, minutes: 240, min_success_ppm: 800_000 };

/** Whether so many steps find room in the time. */
export const isPossible = ({ steps, minutes }: RampPlan): boolean => steps <= minutes;

/** Asks whether weights hold at once (null) or are gone to step by step. */
export function RampFields(props: { plan: RampPlan | null; onChange: (plan: RampPlan | null) => void }) {
  const t = useTranslations();
  const { plan, onChange } = props;
  const fault = plan !== null && !isPossible(plan);
  return (
    <div className={styles.ramp}>
      <Form.Item label={t('weights.ramp.label')} extra={plan === null ? undefined : t('weights.ramp.hint')}>
        <Radio.Group
          value={plan !== null}
          onChange={(event) => onChange(event.target.value === true ? FIRST_PLAN : null)}
          options={[
            { value: false, label: t('weights.ramp.atOnce') },
            { value: true, label: t('weights.ramp.bySteps') },
          ]}
        />
      </Form.Item>
      {plan !== null && (
        <div className={styles.fields}>
          <Form.Item label={t('weights.ramp.hours')} htmlFor="ramp-hours">
            <InputNumber<number>
              id="ramp-hours"
              min={0.1}
              max={336}
              step={1}
              precision={1}
              suffix="h"
              value={plan.minutes / MINUTES_OF_HOUR}
              onChange={(value) =>
                value !== null && onChange({ ...plan, minutes: Math.round(value * MINUTES_OF_HOUR) })
              }
            />
          </Form.Item>
          <Form.Item
            label={t('weights.ramp.steps')}
            htmlFor="ramp-steps"
            {...(fault ? { validateStatus: 'error' as const, help: t('weights.ramp.tooManySteps') } : {})}
          >
            <InputNumber<number>
              id="ramp-steps"
              min={2}
              max={100}
              precision={0}
              value={plan.steps}
              onChange={(value) => value !== null && onChange({ ...plan, steps: value })}
            />
          </Form.Item>
          <Form.Item label={t('weights.ramp.floor')} htmlFor="ramp-floor">
            <InputNumber<number>
              id="ramp-floor"
              min={0}
              max={100}
              precision={0}
              suffix="%"
              value={plan.min_success_ppm / PPM_OF_PERCENT}
              onChange={(value) => value !== null && onChange({ ...plan, min_success_ppm: value * PPM_OF_PERCENT })}
            />
          </Form.Item>
        </div>
      )}
    </div>
  );
}
