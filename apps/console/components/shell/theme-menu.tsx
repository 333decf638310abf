'use client';

import { DesktopOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslations } from 'use-intl';
import { useThemeChoice } from '#components/theme-provider.tsx';
import type { ThemeChoice } from '#data/preferences.ts';

const ICONS = { light: <SunOutlined />, dark: <MoonOutlined />, system: <DesktopOutlined /> };
const CHOICES: readonly ThemeChoice[] = ['light', 'dark', 'system'];

/** Light, dark, or as the system. */
export function ThemeMenu() {
  const t = useTranslations();
  const { choice, choose } = useThemeChoice();
  const items = CHOICES.map((key) => ({
    key,
    icon: ICONS[key],
    label: t(`shell.theme.${key}`),
    onClick: () => choose(key),
  }));
  return (
    <Dropdown trigger={['click']} menu={{ items, selectable: true, selectedKeys: [choice] }}>
      <Button type="text" icon={ICONS[choice]} aria-label={t('shell.theme.title')} title={t('shell.theme.title')} />
    </Dropdown>
  );
}
