'use client';

import type { CountryView } from '@signalbox/contracts';
import type { TableColumnsType } from 'antd';
import { useTranslations } from 'use-intl';
import {
  ChannelsCell,
  type CountryActions,
  CountryButtons,
  CurrencyCell,
  LanguagesCell,
  NameCell,
  OpenCell,
  RulesCell,
  SenderCell,
} from './cells.tsx';

/** The columns of the countries. */
export function useCountryColumns({
  rest,
  ...actions
}: CountryActions & { rest: CountryView }): TableColumnsType<CountryView> {
  const t = useTranslations();
  return [
    { key: 'country', title: t('countries.column.country'), render: (_, row) => <NameCell row={row} /> },
    { key: 'state', title: t('countries.column.state'), render: (_, row) => <OpenCell row={row} /> },
    {
      key: 'channels',
      title: t('countries.column.channels'),
      render: (_, row) => <ChannelsCell row={row} rest={rest} />,
    },
    {
      key: 'currency',
      title: t('countries.column.currency'),
      render: (_, row) => <CurrencyCell row={row} rest={rest} />,
    },
    {
      key: 'languages',
      title: t('countries.column.languages'),
      render: (_, row) => <LanguagesCell row={row} rest={rest} />,
    },
    { key: 'sender', title: t('countries.column.sender'), render: (_, row) => <SenderCell row={row} rest={rest} /> },
    { key: 'rules', title: t('countries.column.rules'), render: (_, row) => <RulesCell row={row} rest={rest} /> },
    {
      key: 'actions',
      title: <span className="visually-hidden">{t('countries.column.actions')}</span>,
      align: 'right',
      render: (_, row) => <CountryButtons row={row} {...actions} />,
    },
  ];
}
