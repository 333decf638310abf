'use client';

import { WarningFilled } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CopyButton } from '#components/cells/copy-button.tsx';
import parts from '#components/parts/parts.module.css';
import styles from './factor.module.css';

/** The backup codes, shown this one time; going on asks that they were stored. */
export function BackupCodes(props: { codes: readonly string[]; onDone: () => void }) {
  const t = useTranslations();
  const [stored, setStored] = useState(false);
  const [asked, setAsked] = useState(false);
  return (
    <>
      <p className={parts.once}>
        <WarningFilled aria-hidden="true" /> {t('account.codesOnce')}
      </p>
      <ul className={styles.codes}>
        {props.codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={styles.state}>
        <CopyButton text={props.codes.join('\n')} what={t('account.backupCodes')} type="default">
          {t('action.copy')}
        </CopyButton>
      </div>
      <Checkbox checked={stored} onChange={(event) => setStored(event.target.checked)}>
        {t('account.codesStored')}
      </Checkbox>
      {asked && !stored && (
        <p role="alert" className={parts.fault}>
          {t('account.codesStoredNeeded')}
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
