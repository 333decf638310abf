'use client';

import { LAYOUTS, type Layout } from '@signalbox/core/mail-tree';
import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './visual.module.css';

/** Asks which mail to begin with, and says what becomes of the one that stands there. */
export function LayoutDialog(props: { open: boolean; onClose: () => void; onLayout: (layout: Layout) => void }) {
  const t = useTranslations();
  const [layout, setLayout] = useState<Layout>('welcome');
  return (
    <Modal
      open={props.open}
      title={t('mailEditor.layouts')}
      okText={t('mailEditor.useLayout')}
      cancelText={t('mailEditor.keep')}
      onCancel={props.onClose}
      onOk={() => props.onLayout(layout)}
      destroyOnHidden
    >
      <p>{t('mailEditor.layoutsHelp')}</p>
      <Radio.Group
        className={styles.layouts ?? ''}
        aria-label={t('mailEditor.layouts')}
        value={layout}
        onChange={(event) => setLayout(event.target.value as Layout)}
        options={LAYOUTS.map((value) => ({
          value,
          label: (
            <>
              <strong>{t(`mailEditor.layout.${value}.name`)}</strong>
              <br />
              <span className={styles.soft}>{t(`mailEditor.layout.${value}.text`)}</span>
            </>
          ),
        }))}
      />
    </Modal>
  );
}
