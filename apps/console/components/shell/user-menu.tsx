'use client';

import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { usePlace } from '#components/place.tsx';
import { signOut } from '#data/auth-call.ts';
import styles from './shell.module.css';

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');

async function leave(locale: string): Promise<void> {
  await signOut();
  // A full load, so that nothing of the session stays in memory.
  location.assign(`/${locale}/sign-in`);
}

/** Who is signed in, the way to the own account, and the way out. */
export function UserMenu() {
  const t = useTranslations();
  const { locale, session, href } = usePlace();
  const router = useRouter();
  const items = [
    {
      key: 'who',
      type: 'group' as const,
      label: (
        <div className={styles.who}>
          <strong>{session.user.name}</strong>
          <span>{session.user.email}</span>
          <span>{t(`role.${session.role}.name`)}</span>
        </div>
      ),
    },
    { type: 'divider' as const },
    { key: 'account', icon: <UserOutlined />, label: t('nav.account'), onClick: () => router.push(href('account')) },
    { key: 'out', icon: <LogoutOutlined />, label: t('shell.signOut'), onClick: () => leave(locale) },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button type="text" className={styles.user ?? ''}>
        <span className={styles.avatar}>{initials(session.user.name)}</span>
        <span className="visually-hidden">{t('shell.user', { name: session.user.name })}</span>
      </Button>
    </Dropdown>
  );
}
