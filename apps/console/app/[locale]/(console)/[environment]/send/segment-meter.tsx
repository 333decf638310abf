'use client';

import { replaceForcing, type SegmentedText, segmentText } from '@signalbox/core/content';
import { Button, Progress } from 'antd';
import { useTranslations } from 'use-intl';
import styles from './send.module.css';

const shownAs = (character: string): string =>
  character.trim() === '' ? `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}` : character;

/** Encoding, units and parts of a text as they will be billed, and each character that makes it dearer with what to write instead. */
export function SegmentMeter(props: { text: string; segmented: SegmentedText; onReplace: (text: string) => void }) {
  const t = useTranslations();
  const { segmented } = props;
  const { encoding, units, unitsPerPart, unitsInLastPart, parts } = segmented;
  return (
    <div className={styles.meter}>
      <div className={styles.meterLine}>
        <span>
          <strong className="num">{parts.length}</strong> {t('send.meter.parts', { count: parts.length })}
        </span>
        <span>{t(`phone.encoding.${encoding}`)}</span>
        <span className="num">{t('send.meter.units', { units, room: unitsPerPart * Math.max(1, parts.length) })}</span>
        <span className="num">{t('send.meter.left', { left: unitsPerPart - unitsInLastPart })}</span>
      </div>
      <Progress
        percent={Math.min(100, (100 * unitsInLastPart) / unitsPerPart)}
        showInfo={false}
        size={['100%', 4]}
        aria-label={t('send.meter.progress')}
        status="normal"
      />
      <Forcing {...props} />
    </div>
  );
}

function Forcing(props: { text: string; segmented: SegmentedText; onReplace: (text: string) => void }) {
  const t = useTranslations();
  const { forcing, parts } = props.segmented;
  if (forcing.length === 0) return null;
  const replaced = replaceForcing(props.text);
  const after = segmentText(replaced);
  const first = forcing.slice(0, 12);
  return (
    <div className={styles.forcing}>
      <p>{t('send.forcing.why', { count: forcing.length })}</p>
      <ul>
        {first.map(({ index, character, suggestion }) => (
          <li key={index}>
            <mark>{shownAs(character)}</mark>
            <span>
              {suggestion === null
                ? t('send.forcing.none', { at: index + 1 })
                : t(suggestion === '' ? 'send.forcing.drop' : 'send.forcing.replace', {
                    at: index + 1,
                    suggestion: shownAs(suggestion),
                  })}
            </span>
          </li>
        ))}
        {forcing.length > first.length && <li>{t('send.forcing.more', { count: forcing.length - first.length })}</li>}
      </ul>
      {replaced !== props.text && (
        <Button size="small" onClick={() => props.onReplace(replaced)}>
          {after.parts.length < parts.length
            ? t('send.forcing.gain', { before: parts.length, after: after.parts.length })
            : t('send.forcing.same')}
        </Button>
      )}
    </div>
  );
}
