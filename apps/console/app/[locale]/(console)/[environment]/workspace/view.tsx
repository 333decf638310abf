'use client';

import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AddWorkspace } from '#components/parts/add-workspace.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { WorkspaceForm } from './form.tsx';
import { OrganisationForm } from './organisation.tsx';
import styles from './workspace.module.css';

/** The settings of the workspace, whose it is, and the others of the person. */
export function WorkspaceView() {
  const t = useTranslations();
  const trpc = useTRPC();
  const { session } = usePlace();
  const [adding, setAdding] = useState(false);
  const workspace = useQuery(trpc.workspace.read.queryOptions());
  return (
    <>
      <PageHead
        title={t('nav.workspace')}
        purpose={t('workspace.purpose')}
        actions={
          <PermittedButton permission="organisation:write" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t('workspace.add')}
          </PermittedButton>
        }
      />
      <Loaded query={workspace} skeleton={<Skeleton active paragraph={{ rows: 8 }} />}>
        {(found) => (
          <div className={styles.panels}>
            <Panel title={t('workspace.title')}>
              <WorkspaceForm workspace={found} />
            </Panel>
            <div className={styles.side}>
              <Panel title={t('workspace.organisation')} hint={t('workspace.organisationHint')}>
                <OrganisationForm organisation={found.organisation} />
              </Panel>
              <Panel title={t('workspace.yours')} hint={t('workspace.yoursHint')}>
                <ul className={styles.yours}>
                  {session.workspaces.map(({ id, name, organisation, role }) => (
                    <li key={id}>
                      <span>
                        <strong>{name}</strong> {organisation}
                      </span>
                      <span>
                        {t(`role.${role}.name`)}
                        {id === session.workspace.id && `, ${t('workspace.here')}`}
                      </span>
                    </li>
                  ))}
                </ul>
              </Panel>
            </div>
          </div>
        )}
      </Loaded>
      <AddWorkspace open={adding} onClose={() => setAdding(false)} />
    </>
  );
}
