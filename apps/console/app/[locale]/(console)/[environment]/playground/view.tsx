'use client';

import { PlayCircleOutlined } from '@ant-design/icons';
import type { Environment, PlaygroundView as View } from '@signalbox/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Select, Skeleton, Switch } from 'antd';
import { useSearchParams } from 'next/navigation';
import { useId, useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { countryName } from '#format/country.ts';
import { changeAddress } from '#url-state/change-address.ts';
import { type Answered, AnswerPanel } from './answer-panel.tsx';
import { type CallDraft, CallForm } from './call-form.tsx';
import { EXAMPLES, type ExampleCountry, exampleFor } from './examples.ts';
import { type PlaygroundOperation, readPlayground } from './operations.ts';
import styles from './playground.module.css';
import { SnippetPanel } from './snippet-panel.tsx';
import { usePriceText } from './use-price-text.ts';

const COUNTRIES = Object.keys(EXAMPLES) as ExampleCountry[];
/** What sends, and so may cost. */
const SENDS = new Set(['sendMessage', 'sendBatch', 'startVerification']);

/** Every call of the public API, made from here and shown as a program. */
export function PlaygroundView() {
  const t = useTranslations();
  const trpc = useTRPC();
  const playground = useQuery({ ...trpc.playground.read.queryOptions(), staleTime: Number.POSITIVE_INFINITY });
  return (
    <>
      <PageHead title={t('nav.playground')} purpose={t('playground.purpose')} />
      <Loaded query={playground} skeleton={<Skeleton active paragraph={{ rows: 10 }} />}>
        {(view) => <Desk view={view} />}
      </Loaded>
    </>
  );
}

const draftOf = (operation: PlaygroundOperation, country: ExampleCountry): CallDraft => ({
  path: {},
  query: {},
  body: operation.example === undefined ? '' : JSON.stringify(exampleFor(operation.example, country), undefined, 2),
});

function Desk(props: { view: View }) {
  const t = useTranslations();
  const locale = useLocale();
  const { href } = usePlace();
  const { view } = props;
  const { api, operations } = useMemo(() => readPlayground(view), [view]);
  const wanted = useSearchParams().get('operation');
  const operation = operations.find(({ model }) => model.operationId === wanted) ?? operations[0];
  const [country, setCountry] = useState<ExampleCountry>('MX');
  const [drafts, setDrafts] = useState<Record<string, CallDraft>>({});
  const [idempotencyKey, setIdempotencyKey] = useState(() => crypto.randomUUID());
  const call = useCall(() => setIdempotencyKey(crypto.randomUUID()));
  if (operation === undefined) return null;
  const { operationId } = operation.model;
  const draft = drafts[operationId] ?? draftOf(operation, country);
  const groups = Map.groupBy(operations, ({ tag }) => tag);
  return (
    <div className={styles.desk}>
      <div className={styles.column}>
        <Panel title={t('playground.call')} hint={operation.model.summary}>
          <div className={styles.stack}>
            <div className={styles.choices}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                className={styles.operation ?? ''}
                aria-label={t('playground.operation')}
                value={operationId}
                options={[...groups].map(([label, own]) => ({
                  label,
                  options: own.map(({ model }) => ({ value: model.operationId, label: model.summary })),
                }))}
                onChange={(value) => changeAddress(`${href('playground')}?operation=${value}`)}
              />
              {operation.example !== undefined && (
                <Select<ExampleCountry>
                  className={styles.country ?? ''}
                  aria-label={t('playground.country')}
                  value={country}
                  options={COUNTRIES.map((value) => ({ value, label: countryName(locale, value) }))}
                  onChange={(value) => {
                    setCountry(value);
                    setDrafts({});
                  }}
                />
              )}
            </div>
            <p className={styles.line}>
              <code>
                {operation.model.method} {operation.model.path}
              </code>
            </p>
            <CallForm
              key={operationId}
              api={api}
              operation={operation}
              draft={draft}
              onChange={(next) => setDrafts({ ...drafts, [operationId]: next })}
            />
            <RunBar
              operation={operation}
              draft={draft}
              isRunning={call.isPending}
              onRun={(environment) => call.run(environment, operation, draft, idempotencyKey)}
            />
          </div>
        </Panel>
      </div>
      <div className={styles.column}>
        <AnswerPanel answered={call.answered} error={call.error} />
        <SnippetPanel
          api={api}
          operation={operation}
          draft={draft}
          baseUrl={view.base_url}
          idempotencyKey={idempotencyKey}
        />
      </div>
    </div>
  );
}

/** Sandbox, or live after a switch; what sends in live says what it costs and asks once more. */
function RunBar(props: {
  operation: PlaygroundOperation;
  draft: CallDraft;
  isRunning: boolean;
  onRun: (environment: Environment) => void;
}) {
  const t = useTranslations();
  const { modal } = App.useApp();
  const id = useId();
  const [live, setLive] = useState(false);
  const sends = SENDS.has(props.operation.model.operationId);
  const price = usePriceText(props.draft.body, live && sends);
  const run = () => {
    if (!live || !sends) return props.onRun(live ? 'live' : 'sandbox');
    modal.confirm({
      title: t('playground.liveTitle'),
      content: `${t('playground.liveText')} ${price}`,
      okText: t('playground.runLive'),
      cancelText: t('action.cancel'),
      onOk: () => props.onRun('live'),
    });
  };
  return (
    <>
      {live && <Alert type="warning" showIcon title={t('playground.liveOn')} description={sends ? price : undefined} />}
      <div className={styles.run}>
        <label className={styles.switch} htmlFor={id}>
          <Switch id={id} checked={live} onChange={setLive} /> <span>{t('playground.live')}</span>
        </label>
        <Button type="primary" icon={<PlayCircleOutlined />} loading={props.isRunning} onClick={run}>
          {t(live ? 'playground.runLive' : 'playground.runSandbox')}
        </Button>
      </div>
    </>
  );
}

function useCall(onDone: () => void) {
  const trpc = useTRPC();
  const [answered, setAnswered] = useState<Answered>();
  const call = useMutation(
    trpc.playground.run.mutationOptions({
      onSuccess: (answer, { environment }) => {
        setAnswered({ environment, answer });
        onDone();
      },
    }),
  );
  return {
    answered,
    error: call.error,
    isPending: call.isPending,
    run: (environment: Environment, { model }: PlaygroundOperation, draft: CallDraft, idempotencyKey: string) =>
      call.mutate({
        environment,
        operation: model.operationId,
        path: draft.path,
        query: draft.query,
        ...(model.takesIdempotencyKey ? { idempotency_key: idempotencyKey } : {}),
        ...(model.body === undefined ? {} : { body: draft.body }),
      }),
  };
}
