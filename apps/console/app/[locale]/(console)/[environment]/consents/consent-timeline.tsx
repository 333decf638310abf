'use client';

import { type ConsentView, HOURS_PURPOSE, type QuietWish } from '@signalbox/contracts';
import { useLocale, useTranslations } from 'use-intl';
import { ExportFileButton } from '#components/approvals/export-button.tsx';
import { IdCell } from '#components/cells/id-cell.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import styles from '#components/consent/consent.module.css';
import { Facts } from '#components/parts/facts.tsx';
import { usePlace } from '#components/place.tsx';
import { saveJson } from '#data/save-file.ts';
import { useTRPCClient } from '#data/trpc.ts';

/** Every entry of a person, the newest first, with what it takes to prove it. */
export function ConsentTimeline({ entries }: { entries: readonly ConsentView[] }) {
  const t = useTranslations();
  return (
    <ol className={styles.timeline}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry}>
          <div className={styles.entryHead}>
            <ToneTag tone={entry.state === 'granted' ? 'good' : 'blocked'}>
              {entry.purpose === HOURS_PURPOSE
                ? t(`consents.hours.${entry.state}`)
                : t(`consents.state.${entry.state}`)}
            </ToneTag>
            <TimeCell at={entry.at} look="full" />
            <span>{entry.source}</span>
            <ProofButton id={entry.id} />
          </div>
          <EntryFacts entry={entry} />
          {entry.wording !== null && <blockquote className={styles.quote}>{entry.wording.text}</blockquote>}
        </li>
      ))}
    </ol>
  );
}

/** Facts within facts by their path, as `confirmed.ip`. */
function flat(facts: Record<string, unknown>, before = ''): [string, string][] {
  return Object.entries(facts).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null
      ? flat(value as Record<string, unknown>, `${before}${name}.`)
      : [[before + name, String(value)]],
  );
}

function EntryFacts({ entry }: { entry: ConsentView }) {
  const t = useTranslations();
  const { hours, ...proof } = entry.proof ?? {};
  const wish = useWishText();
  const isHours = entry.purpose === HOURS_PURPOSE;
  return (
    <Facts
      tight
      items={[
        {
          name: t('consents.about'),
          value: isHours
            ? t('consents.hours.about')
            : entry.topic === null
              ? entry.purpose
              : `${entry.purpose} · ${entry.topic}`,
        },
        ...(isHours && hours !== undefined
          ? [{ name: t('consents.hours.quiet'), value: wish(hours as QuietWish) }]
          : []),
        ...(entry.wording === null
          ? []
          : [{ name: t('consents.wordingVersion'), value: `${entry.wording.version} · ${entry.locale}` }]),
        ...flat(proof).map(([name, value]) => ({ name: <code>{name}</code>, value })),
        { name: t('consents.place'), value: t('consents.placeInChain', { seq: String(entry.seq) }) },
        { name: t('consents.recordId'), value: <IdCell id={entry.id} /> },
      ]}
    />
  );
}

/** When a person wants no marketing, in words. */
function useWishText(): (wish: QuietWish) => string {
  const t = useTranslations();
  const locale = useLocale();
  // The first of January 2024 was a Monday.
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const daysOf = (days: readonly number[]) =>
    days.length === 7
      ? t('consents.hours.everyDay')
      : new Intl.ListFormat(locale).format(
          days.toSorted((a, b) => a - b).map((day) => weekday.format(Date.UTC(2024, 0, day))),
        );
  return ({ quiet, time_zone }) => {
    const spans = quiet.map(({ days, from, to }) => {
      const hours = from === '00:00' && to === '24:00' ? t('consents.hours.allDay') : `${from} – ${to}`;
      return `${daysOf(days)} ${hours}`;
    });
    return `${spans.join('; ')} (${time_zone})`;
  };
}

/** Fetches the proof of an entry as a file, which a small program checks without us. */
function ProofButton({ id }: { id: string }) {
  const t = useTranslations();
  const client = useTRPCClient();
  const { environment } = usePlace();
  const wanted = { action: 'export.consent_proof', environment, id } as const;
  return (
    <ExportFileButton
      size="small"
      label={t('consents.proof')}
      of={{ action: wanted.action, object: id }}
      ask={(reason) => client.approvals.askConsentProof.mutate({ reason, wanted })}
      save={async () => {
        saveJson(`proof-${id}`, await client.consents.proof.query({ environment, id }));
      }}
    />
  );
}
