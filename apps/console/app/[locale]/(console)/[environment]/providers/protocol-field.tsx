'use client';

import type { ManifestView } from '@signalbox/contracts';
import { Form, Radio } from 'antd';
import { useTranslations } from 'use-intl';
import styles from './providers.module.css';

/** How the account is reached; what this environment does not take stays in sight, with the reason. */
export function ProtocolField(props: {
  manifests: readonly ManifestView[];
  isOpenHere: (protocol: ManifestView['protocol']) => boolean;
  onChoose: (protocol: ManifestView['protocol']) => void;
}) {
  const t = useTranslations();
  return (
    <Form.Item name="protocol" label={t('providers.protocol')}>
      <Radio.Group
        onChange={(event) => props.onChoose(event.target.value)}
        className={styles.protocols ?? ''}
        aria-label={t('providers.protocol')}
      >
        {props.manifests.map(({ protocol, title, summary }) => {
          const isOpen = props.isOpenHere(protocol);
          return (
            <Radio key={protocol} value={protocol} className={styles.protocol ?? ''} disabled={!isOpen}>
              <strong>{title}</strong>
              <span>{isOpen ? summary : t('providers.liveOnly')}</span>
            </Radio>
          );
        })}
      </Radio.Group>
    </Form.Item>
  );
}
