'use client';

import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type {
  TemplateBody,
  TemplateDltCheck,
  TemplateRendering,
  TemplateSegments,
  TrafficClass,
} from '@signalbox/contracts';
import { replaceForcing, segmentText } from '@signalbox/core/content';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { MailPreview } from '#components/phone/mail-preview.tsx';
import styles from '../templates.module.css';
import { MailChecks } from './mail-checks.tsx';
import { PhoneIn } from './phone-in.tsx';
import { type Price, usePrice } from './use-price.ts';

interface Props {
  body: TemplateBody;
  rendered: TemplateRendering;
  pricePerPart: Price;
  readOnly: boolean;
  trafficClass: TrafficClass;
  onBody: (body: TemplateBody) => void;
}

/** One body with its samples as a person gets it, and what it comes to. */
export function BodyLooks({ body, rendered, pricePerPart, readOnly, trafficClass, onBody }: Props) {
  const t = useTranslations();
  const { text, subject, html, segments, dlt } = rendered;
  const segmented = useMemo(() => segmentText(text ?? ''), [text]);
  if (text === null && html === null) return <p className={styles.soft}>{t('templates.noLook')}</p>;
  if (body.channel === 'email') {
    return (
      <>
        {rendered.mail !== null && <MailChecks looks={rendered.mail} />}
        <MailPreview mail={{ subject: subject ?? '', from: '', to: t('templates.somebody'), text, html }} />
      </>
    );
  }
  return (
    <>
      {segments !== null && <Meter segments={segments} pricePerPart={pricePerPart} />}
      {segments !== null && segments.forcing.length > 0 && (
        <Forcing
          segments={segments}
          pricePerPart={pricePerPart}
          replace={
            readOnly || replaceForcing(body.text) === body.text
              ? undefined
              : () => onBody({ ...body, text: replaceForcing(body.text) })
          }
        />
      )}
      <PhoneIn trafficClass={trafficClass} text={text ?? ''} segmented={segmented} />
      {dlt !== null && <DltLine check={dlt} />}
    </>
  );
}

function Meter({ segments, pricePerPart }: { segments: TemplateSegments; pricePerPart: Price }) {
  const t = useTranslations();
  const { parts, parts_at_least, encoding, units, units_per_part, units_in_last_part } = segments;
  const price = usePrice(pricePerPart);
  return (
    <div className={styles.meter}>
      <span>
        {parts === parts_at_least
          ? t('phone.parts', { count: parts })
          : t('templates.partsBetween', { least: parts_at_least, count: parts })}
      </span>
      <span>{t(`phone.encoding.${encoding}`)}</span>
      <span className="num">{t('send.meter.units', { units, room: units_per_part * Math.max(1, parts) })}</span>
      <span className="num">{t('send.meter.left', { left: units_per_part - units_in_last_part })}</span>
      {pricePerPart !== null && <span className="num">{price(parts)}</span>}
    </div>
  );
}

/** The characters that make the text UCS-2, and what they cost where that is known. */
function Forcing(props: { segments: TemplateSegments; pricePerPart: Price; replace: (() => void) | undefined }) {
  const t = useTranslations();
  const { segments, pricePerPart, replace } = props;
  const price = usePrice(pricePerPart);
  const more = segments.parts - segments.parts_replaced;
  return (
    <div className={styles.forcing}>
      <p>{t('templates.forces', { count: segments.forcing.length })}</p>
      <p className={styles.row}>
        {segments.forcing.slice(0, 10).map(({ character, suggestion }) => (
          <span key={character}>
            <mark>{shownAs(character)}</mark>
            {suggestion === null ? '' : suggestion === '' ? ' → ∅' : ` → ${shownAs(suggestion)}`}
          </span>
        ))}
      </p>
      {more > 0 && (
        <p>
          {t('templates.costs', { count: more })}
          {pricePerPart !== null && ` (${price(more)})`}
        </p>
      )}
      {replace !== undefined && (
        <Button size="small" onClick={replace}>
          {t('templates.replace')}
        </Button>
      )}
    </div>
  );
}

const shownAs = (character: string): string =>
  character.trim() === '' ? `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}` : character;

/** What operators in India would say of a text. */
export function DltLine({ check }: { check: TemplateDltCheck }) {
  const t = useTranslations();
  return (
    <div>
      <ToneTag tone={check.passes ? 'good' : 'bad'} icon={check.passes ? <CheckCircleOutlined /> : <WarningOutlined />}>
        {t(check.passes ? 'templates.dltPasses' : 'templates.dltStops', { name: check.template_name ?? '–' })}
      </ToneTag>
      {!check.passes && check.cure !== null && <p className={styles.fault}>{check.cure}</p>}
      {!check.passes && check.template_text !== null && <p className={styles.soft}>{check.template_text}</p>}
    </div>
  );
}
