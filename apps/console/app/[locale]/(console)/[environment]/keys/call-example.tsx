'use client';

import { useTranslations } from 'use-intl';
import { CopyButton } from '#components/cells/copy-button.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import styles from './keys.module.css';

const SEND = `curl -s "$SIGNALBOX_API_URL/v1/messages" \\
  -H "Authorization: Bearer $SIGNALBOX_API_KEY" \\
  -H "Content-Type: application/json" \\
  -H "Idempotency-Key: order-1042-shipped" \\
  -d '{
    "channel": "sms",
    "to": "+525512345678",
    "class": "transactional",
    "content": { "text": "Your order 1042 is on its way." }
  }'`;

const TOKEN = `curl -s "$SIGNALBOX_API_URL/oauth/token" \\
  -u "$SIGNALBOX_KEY_ID:$SIGNALBOX_API_KEY" \\
  -d grant_type=client_credentials \\
  -d scope="messages:send messages:read"`;

/** A first call to copy; the key is read from the environment, so that it never lands in a shell history. */
export function FirstCall() {
  const t = useTranslations();
  return <CallExample title={t('keys.callTitle')} hint={t('keys.callHint')} call={SEND} />;
}

/** How a client that speaks OAuth 2.0 gets a token for its key. */
export function TokenCall() {
  const t = useTranslations();
  return <CallExample title={t('keys.tokenTitle')} hint={t('keys.tokenHint')} call={TOKEN} />;
}

function CallExample({ title, hint, call }: { title: string; hint: string; call: string }) {
  const t = useTranslations();
  return (
    <Panel
      title={title}
      hint={hint}
      className={styles.call}
      extra={
        <CopyButton text={call} what={title} type="default">
          {t('action.copy')}
        </CopyButton>
      }
    >
      <ScrollBox className={styles.code} label={title}>
        <pre>{call}</pre>
      </ScrollBox>
    </Panel>
  );
}
