'use client';

import { CheckOutlined, StopOutlined } from '@ant-design/icons';
import type { ExperimentView } from '@signalbox/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { useAskedChange } from '#components/parts/use-asked-change.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';

/** Stops an experiment that runs; of one that has ended, puts the weights that were tried in force. */
export function ExperimentButtons(props: { of: ExperimentView }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { environment } = usePlace();
  const { of } = props;
  const stop = useAskedChange({
    change: trpc.experiments.stop.mutationOptions(),
    done: t('experiments.stopped'),
    list: trpc.experiments.pathKey(),
  });
  const adopt = useAskedChange({
    change: trpc.experiments.adopt.mutationOptions(),
    done: t('experiments.adoptDone'),
    list: trpc.experiments.pathKey(),
    after: () => void queryClient.invalidateQueries({ queryKey: trpc.weights.pathKey() }),
  });
  const input = { environment, id: of.id };
  const cancel = t('action.keep');
  if (of.ended === null) {
    const question = { title: t('experiments.stopTitle'), text: t('experiments.stopText'), cancel };
    return (
      <PermittedButton
        permission="routes:write"
        size="small"
        icon={<StopOutlined />}
        onClick={() => stop(input, { ...question, ok: t('experiments.stopIt') })}
      >
        {t('experiments.stopIt')}
      </PermittedButton>
    );
  }
  if (of.adopted !== null) return null;
  const question = { title: t('experiments.adoptTitle'), text: t('experiments.adoptText'), cancel };
  return (
    <PermittedButton
      permission="routes:write"
      size="small"
      icon={<CheckOutlined />}
      onClick={() => adopt(input, { ...question, ok: t('experiments.adopt') })}
    >
      {t('experiments.adopt')}
    </PermittedButton>
  );
}
