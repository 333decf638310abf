'use client';

import { WarningFilled } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CodeToCopy } from './code-to-copy.tsx';
import styles from './parts.module.css';

/** A secret, shown this one time; going on asks that it was stored. */
export function SecretOnce(props: { secret: string; onDone: () => void }) {
  const t = useTranslations();
  const [stored, setStored] = useState(false);
  const [asked, setAsked] = useState(false);
  return (
    <>
      <p className={styles.once}>
        <WarningFilled aria-hidden="true" /> {t('keys.once')}
      </p>
      <CodeToCopy text={props.secret} what={t('keys.secret')} />
      <Checkbox checked={stored} onChange={(event) => setStored(event.target.checked)}>
        {t('keys.stored')}
      </Checkbox>
      {asked && !stored && (
        <p role="alert" className={styles.fault}>
          {t('keys.storedNeeded')}
        </p>
      )}
      <div className={styles.dialogButtons}>
        <Button type="primary" onClick={() => (stored ? props.onDone() : setAsked(true))}>
          {t('keys.done')}
        </Button>
      </div>
    </>
  );
}
