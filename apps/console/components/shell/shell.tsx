'use client';

import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePlace } from '#components/place.tsx';
import { rememberPreference } from '#data/preferences.ts';
import { AreaGuard } from './area-guard.tsx';
import { Brand } from './brand.tsx';
import styles from './shell.module.css';
import { Shortcuts } from './shortcuts.tsx';
import { SideMenu } from './side-menu.tsx';
import { TopBar } from './top-bar.tsx';

/** The frame of every page: skip link, side menu, top bar, content. */
export function Shell(props: { collapsed: boolean; children: ReactNode }) {
  const t = useTranslations();
  const { environment, locale } = usePlace();
  const pathname = usePathname();
  const [collapsed, setCollapsed] = useState(props.collapsed);
  const [menuOpen, setMenuOpen] = useState(false);

  // A new page closes the menu of narrow screens.
  useEffect(() => {
    if (pathname !== '') setMenuOpen(false);
  }, [pathname]);
  useEffect(() => {
    rememberPreference('environment', environment);
    rememberPreference('locale', locale);
  }, [environment, locale]);

  const toggle = () => {
    setCollapsed(!collapsed);
    rememberPreference('menu', collapsed ? 'open' : 'collapsed');
  };

  return (
    <div className={styles.frame} data-collapsed={collapsed} data-environment={environment}>
      <a className={styles.skip} href="#content">
        {t('shell.skip')}
      </a>
      <aside className={styles.side}>
        <Brand />
        <SideMenu />
        <Button
          className={styles.fold}
          type="text"
          onClick={toggle}
          icon={collapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
          aria-label={t(collapsed ? 'shell.unfold' : 'shell.fold')}
          aria-expanded={!collapsed}
        >
          <span className={styles.word}>{t('shell.foldWord')}</span>
        </Button>
      </aside>
      <div className={styles.main}>
        <TopBar onMenu={() => setMenuOpen(true)} />
        <main id="content" tabIndex={-1} className={styles.content}>
          <AreaGuard>{props.children}</AreaGuard>
        </main>
      </div>
      <Drawer
        open={menuOpen}
        onClose={() => setMenuOpen(false)}
        placement="left"
        size={272}
        title={<Brand />}
        styles={{ body: { padding: 8 } }}
      >
        <SideMenu />
      </Drawer>
      <Shortcuts />
    </div>
  );
}
