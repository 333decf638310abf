'use client';

import { CheckOutlined, DownOutlined, PlusOutlined, SettingOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import { usePathname, useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AddWorkspace } from '#components/parts/add-workspace.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from './shell.module.css';

/** Which workspace is on the screen, and the way to the others. A switch loads the page anew, so that nothing of the last one stays in memory. */
export function WorkspaceSwitch() {
  const t = useTranslations();
  const trpc = useTRPC();
  const router = useRouter();
  const pathname = usePathname();
  const { href, may, session } = usePlace();
  const { message } = App.useApp();
  const [adding, setAdding] = useState(false);
  const turn = useMutation(
    trpc.session.switch.mutationOptions({
      // The list of the same area: an id of the last workspace leads nowhere here.
      onSuccess: () => location.assign(href(pathname.split('/')[3] ?? 'overview')),
      onError: (error) => message.error(t(`problem.${problemOf(error).code}.title`)),
    }),
  );
  const { workspace } = session;
  const byOrganisation = Object.entries(Object.groupBy(session.workspaces, (one) => one.organisation));
  const items: MenuProps['items'] = [
    ...byOrganisation.map(([organisation, workspaces = []]) => ({
      key: `organisation ${organisation}`,
      type: 'group' as const,
      label: organisation,
      children: workspaces.map(({ id, name, role }) => ({
        key: id,
        icon: id === workspace.id ? <CheckOutlined /> : <span className={styles.noMark} />,
        label: (
          <span className={styles.choice} aria-current={id === workspace.id ? 'true' : undefined}>
            <span>{name}</span>
            <span>{t(`role.${role}.name`)}</span>
          </span>
        ),
        onClick: () => {
          if (id !== workspace.id) turn.mutate({ id });
        },
      })),
    })),
    { key: 'line', type: 'divider' },
    {
      key: 'settings',
      icon: <SettingOutlined />,
      label: t('workspace.settings'),
      onClick: () => router.push(href('workspace')),
    },
    ...(may('organisation:write')
      ? [{ key: 'add', icon: <PlusOutlined />, label: t('workspace.add'), onClick: () => setAdding(true) }]
      : []),
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, className: styles.choices ?? '' }}>
        <Button
          type="text"
          className={styles.workspace ?? ''}
          loading={turn.isPending || turn.isSuccess}
          aria-label={t('workspace.switch', { name: workspace.name })}
        >
          <span>{workspace.name}</span>
          <DownOutlined aria-hidden="true" />
        </Button>
      </Dropdown>
      <AddWorkspace open={adding} onClose={() => setAdding(false)} />
    </>
  );
}
