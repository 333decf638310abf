'use client';

import type { Channel, ChannelPreview, FollowUp, PreviewView, RoutingDecision, RuleResult } from '@signalbox/contracts';
import { Alert } from 'antd';
import { useLocale, useTranslations } from 'use-intl';
import { MoneyCell } from '#components/cells/money-cell.tsx';
import { useReasonText } from '#components/cells/reason-text.tsx';
import { useSpanText } from '#components/cells/span-text.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { CandidatesTable } from '#components/message/candidates-table.tsx';
import { RuleList } from '#components/message/rule-list.tsx';
import { LinkButton } from '#components/parts/link-button.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { countryName } from '#format/country.ts';
import styles from './send.module.css';
import type { QuoteStand } from './use-quote.ts';

/** A channel of a preview: of one over several channels with what follows it. */
type Looked = RoutingDecision & Partial<Pick<ChannelPreview, 'follow_ups'>>;

/** The channels of a preview, in their order. */
export const channelsIn = (preview: PreviewView): Looked[] => preview.channels ?? [preview];

/** Lowest and highest price for so many parts; undefined while no route is open. */
export function priceRange(preview: RoutingDecision | undefined, parts: number) {
  const price = preview?.price ?? null;
  if (price === null) return undefined;
  return { currency: price.currency, low: price.lowest_micros * parts, high: price.highest_micros * parts };
}

/** The price of a quoted text, from the cheapest to the dearest way; undefined where there is none. */
export function quotedRange(stand: QuoteStand) {
  if (stand.kind !== 'answer' || stand.quote.priced === 0) return undefined;
  const { currency, total } = stand.quote;
  return { currency, low: total.low_micros, high: total.high_micros };
}

/** The page where what holds a message up is changed. */
function cureOf(blocked: string): 'countries' | 'verifications' | 'providers' | 'routes' {
  if (blocked === 'geo_denied') return 'countries';
  if (blocked === 'fraud_blocked') return 'verifications';
  return blocked === 'all_down' ? 'providers' : 'routes';
}

/** What would become of the message if it were sent now: what the rules say, every route with its chance or its reason, and what follows. Looking is free. */
export function RoutingPanel(props: {
  /** Undefined while there is no address to look for. */
  decision: Looked | undefined;
  error: unknown;
  /** Set when there is more than one. */
  channel?: Channel | undefined;
}) {
  const t = useTranslations();
  const locale = useLocale();
  const { decision, error } = props;
  const country = decision?.country ?? null;
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
      {error !== null && <SectionError error={error} />}
      {decision === undefined && error === null && <p className={styles.quiet}>{t('send.routingWaits')}</p>}
      {decision !== undefined && (
        <>
          <Standing decision={decision} />
          {decision.rules.length > 0 && <RuleList rules={decision.rules} />}
          {decision.candidates.length > 0 && <CandidatesTable candidates={decision.candidates} />}
          {decision.follow_ups !== undefined && <FollowUpList steps={decision.follow_ups} />}
        </>
      )}
    </Panel>
  );
}

const isAgainstByLaw = ({ result, facts }: RuleResult): boolean =>
  (result === 'fail' || result === 'wait') && String(facts.source).startsWith('law/');

/** What keeps the message from going now, with the way to where that is changed. */
function Standing({ decision }: { decision: RoutingDecision }) {
  const t = useTranslations();
  const reasonText = useReasonText();
  const { href } = usePlace();
  const { state, reason, blocked, eligible_again_at: until } = decision;
  if (state === 'sending') return null;
  const elsewhere = decision.rules.some(isAgainstByLaw) ? 'compliance' : until !== null ? 'countries' : undefined;
  const cure = blocked !== null ? cureOf(blocked) : elsewhere;
  return (
    <Alert
      type={state === 'held' || state === 'queued' ? 'info' : 'warning'}
      showIcon
      title={
        <>
          {reason === null ? t('send.blocked.all_down') : reasonText(reason)}
          {until !== null && (
            <>
              {' '}
              {t('send.heldUntil')} <TimeCell at={until} look="minute" />
            </>
          )}
        </>
      }
      action={
        cure !== undefined && (
          <LinkButton size="small" href={href(cure)}>
            {t(`nav.${cure}`)}
          </LinkButton>
        )
      }
      style={{ marginBottom: 8 }}
    />
  );
}

/** What would make the next channel go, or end the send. */
function FollowUpList({ steps }: { steps: readonly FollowUp[] }) {
  const t = useTranslations();
  const spanText = useSpanText();
  return (
    <div className={styles.followUps}>
      <h3>{t('send.followUps')}</h3>
      <ul>
        {steps.map(({ when, next, after_seconds: seconds }) => (
          <li key={when} data-next={next !== null}>
            {t(`send.followUp.${when}`, {
              channel: next === null ? '' : t(`channel.${next}`),
              span: spanText((seconds ?? 0) * 1000),
            })}
          </li>
        ))}
      </ul>
    </div>
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
