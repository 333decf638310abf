'use client';

import { PauseOutlined, PlayCircleOutlined } from '@ant-design/icons';
import type { PauseView, RouteHealthView } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { useAskedChange } from '#components/parts/use-asked-change.ts';
import { useCountryName } from '#components/parts/use-country-name.ts';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { CellTable } from './cell-table.tsx';
import styles from './health.module.css';

const HONESTY_TONES = { honest: 'good', unproven: 'neutral', doubtful: 'warn', forging: 'bad' } as const;

/** One route: what holds it back, and how it does in each class and country. */
export function RoutePanel(props: { route: RouteHealthView; onPause: () => void }) {
  const t = useTranslations();
  const { route } = props;
  const pause = (
    <PermittedButton
      permission="routes:write"
      size="small"
      icon={<PauseOutlined />}
      onClick={props.onPause}
      aria-label={t('health.pauseRoute', { name: route.name })}
    >
      {t('health.pause')}
    </PermittedButton>
  );
  return (
    <Panel
      title={route.name}
      hint={t('health.by', { provider: route.provider_name, channel: t(`channel.${route.channel}`), tier: route.tier })}
      extra={pause}
    >
      <div className={styles.tags}>
        <StateTags route={route} />
      </div>
      {route.pauses.map((one) => (
        <PauseLine key={one.id} pause={one} />
      ))}
      <CellTable route={route} />
    </Panel>
  );
}

function StateTags(props: { route: RouteHealthView }) {
  const t = useTranslations();
  const countryName = useCountryName();
  const { enabled, up, breakers, honesty } = props.route;
  return (
    <>
      {enabled ? (
        <ToneTag tone={up ? 'good' : 'bad'}>{t(up ? 'routes.up' : 'routes.down')}</ToneTag>
      ) : (
        <ToneTag tone="neutral">{t('routes.off')}</ToneTag>
      )}
      {breakers.map((breaker) => (
        <ToneTag
          key={breaker.country ?? '*'}
          tone={breaker.state === 'open' ? 'bad' : 'warn'}
          title={breaker.reason === null ? '' : t(`health.reason.${breaker.reason}`)}
        >
          {t(breaker.state === 'open' ? 'health.breakerOpen' : 'health.breakerHalfOpen', {
            place: breaker.country === null ? t('health.wholeRoute') : countryName(breaker.country),
            share: breaker.admit_permille / 1000,
          })}
        </ToneTag>
      ))}
      {honesty !== null && (
        <ToneTag
          tone={HONESTY_TONES[honesty.verdict]}
          title={honesty.traces.map((trace) => t(`health.trace.${trace}`)).join('\n')}
        >
          {t(`health.honesty.${honesty.verdict}`)}
        </ToneTag>
      )}
    </>
  );
}

function PauseLine(props: { pause: PauseView }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const { pause } = props;
  const lift = useAskedChange({
    change: trpc.routes.liftPause.mutationOptions(),
    done: t('health.lifted'),
    list: trpc.routing.health.queryKey(),
  });
  const ask = () =>
    lift(
      { environment, pause_id: pause.id },
      { title: t('health.liftTitle'), text: t('health.liftText'), ok: t('health.lift'), cancel: t('action.keep') },
    );
  return (
    <div className={styles.pause}>
      <ToneTag tone={pause.active ? 'warn' : 'info'}>{t(pause.active ? 'health.paused' : 'health.planned')}</ToneTag>
      <span className={styles.alertText}>
        {pause.reason} · {pause.created_by} · <TimeCell at={pause.from} look="minute" />
        {' – '}
        {pause.until === null ? t('health.untilLifted') : <TimeCell at={pause.until} look="minute" />}
      </span>
      <PermittedButton permission="routes:write" size="small" icon={<PlayCircleOutlined />} onClick={ask}>
        {t('health.lift')}
      </PermittedButton>
    </div>
  );
}
