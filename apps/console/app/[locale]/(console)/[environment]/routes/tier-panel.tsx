'use client';

import { EditOutlined } from '@ant-design/icons';
import type { RouteView } from '@signalbox/contracts';
import { InputNumber, Slider } from 'antd';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'use-intl';
import { MoneyCell } from '#components/cells/money-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { usePlace } from '#components/place.tsx';
import { writeLogState } from '#url-state/log-filters.ts';
import styles from './routes.module.css';
import { ScopeText } from './scope-text.tsx';
import { ShareBar } from './share-bar.tsx';
import { toneAt } from './share-tones.ts';
import { sharesOf, type Tier } from './shares.ts';
import type { Weights } from './use-weights.ts';

/** One tier: what each route gets now and would get, and how it did. */
export function TierPanel(props: { tier: Tier; weights: Weights; onEdit: (route: RouteView) => void }) {
  const t = useTranslations();
  const format = useFormatter();
  const { tier, weights } = props;
  const shares = sharesOf(tier.routes, weights.drafts);
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <Panel
      title={t('routes.tier', { channel: t(`channel.${tier.channel}`), tier: tier.tier })}
      hint={t(tier.tier === 1 ? 'routes.tierPrimary' : 'routes.tierBackup')}
    >
      <ShareBar shares={tier.routes.map(({ id }) => ({ id, share: shares.get(id) ?? 0 }))} />
      <ul className={styles.routes}>
        {tier.routes.map((route, index) => (
          <RouteRow
            key={route.id}
            route={route}
            share={percent(shares.get(route.id) ?? 0)}
            tone={toneAt(index)}
            weights={weights}
            onEdit={() => props.onEdit(route)}
          />
        ))}
      </ul>
    </Panel>
  );
}

function RouteRow(props: { route: RouteView; share: string; tone: string; weights: Weights; onEdit: () => void }) {
  const t = useTranslations();
  const { route, share, weights } = props;
  const { may } = usePlace();
  const weight = weights.drafts.get(route.id) ?? route.weight;
  const isChanged = weight !== route.weight;
  const change = (value: number | null) => {
    if (value !== null) weights.change(route.id, Math.round(value));
  };
  return (
    <li className={styles.route} data-off={route.enabled ? undefined : true}>
      <div className={styles.routeName}>
        <span className={styles.swatch} style={{ background: `var(--sb-${props.tone}-solid)` }} aria-hidden="true" />
        <div>
          <strong className={styles.name}>{route.name}</strong>
          <span className={styles.under}>
            {route.provider.name} · <ScopeText route={route} />
          </span>
        </div>
      </div>
      <div className={styles.routeState}>
        {!route.enabled ? (
          <ToneTag tone="neutral">{t('routes.off')}</ToneTag>
        ) : (
          <ToneTag tone={route.provider.up ? 'good' : 'bad'}>
            {t(route.provider.up ? 'routes.up' : 'routes.down')}
          </ToneTag>
        )}
      </div>
      <div className={styles.figure}>
        <span className={styles.figureName}>{t('routes.delivered')}</span>
        <DeliveredRate route={route} />
      </div>
      <div className={styles.figure}>
        <span className={styles.figureName}>{t('routes.price')}</span>
        <MoneyCell micros={route.price_micros} currency={route.currency} />
      </div>
      <div className={styles.weight}>
        <Slider
          min={0}
          max={1000}
          value={weight}
          onChange={change}
          disabled={!may('routes:write')}
          tooltip={{ open: false }}
          ariaLabelForHandle={t('routes.sliderLabel', { name: route.name, share })}
          ariaValueTextFormatterForHandle={(value) => t('routes.sliderValue', { weight: value, share })}
        />
        <InputNumber<number>
          min={0}
          max={1000}
          precision={0}
          value={weight}
          onChange={change}
          disabled={!may('routes:write')}
          size="small"
          aria-label={t('routes.weightOf', { name: route.name })}
          className={styles.weightField ?? ''}
          data-changed={isChanged ? true : undefined}
        />
        <span className={`${styles.share} num`}>
          <strong className={styles.shareNow}>{share}</strong>
          {isChanged && <span className={styles.shareWas}>{t('routes.was', { weight: route.weight })}</span>}
        </span>
      </div>
      <PermittedButton
        permission="routes:write"
        size="small"
        icon={<EditOutlined />}
        onClick={props.onEdit}
        aria-label={t('routes.edit', { name: route.name })}
      />
    </li>
  );
}

function DeliveredRate(props: { route: RouteView }) {
  const t = useTranslations();
  const format = useFormatter();
  const { href } = usePlace();
  const { id, attempts_24h: attempts, delivered_24h: delivered } = props.route;
  if (attempts === 0) return <span className={styles.quiet}>{t('routes.noTraffic')}</span>;
  return (
    <Link href={`${href('messages')}${writeLogState({ route_id: id })}`} className="num">
      {format.number(delivered / attempts, { style: 'percent', maximumFractionDigits: 1 })}{' '}
      <span className={styles.quiet}>{t('routes.ofAttempts', { count: attempts })}</span>
    </Link>
  );
}
