'use client';

import { GlobalOutlined, PlusOutlined } from '@ant-design/icons';
import type { CountryView } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Skeleton, Table } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { ListBox } from '#components/parts/list-box.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { useCountryName } from '#components/parts/use-country-name.ts';
import { useNarrow } from '#components/parts/use-narrow.ts';
import { useTRPC } from '#data/trpc.ts';
import { useCountryColumns } from './columns.tsx';
import styles from './countries.module.css';
import { CountryCards } from './country-cards.tsx';
import { CountryForm } from './form.tsx';
import { REST, restOf } from './rows.ts';
import { useCloseRest, useRemoveCountry } from './use-changes.tsx';

/** Where the workspace sends, and how: a row for each country, and one on top for all others. */
export function CountriesView() {
  const t = useTranslations();
  const trpc = useTRPC();
  const narrow = useNarrow();
  const nameOf = useCountryName();
  const [editing, setEditing] = useState<CountryView | 'new'>();
  const countries = useQuery(trpc.countries.list.queryOptions());
  const remove = useRemoveCountry();
  const closeRest = useCloseRest();
  const all = countries.data ?? [];
  const rest = restOf(all);
  const columns = useCountryColumns({ rest, onChange: setEditing, onRemove: remove });
  const add = (
    <PermittedButton
      permission="countries:write"
      type="primary"
      icon={<PlusOutlined />}
      onClick={() => setEditing('new')}
    >
      {t('countries.add')}
    </PermittedButton>
  );
  const rows = [rest, ...all.filter((row) => row.country !== REST)];
  const close = () => setEditing(undefined);
  return (
    <>
      <PageHead title={t('nav.countries')} purpose={t('countries.purpose')} actions={add} />
      <Loaded query={countries} skeleton={<Skeleton active paragraph={{ rows: 5 }} />}>
        {(found) =>
          found.length === 0 ? (
            <ListBox empty>
              <EmptyState
                icon={<GlobalOutlined />}
                title={t('countries.emptyTitle')}
                text={t('countries.emptyText')}
                action={
                  <>
                    {add}
                    <PermittedButton permission="countries:write" onClick={closeRest}>
                      {t('countries.closeRest')}
                    </PermittedButton>
                  </>
                }
              />
            </ListBox>
          ) : (
            <>
              <ListBox>
                {narrow ? (
                  <CountryCards rows={rows} rest={rest} onChange={setEditing} onRemove={remove} />
                ) : (
                  <ScrollBox label={t('nav.countries')} className={styles.scroll}>
                    <Table<CountryView>
                      size="small"
                      rowKey="country"
                      columns={columns}
                      dataSource={rows}
                      pagination={false}
                    />
                  </ScrollBox>
                )}
              </ListBox>
              <p className={styles.note}>{t('countries.inheritedNote')}</p>
            </>
          )
        }
      </Loaded>
      <SideDrawer
        open={editing !== undefined}
        onClose={close}
        title={
          editing === undefined || editing === 'new'
            ? t('countries.add')
            : t('countries.changeName', { country: nameOf(editing.country) })
        }
      >
        {editing !== undefined && (
          <CountryForm editing={editing} rest={rest} taken={all.map((row) => row.country)} onDone={close} />
        )}
      </SideDrawer>
    </>
  );
}
