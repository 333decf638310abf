'use client';

import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons';
import {
  type Channel,
  LONGER_PERCENT,
  type TemplatePreview,
  type TemplateRendering,
  type TemplateTranslation,
} from '@signalbox/contracts';
import { Button, Table, type TableColumnsType } from 'antd';
import { useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import styles from '../templates.module.css';
import { TranslationStateTag } from '../translation-state.tsx';
import { usePrice } from './use-price.ts';

interface Props {
  channel: Channel;
  preview: TemplatePreview;
  translations: readonly TemplateTranslation[];
  /** Opens a review; undefined while something that was typed is not saved. */
  onReview: ((one: TemplateTranslation) => void) | undefined;
}

/** All languages of a channel in one look: what each comes to, and what it says differently from the default one. */
export function LanguagesTable({ channel, preview, translations, onReview }: Props) {
  const t = useTranslations();
  const price = usePrice(preview.price_per_part);
  const draftOf = ({ locale }: TemplateRendering) =>
    translations.find((one) => one.channel === channel && one.locale === locale);
  const columns: TableColumnsType<TemplateRendering> = [
    { key: 'locale', title: t('templates.locale'), render: (_, of) => <code>{of.locale}</code> },
    ...(channel === 'sms'
      ? ([
          {
            key: 'parts',
            title: t('templates.languages.parts'),
            render: (_, of) => <span className="num">{of.segments?.parts ?? '–'}</span>,
          },
          {
            key: 'price',
            title: t('templates.languages.price'),
            render: (_, of) => (
              <span className="num">{of.segments === null ? '–' : price(of.segments.parts) || '–'}</span>
            ),
          },
        ] satisfies TableColumnsType<TemplateRendering>)
      : []),
    {
      key: 'beside',
      title: t('templates.languages.beside'),
      render: (_, of) => (
        <div className={styles.row}>
          <Beside of={of} />
          <Draft of={draftOf(of)} onReview={onReview} />
        </div>
      ),
    },
  ];
  return (
    <Table
      className={styles.languages ?? ''}
      size="small"
      rowKey="locale"
      columns={columns}
      dataSource={preview.renderings.filter((one) => one.channel === channel)}
      pagination={false}
    />
  );
}

/** How the review of a drafted text stands, and the way to it. */
function Draft({ of, onReview }: { of: TemplateTranslation | undefined; onReview: Props['onReview'] }) {
  const t = useTranslations();
  if (of === undefined) return null;
  return (
    <>
      <TranslationStateTag state={of.state} />
      <Button
        size="small"
        disabled={onReview === undefined}
        title={onReview === undefined ? t('translations.saveFirst') : undefined}
        aria-label={t('translations.review', { channel: t(`channel.${of.channel}`), locale: of.locale })}
        onClick={() => onReview?.(of)}
      >
        {t(of.state === 'reviewed' ? 'translations.look' : 'translations.reviewShort')}
      </Button>
    </>
  );
}

function Beside({ of }: { of: TemplateRendering }) {
  const t = useTranslations();
  if (of.text === null && of.html === null)
    return <span className={styles.soft}>{t('templates.languages.wrong')}</span>;
  if (of.beside === null) return <span className={styles.soft}>{t('templates.isDefault')}</span>;
  const { missing, added, terms, longer_percent, more_parts } = of.beside;
  const marks = [
    ...(missing.length > 0 ? [t('templates.languages.missing', { names: missing.join(', ') })] : []),
    ...(added.length > 0 ? [t('templates.languages.added', { names: added.join(', ') })] : []),
    ...terms.map(({ term, expected }) => t('templates.languages.term', { term, expected })),
    ...(more_parts > 0 ? [t('templates.languages.moreParts', { count: more_parts })] : []),
    ...(longer_percent > LONGER_PERCENT ? [t('templates.languages.longer', { percent: longer_percent })] : []),
  ];
  if (marks.length === 0) {
    return (
      <ToneTag tone="good" icon={<CheckCircleOutlined />}>
        {t('templates.languages.same')}
      </ToneTag>
    );
  }
  return (
    <div className={styles.row}>
      {marks.map((mark) => (
        <ToneTag key={mark} tone="warn" icon={<WarningOutlined />}>
          {mark}
        </ToneTag>
      ))}
    </div>
  );
}
