'use client';

import { Button, Modal } from 'antd';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';

/** Why a page goes no further: the person switched workspaces in another tab, or the organisation requires a second factor from now on. */
export type StopReason = 'workspace_changed' | 'second_factor_required';

/** Says why the page goes no further, and loads it anew: the server leads to what is missing. What was typed stays until then. */
export function PageStopped({ why }: { why: StopReason | undefined }) {
  const t = useTranslations();
  // The page where a second factor is set up asks for nothing else.
  const isThere = usePathname().endsWith('/second-factor');
  return (
    <Modal
      open={why !== undefined && !isThere}
      title={why !== undefined && t(`problem.${why}.title`)}
      footer={
        <Button type="primary" autoFocus onClick={() => location.reload()}>
          {t(why === 'second_factor_required' ? 'secondFactor.goOn' : 'workspace.loadAgain')}
        </Button>
      }
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      width={420}
      destroyOnHidden
    >
      <p style={{ color: 'var(--sb-text-soft)' }}>{why !== undefined && t(`problem.${why}.cure`)}</p>
    </Modal>
  );
}
