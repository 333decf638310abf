'use client';

import { LockOutlined, UnlockOutlined } from '@ant-design/icons';
import type { RouteView, WeightRow } from '@signalbox/contracts';
import { Button, InputNumber, Slider } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { MoneyCell } from '#components/cells/money-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { ShareBar } from '../share-bar.tsx';
import { toneAt } from '../share-tones.ts';
import { barOf, PAGE_PERMILLE } from './draft.ts';
import type { WeightDraft } from './use-weight-draft.ts';
import styles from './weights.module.css';

/** The weights with their locks and bounds; the sum stands below. */
export function WeightRows(props: { draft: WeightDraft; routes: readonly RouteView[] }) {
  const t = useTranslations();
  const { rows } = props.draft;
  const byId = new Map(props.routes.map((route) => [route.id, route]));
  return (
    <div>
      <ShareBar shares={barOf(rows)} />
      <ul>
        {rows.map((row, index) => (
          <Row key={row.route_id} row={row} route={byId.get(row.route_id)} tone={toneAt(index)} draft={props.draft} />
        ))}
      </ul>
      <p className={styles.sum}>
        <span>{t('weights.keys')}</span>
        <strong className="num">
          {t('weights.sum', { sum: rows.reduce((sum, { permille }) => sum + permille, 0) })}
        </strong>
      </p>
    </div>
  );
}

function Row(props: { row: WeightRow; route: RouteView | undefined; tone: string; draft: WeightDraft }) {
  const t = useTranslations();
  const { row, route, draft } = props;
  const name = route?.name ?? t('weights.goneRoute');
  const { route_id: id, permille, locked } = row;
  // Before the slider of Ant Design, which knows page keys as two steps.
  const page = (event: KeyboardEvent) => {
    const by = event.key === 'PageUp' ? PAGE_PERMILLE : event.key === 'PageDown' ? -PAGE_PERMILLE : 0;
    if (by === 0 || locked) return;
    event.preventDefault();
    event.stopPropagation();
    draft.move(id, permille + by);
  };
  const boundField = (field: 'floor_permille' | 'ceiling_permille', label: string) => (
    <div className={styles.bound}>
      <span className={styles.quiet}>{label}</span>
      <InputNumber<number>
        size="small"
        min={0}
        max={1000}
        precision={0}
        value={row[field]}
        disabled={locked}
        onChange={(value) => value !== null && draft.rebind(id, { [field]: value })}
        aria-label={`${label}: ${name}`}
      />
    </div>
  );
  return (
    <li className={styles.row}>
      <div className={styles.rowName}>
        <span className={styles.swatch} style={{ background: `var(--sb-${props.tone}-solid)` }} aria-hidden="true" />
        <div>
          <strong className={styles.line}>{name}</strong>
          <span className={`${styles.quiet} ${styles.line}`}>
            {route === undefined ? null : (
              <>
                {route.provider.name} · <MoneyCell micros={route.price_micros} currency={route.currency} />
              </>
            )}
            {route?.enabled === false && (
              <>
                {' '}
                <ToneTag tone="neutral">{t('routes.off')}</ToneTag>
              </>
            )}
          </span>
        </div>
      </div>
      <div className={styles.rowWeight} onKeyDownCapture={page}>
        <Slider
          min={0}
          max={1000}
          value={permille}
          disabled={locked}
          onChange={(value) => draft.move(id, value)}
          tooltip={{ open: false }}
          ariaLabelForHandle={t('weights.weightOf', { name })}
          ariaValueTextFormatterForHandle={(value) => t('weights.ofThousand', { weight: value })}
        />
        <InputNumber<number>
          size="small"
          min={0}
          max={1000}
          precision={0}
          value={permille}
          disabled={locked}
          onChange={(value) => value !== null && draft.move(id, value)}
          aria-label={t('weights.numberOf', { name })}
        />
        <Button
          size="small"
          type={locked ? 'primary' : 'default'}
          icon={locked ? <LockOutlined /> : <UnlockOutlined />}
          aria-pressed={locked}
          aria-label={t('weights.lock', { name })}
          onClick={() => draft.rebind(id, { locked: !locked })}
        />
      </div>
      <div className={styles.bounds}>
        {boundField('floor_permille', t('weights.floor'))}
        {boundField('ceiling_permille', t('weights.ceiling'))}
      </div>
    </li>
  );
}
