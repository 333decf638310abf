'use client';

import type { WebhookView } from '@signalbox/contracts';
import { useFormatter, useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import type { Tone } from '#theme/palette.ts';

type Health = 'well' | 'failing' | 'paused' | 'gone' | 'broken';

const TONE: Record<Health, Tone> = { well: 'good', failing: 'warn', paused: 'neutral', gone: 'bad', broken: 'bad' };

function healthOf({ enabled, off_reason, failing_since }: WebhookView): Health {
  if (enabled) return failing_since === null ? 'well' : 'failing';
  return off_reason === 'gone' ? 'gone' : off_reason === 'failing' ? 'broken' : 'paused';
}

/** What is known about an endpoint, in a sentence. */
export function useWebhookHint(): (of: WebhookView) => string {
  const t = useTranslations();
  const format = useFormatter();
  return (of) => {
    const since = format.dateTime(new Date(of.failing_since ?? of.created_at), {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    return t(`webhooks.stateHint.${healthOf(of)}`, { since });
  };
}

/** Whether an endpoint is on, and how it does, in a word and a colour. */
export function WebhookState(props: { of: WebhookView }) {
  const t = useTranslations();
  const hint = useWebhookHint();
  const health = healthOf(props.of);
  return (
    <ToneTag tone={TONE[health]} title={hint(props.of)}>
      {t(`webhooks.state.${health}`)}
    </ToneTag>
  );
}
