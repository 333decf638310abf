'use client';

import { MenuOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslations } from 'use-intl';
import { EnvironmentSwitch } from './environment-switch.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { SearchBox } from './search-box.tsx';
import styles from './shell.module.css';
import { ThemeMenu } from './theme-menu.tsx';
import { UserMenu } from './user-menu.tsx';
import { WorkspaceSwitch } from './workspace-switch.tsx';
import { ZoneMark } from './zone-mark.tsx';

/** Workspace, environment, search and the person's own settings. */
export function TopBar(props: { onMenu: () => void }) {
  const t = useTranslations();
  return (
    <header className={styles.top}>
      <Button
        className={styles.burger}
        type="text"
        icon={<MenuOutlined />}
        aria-label={t('shell.openMenu')}
        onClick={props.onMenu}
      />
      <WorkspaceSwitch />
      <EnvironmentSwitch />
      <SearchBox />
      <ZoneMark />
      <div className={styles.tools}>
        <LanguageMenu />
        <ThemeMenu />
        <UserMenu />
      </div>
    </header>
  );
}
