'use client';

import { GlobalOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { usePlace } from '#components/place.tsx';
import { LOCALE_NAMES, LOCALES } from '#i18n/locales.ts';

/** The same page in another language. */
export function LanguageMenu() {
  const t = useTranslations();
  const { locale } = usePlace();
  const router = useRouter();
  const pathname = usePathname();
  const search = useSearchParams().toString();
  const go = (wanted: string) => {
    const rest = pathname.split('/').slice(2).join('/');
    router.push(`/${wanted}/${rest}${search === '' ? '' : `?${search}`}`);
  };
  const items = LOCALES.map((key) => ({
    key,
    label: <span lang={LOCALE_NAMES[key].tag}>{LOCALE_NAMES[key].name}</span>,
  }));
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, selectable: true, selectedKeys: [locale], onClick: ({ key }) => go(key) }}
    >
      <Button type="text" icon={<GlobalOutlined />} aria-label={t('shell.language')} title={t('shell.language')} />
    </Dropdown>
  );
}
