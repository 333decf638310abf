'use client';

import { WarningFilled } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CopyButton } from '#components/cells/copy-button.tsx';
import styles from './keys.module.css';

/** Shows a secret this one time; closing asks that it was stored. */
export function SecretStep(props: { secret: string; onDone: () => void }) {
  const t = useTranslations();
  const [stored, setStored] = useState(false);
  const [asked, setAsked] = useState(false);
  return (
    <>
      <p className={styles.once}>
        <WarningFilled aria-hidden="true" /> {t('keys.once')}
      </p>
      <div className={styles.secret}>
        <code>{props.secret}</code>
        <CopyButton text={props.secret} what={t('keys.secret')} type="default">
          {t('action.copy')}
        </CopyButton>
      </div>
      <Checkbox checked={stored} onChange={(event) => setStored(event.target.checked)}>
        {t('keys.stored')}
      </Checkbox>
      {asked && !stored && (
        <p role="alert" className={styles.fault}>
          {t('keys.storedNeeded')}
        </p>
      )}
      <div className={styles.buttons}>
        <Button type="primary" onClick={() => (stored ? props.onDone() : setAsked(true))}>
          {t('keys.done')}
        </Button>
      </div>
    </>
  );
}
