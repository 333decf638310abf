'use client';

import type { SteerRampInput, WeightRamp, WeightSetView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App } from 'antd';
import { useFormatter, useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { useAskedChange } from '#components/parts/use-asked-change.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { WeightDiff } from './weight-diff.tsx';
import styles from './weights.module.css';

type Names = ReadonlyMap<string, string>;

/** Weights on their way: how far they are, until when, why they stopped, and what can be done about it. */
export function RampStatus(props: { set: WeightSetView; names: Names; onDone?: () => void }) {
  const t = useTranslations();
  const { set, names } = props;
  const { ramp } = set;
  if (ramp === null) return null;
  const at = { step: ramp.step, steps: ramp.plan.steps };
  return (
    <Alert
      type={ramp.state === 'stopped' ? 'warning' : 'info'}
      title={
        <>
          {t(`weights.ramp.${ramp.state}`, at)} {ramp.ends_at !== null && <TimeCell at={ramp.ends_at} look="minute" />}
        </>
      }
      description={
        <div className={styles.ramp}>
          <p>
            <WeightDiff change={{ before: set.weights, after: ramp.to }} names={names} />
          </p>
          <StopReason ramp={ramp} names={names} />
          <RampButtons set={set} ramp={ramp} onDone={props.onDone} />
        </div>
      }
    />
  );
}

function StopReason(props: { ramp: WeightRamp; names: Names }) {
  const t = useTranslations();
  const format = useFormatter();
  const { stopped, plan } = props.ramp;
  if (stopped === null) return null;
  const floor = format.number(plan.min_success_ppm / 1e6, { style: 'percent' });
  const route = props.names.get(stopped.route_id) ?? t('weights.goneRoute');
  return <p>{t(`weights.ramp.reason.${stopped.reason}`, { route, floor })}</p>;
}

function RampButtons(props: { set: WeightSetView; ramp: WeightRamp; onDone: (() => void) | undefined }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const { set, ramp } = props;
  const after = () => props.onDone?.();
  const steer = useMutation(
    trpc.weights.steerRamp.mutationOptions({
      onSuccess: async (_, { act }) => {
        message.success(t(`weights.ramp.${act}Done`));
        after();
        await queryClient.invalidateQueries({ queryKey: trpc.weights.pathKey() });
      },
    }),
  );
  const list = trpc.weights.pathKey();
  const finish = useAskedChange<SteerRampInput>({
    change: trpc.weights.steerRamp.mutationOptions(),
    done: t('weights.ramp.finishDone'),
    list,
    after,
  });
  const undo = useAskedChange({
    change: trpc.weights.undo.mutationOptions(),
    done: t('weights.undone'),
    list,
    after,
  });
  const cancel = t('action.keep');
  const next = ramp.state === 'running' ? 'pause' : 'resume';
  const small = { permission: 'routes:write', size: 'small' } as const;
  return (
    <>
      {steer.error !== null && <SectionError error={steer.error} />}
      <div className={styles.buttons}>
        <PermittedButton
          {...small}
          loading={steer.isPending}
          onClick={() => steer.mutate({ environment, id: set.id, act: next })}
        >
          {t(`weights.ramp.${next}`)}
        </PermittedButton>
        <PermittedButton
          {...small}
          onClick={() =>
            finish(
              { environment, id: set.id, act: 'finish' },
              {
                title: t('weights.ramp.finishTitle'),
                text: t('weights.ramp.finishText'),
                ok: t('weights.ramp.finish'),
                cancel,
              },
            )
          }
        >
          {t('weights.ramp.finish')}
        </PermittedButton>
        <PermittedButton
          {...small}
          onClick={() =>
            undo(
              { environment, change_id: ramp.change_id },
              { title: t('weights.undoTitle'), text: t('weights.undoText'), ok: t('weights.undo'), cancel },
            )
          }
        >
          {t('weights.undo')}
        </PermittedButton>
      </div>
    </>
  );
}
