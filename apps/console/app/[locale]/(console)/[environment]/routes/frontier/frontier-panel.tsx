'use client';

import type { FrontierMix, RouteView, WeightScope } from '@signalbox/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Form, Table, type TableColumnsType } from 'antd';
import { useCallback, useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { formatMicros } from '#format/money.ts';
import { ScopeFields } from '../weights/scope-fields.tsx';
import styles from './frontier.module.css';
import { digitsFor, FrontierChart, type FrontierPoints } from './frontier-chart.tsx';

/** Weights that were chosen here, for the editor to begin with. */
export interface ChosenWeights {
  scope: WeightScope;
  weights: FrontierMix['weights'];
}

/** What more success costs, for one class and country; a point that is chosen opens the editor of weights with its weights. */
export function FrontierPanel(props: {
  routes: readonly RouteView[];
  first: WeightScope;
  onChoose: (chosen: ChosenWeights) => void;
}) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const { routes, onChoose } = props;
  const [scope, setScope] = useState(props.first);
  const frontier = useQuery({
    ...trpc.weights.frontier.queryOptions({ environment, scope }),
    refetchInterval: 20_000,
    placeholderData: keepPreviousData,
  });
  return (
    <Panel title={t('frontier.title')} hint={t('frontier.hint')}>
      <Form name="frontier-panel" layout="vertical" component="div" className={styles.fields}>
        <ScopeFields idPrefix="frontier" scope={scope} routes={routes} onChange={setScope} />
      </Form>
      <Loaded query={frontier}>
        {(view) =>
          view.kind === 'refused' ? (
            <Alert type="info" title={t(`frontier.refused.${view.reason}`)} />
          ) : (
            <Answer view={view} onChoose={(weights) => onChoose({ scope, weights })} />
          )
        }
      </Loaded>
    </Panel>
  );
}

function Answer(props: { view: FrontierPoints; onChoose: (weights: FrontierMix['weights']) => void }) {
  const t = useTranslations();
  const { may } = usePlace();
  const { view, onChoose } = props;
  const columns = useColumns(view, onChoose);
  const mayChoose = may('routes:write');
  const pick = useCallback(
    (index: number) => {
      const point = view.points[index];
      if (mayChoose && point !== undefined) onChoose(point.weights);
    },
    [view, mayChoose, onChoose],
  );
  return (
    <>
      <div className={styles.chart}>
        <FrontierChart view={view} onPick={pick} />
      </div>
      <ScrollBox label={t('frontier.table')} className={styles.scroll}>
        <Table<Row>
          size="small"
          rowKey="key"
          columns={columns}
          dataSource={[
            { key: 'now', mix: view.now },
            ...view.points.map((mix, index) => ({ key: String(index), mix })),
          ]}
          pagination={false}
        />
      </ScrollBox>
      {view.routes.some(({ basis }) => basis !== 'cell') && (
        <p className={styles.quiet}>
          {t('frontier.thin', {
            routes: view.routes
              .filter(({ basis }) => basis !== 'cell')
              .map(({ name }) => name)
              .join(', '),
          })}
        </p>
      )}
    </>
  );
}

interface Row {
  key: string;
  mix: FrontierMix;
}

function useColumns(view: FrontierPoints, onChoose: (weights: FrontierMix['weights']) => void): TableColumnsType<Row> {
  const t = useTranslations();
  const format = useFormatter();
  const locale = useLocale();
  const names = new Map(view.routes.map(({ route_id: id, name }) => [id, name]));
  const percent = (share: number, maximumFractionDigits = 1) =>
    format.number(share, { style: 'percent', maximumFractionDigits });
  const digits = digitsFor(view);
  const money = (micros: number) => formatMicros(micros, view.currency, locale);
  return [
    {
      key: 'cost',
      title: t('frontier.cost'),
      render: (_, { key, mix }) => (
        <span className="num">
          {money(mix.cost_micros)} {key === 'now' && <ToneTag tone="warn">{t('frontier.now')}</ToneTag>}
        </span>
      ),
    },
    {
      key: 'success',
      title: t('weights.success'),
      render: (_, { mix }) => (
        <span className="num">
          <strong>{percent(mix.success, digits)}</strong>{' '}
          <span className={styles.quiet}>
            {t('health.interval', { low: percent(mix.low), high: percent(mix.high) })}
          </span>
        </span>
      ),
    },
    {
      key: 'weights',
      title: t('frontier.weights'),
      render: (_, { mix }) => (
        <span className="num">
          {mix.weights
            .filter(({ permille }) => permille > 0)
            .map(({ route_id: id, permille }) => `${names.get(id) ?? ''} ${permille}`)
            .join(' · ')}
        </span>
      ),
    },
    {
      key: 'choose',
      align: 'right',
      render: (_, { key, mix }) =>
        key === 'now' ? null : (
          <PermittedButton
            permission="routes:write"
            size="small"
            onClick={() => onChoose(mix.weights)}
            aria-label={t('frontier.chooseAt', { cost: money(mix.cost_micros), success: percent(mix.success, digits) })}
          >
            {t('frontier.choose')}
          </PermittedButton>
        ),
    },
  ];
}
