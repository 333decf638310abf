'use client';

import { useTranslations } from 'use-intl';
import { CopyButton } from '#components/cells/copy-button.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import styles from './keys.module.css';

const CALL = `curl -s "$SIGNALBOX_API_URL/v1/messages" \\
  -H "Authorization: Bearer $SIGNALBOX_API_KEY" \\
  -H "Content-Type: application/json" \\
  -H "Idempotency-Key: order-1042-shipped" \\
  -d '{
    "channel": "sms",
    "to": "+525512345678",
    "class": "transactional",
    "content": { "text": "Your order 1042 is on its way." }
  }'`;

/** A first call to copy; the key is read from the environment, so that it never lands in a shell history. */
export function FirstCall() {
  const t = useTranslations();
  return (
    <Panel
      title={t('keys.callTitle')}
      hint={t('keys.callHint')}
      className={styles.call}
      extra={
        <CopyButton text={CALL} what={t('keys.callTitle')} type="default">
          {t('action.copy')}
        </CopyButton>
      }
    >
      <ScrollBox className={styles.code} label={t('keys.callTitle')}>
        <pre>{CALL}</pre>
      </ScrollBox>
    </Panel>
  );
}
