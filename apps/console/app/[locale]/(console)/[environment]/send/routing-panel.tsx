'use client';

import type { Channel, PreviewView } from '@signalbox/contracts';
import type { UseQueryResult } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useLocale, useTranslations } from 'use-intl';
import { MoneyCell } from '#components/cells/money-cell.tsx';
import { CandidatesTable } from '#components/message/candidates-table.tsx';
import { LinkButton } from '#components/parts/link-button.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { countryName } from '#format/country.ts';
import styles from './send.module.css';

/** Lowest and highest price of the routes that may carry the message, for all its parts, per currency; undefined without any. */
export function priceRange(preview: PreviewView | undefined, parts: number) {
  const open = preview?.candidates.filter(({ excluded }) => excluded === null) ?? [];
  const [first] = open;
  if (first === undefined) return undefined;
  const prices = open
    .filter(({ currency }) => currency === first.currency)
    .map(({ price_micros: micros }) => micros * parts);
  return { currency: first.currency, low: Math.min(...prices), high: Math.max(...prices) };
}

/** The page where what holds a message up is changed. */
function cureOf(blocked: string): 'countries' | 'providers' | 'routes' {
  if (blocked === 'geo_denied') return 'countries';
  return blocked === 'all_down' ? 'providers' : 'routes';
}

/** Where the message would go if it were sent now: every route with its chance or its reason. Looking is free. */
export function RoutingPanel(props: {
  preview: UseQueryResult<PreviewView, unknown>;
  isAddressed: boolean;
  /** Set when there is more than one. */
  channel?: Channel | undefined;
}) {
  const t = useTranslations();
  const locale = useLocale();
  const { href } = usePlace();
  const { data, error } = props.preview as Pick<UseQueryResult<PreviewView>, 'data' | 'error'>;
  const shown = props.isAddressed ? data : undefined;
  const country = shown?.country ?? null;
  return (
    <Panel
      title={
        props.channel === undefined
          ? t('send.routing')
          : t('send.routingBy', { channel: t(`channel.${props.channel}`) })
      }
      hint={
        country === null
          ? t('send.routingHint')
          : t('send.routingCountry', {
              country: countryName(locale, country),
            })
      }
    >
      {error !== null && props.isAddressed && <SectionError error={error} />}
      {shown === undefined && (error === null || !props.isAddressed) && (
        <p className={styles.quiet}>{t('send.routingWaits')}</p>
      )}
      {shown !== undefined && shown.blocked !== null && (
        <Alert
          type="warning"
          showIcon
          title={
            shown.blocked === 'geo_denied'
              ? t('reason.policy_geo_denied')
              : t(`send.blocked.${shown.blocked === 'all_down' ? 'all_down' : 'no_route'}`)
          }
          action={
            <LinkButton size="small" href={href(cureOf(shown.blocked))}>
              {t(`nav.${cureOf(shown.blocked)}`)}
            </LinkButton>
          }
          style={{ marginBottom: 8 }}
        />
      )}
      {shown !== undefined && shown.candidates.length > 0 && <CandidatesTable candidates={shown.candidates} />}
    </Panel>
  );
}

type Range = NonNullable<ReturnType<typeof priceRange>>;

/** The price over both channels: of both together, or of the first alone to that of both when the second may not be needed. Undefined in two currencies. */
export function priceOfBoth(first: Range | undefined, second: Range | undefined, isSure: boolean): Range | undefined {
  if (first === undefined || second === undefined || first.currency !== second.currency) return undefined;
  return {
    currency: first.currency,
    low: first.low + (isSure ? second.low : 0),
    high: first.high + second.high,
  };
}

/** The price of this message as far as it is known: one amount, or from the cheapest to the dearest open route. */
export function PriceText(props: { range: ReturnType<typeof priceRange> }) {
  const t = useTranslations();
  const { range } = props;
  if (range === undefined) return <span>{t('send.priceUnknown')}</span>;
  if (range.low === range.high) return <MoneyCell micros={range.low} currency={range.currency} />;
  return (
    <span>
      <MoneyCell micros={range.low} currency={range.currency} /> –{' '}
      <MoneyCell micros={range.high} currency={range.currency} />
    </span>
  );
}
