'use client';

import { Button, Modal } from 'antd';
import { useTranslations } from 'use-intl';

/** The person switched workspaces in another tab: this page shows the one that was left, and goes no further. */
export function WorkspaceLeft(props: { open: boolean }) {
  const t = useTranslations();
  return (
    <Modal
      open={props.open}
      title={t('problem.workspace_changed.title')}
      footer={
        <Button type="primary" autoFocus onClick={() => location.reload()}>
          {t('workspace.loadAgain')}
        </Button>
      }
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      width={420}
      destroyOnHidden
    >
      <p style={{ color: 'var(--sb-text-soft)' }}>{t('problem.workspace_changed.cure')}</p>
    </Modal>
  );
}
