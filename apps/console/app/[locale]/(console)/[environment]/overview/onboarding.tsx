'use client';

import { CheckCircleFilled, ClockCircleOutlined } from '@ant-design/icons';
import type { Environment, OnboardingStep, OnboardingView, Permission } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Progress } from 'antd';
import { useTranslations } from 'use-intl';
import { useSpanText } from '#components/cells/span-text.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { LinkButton } from '#components/parts/link-button.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from './overview.module.css';

const REFRESH_MS = 5000;

interface Way {
  area: string;
  permission: Permission;
  /** What it takes as a rule. */
  minutes: number;
  /** Where it is done, when not here. */
  environment?: Environment;
}

const WAYS: Record<OnboardingStep, Way> = {
  key: { area: 'keys', permission: 'keys:write', minutes: 1 },
  call: { area: 'keys', permission: 'keys:write', minutes: 3 },
  delivered: { area: 'playground', permission: 'playground:use', minutes: 1 },
  webhook: { area: 'webhooks', permission: 'webhooks:write', minutes: 5 },
  verification: { area: 'verifications', permission: 'verifications:write', minutes: 3 },
  live: { area: 'providers', permission: 'providers:write', minutes: 10, environment: 'live' },
  teammate: { area: 'people', permission: 'members:write', minutes: 1 },
};

/** The way from nothing to live messages: each step is ticked when it really happened, never for a page that was looked at. */
export function Onboarding() {
  const trpc = useTRPC();
  const { environment } = usePlace();
  const onboarding = useQuery({
    ...trpc.onboarding.read.queryOptions({ environment }),
    refetchInterval: ({ state: { data } }) => (data === undefined || isOver(data) ? false : REFRESH_MS),
  });
  // The figures below do not wait for it: while it is asked, and where it fails, there is no list.
  if (onboarding.data === undefined || onboarding.data.closed_at !== null) return null;
  return <Steps of={onboarding.data} />;
}

const isDone = ({ steps }: OnboardingView): boolean => steps.every(({ done_at }) => done_at !== null);
const isOver = (of: OnboardingView): boolean => of.closed_at !== null || isDone(of);

function Steps(props: { of: OnboardingView }) {
  const t = useTranslations();
  const spanText = useSpanText();
  const { of } = props;
  const done = of.steps.filter(({ done_at }) => done_at !== null).length;
  const seconds = of.first_delivered_seconds;
  return (
    <Panel
      className={styles.onboarding}
      title={isDone(of) ? t('onboarding.doneTitle') : t('onboarding.title')}
      hint={
        seconds === null
          ? t('onboarding.hint')
          : t('onboarding.firstDelivered', { span: spanText(Math.round(seconds) * 1000) })
      }
      extra={<PutAway isDone={isDone(of)} />}
    >
      <div className={styles.progress}>
        <Progress percent={(100 * done) / of.steps.length} showInfo={false} aria-label={t('onboarding.title')} />
        <span className="num">{t('onboarding.count', { done, all: of.steps.length })}</span>
      </div>
      <ol className={styles.steps}>
        {of.steps.map(({ step, done_at }) => (
          <Step key={step} step={step} doneAt={done_at} />
        ))}
      </ol>
    </Panel>
  );
}

function Step(props: { step: OnboardingStep; doneAt: string | null }) {
  const t = useTranslations();
  const { environment, hrefIn } = usePlace();
  const { step, doneAt } = props;
  const way = WAYS[step];
  return (
    <li className={styles.step} data-done={doneAt !== null ? true : undefined}>
      <span className={styles.stepMark} aria-hidden="true">
        {doneAt === null ? <ClockCircleOutlined /> : <CheckCircleFilled />}
      </span>
      <div className={styles.stepText}>
        <strong>{t(`onboarding.step.${step}.title`)}</strong>
        <span>
          {doneAt === null ? (
            `${t(`onboarding.step.${step}.text`)} ${t('onboarding.minutes', { count: way.minutes })}`
          ) : (
            <>
              {t('onboarding.doneAt')} <TimeCell at={doneAt} />
            </>
          )}
        </span>
      </div>
      {doneAt === null && (
        <LinkButton
          size="small"
          href={hrefIn(way.environment ?? environment, way.area)}
          permission={way.permission}
          aria-label={`${t('onboarding.go')}: ${t(`onboarding.step.${step}.title`)}`}
        >
          {t('onboarding.go')}
        </LinkButton>
      )}
    </li>
  );
}

function PutAway(props: { isDone: boolean }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message, modal } = App.useApp();
  const close = useMutation(
    trpc.onboarding.close.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.onboarding.pathKey() }),
      onError: (error) => message.error(t(`problem.${problemOf(error).code}.title`)),
    }),
  );
  const run = () => {
    if (props.isDone) return close.mutate({ closed: true });
    modal.confirm({
      title: t('onboarding.awayTitle'),
      content: t('onboarding.awayText'),
      okText: t('onboarding.away'),
      cancelText: t('action.cancel'),
      onOk: () => close.mutate({ closed: true }),
    });
  };
  return (
    <PermittedButton permission="keys:write" size="small" type="text" loading={close.isPending} onClick={run}>
      {t('onboarding.away')}
    </PermittedButton>
  );
}
