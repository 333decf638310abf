'use client';

import { ImportOutlined, PlusOutlined, UserOutlined } from '@ant-design/icons';
import { type ListView, MemberState } from '@signalbox/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { ListBox } from '#components/parts/list-box.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { PageTurns, usePages } from '#components/parts/page-turns.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { BeginImport } from '../imports/begin.tsx';
import { AddMember } from './add-member.tsx';
import { ExportButton } from './export-button.tsx';
import { MemberTable } from './member-table.tsx';
import { SignUpPanel } from './sign-up.tsx';

/** One list: its wording, how many people stand how to it, and who they are. */
export function ListDetail({ id }: { id: string }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment, href } = usePlace();
  const [open, setOpen] = useState<'add' | 'import'>();
  const list = useQuery(trpc.lists.get.queryOptions({ environment, id }, { retry: false }));
  return (
    <Loaded query={list}>
      {(found) => (
        <div className={styles.stack}>
          <PageHead
            above={<Link href={href('lists')}>{t('nav.lists')}</Link>}
            title={found.name}
            purpose={`${t(`channel.${found.channel}`)} · ${t(`lists.optIn.${found.opt_in}`)}`}
            actions={
              <>
                <ExportButton list={found} />
                <PermittedButton
                  permission="consents:write"
                  icon={<ImportOutlined />}
                  onClick={() => setOpen('import')}
                >
                  {t('imports.add')}
                </PermittedButton>
                <PermittedButton
                  permission="consents:write"
                  type="primary"
                  icon={<PlusOutlined />}
                  onClick={() => setOpen('add')}
                >
                  {t('lists.addPerson')}
                </PermittedButton>
              </>
            }
          />
          <About list={found} />
          <SignUpPanel list={found} />
          <People list={found} />
          <AddMember list={found} open={open === 'add'} onClose={() => setOpen(undefined)} />
          <BeginImport list={found.id} open={open === 'import'} onClose={() => setOpen(undefined)} />
        </div>
      )}
    </Loaded>
  );
}

function About({ list }: { list: ListView }) {
  const t = useTranslations();
  return (
    <Panel title={t('lists.about')} hint={t('lists.aboutHint')}>
      <Facts
        items={[
          { name: t('lists.topic'), value: list.topic ?? t('lists.wholePurpose') },
          ...(list.opt_in === 'single'
            ? []
            : [{ name: t('lists.confirmWithin'), value: t('lists.hours', { hours: list.confirm_within_hours }) }]),
          ...Object.entries(list.wordings).map(([locale, { text, version }]) => ({
            name: t('lists.wordingIn', { locale, version }),
            value: <blockquote className={styles.quote}>{text}</blockquote>,
          })),
        ]}
      />
    </Panel>
  );
}

type Shown = MemberState | 'all';

function People({ list }: { list: ListView }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const pages = usePages();
  const { environment } = usePlace();
  const [state, setState] = useState<Shown>('all');
  const { cursor } = pages;
  const people = useQuery({
    ...trpc.lists.members.queryOptions({
      environment,
      id: list.id,
      query: {
        limit: 50,
        ...(cursor === undefined ? {} : { cursor }),
        ...(state === 'all' ? {} : { state }),
      },
    }),
    placeholderData: keepPreviousData,
  });
  const countOf = (shown: Shown) =>
    shown === 'all' ? Object.values(list.members).reduce((sum, one) => sum + one, 0) : list.members[shown];
  return (
    <section className={styles.stack} aria-label={t('lists.people')}>
      <div className={styles.scroll}>
        <Segmented<Shown>
          aria-label={t('lists.people')}
          value={state}
          options={(['all', ...MemberState.options] as const).map((value) => ({
            value,
            label: `${t(value === 'all' ? 'lists.all' : `lists.state.${value}`)} ${countOf(value)}`,
          }))}
          onChange={(chosen) => {
            pages.restart();
            setState(chosen);
          }}
        />
      </div>
      <Loaded query={people}>
        {({ data, next_cursor: next }) =>
          data.length === 0 ? (
            <ListBox empty>
              <EmptyState icon={<UserOutlined />} title={t('lists.nobodyTitle')} text={t('lists.nobodyText')} />
            </ListBox>
          ) : (
            <>
              <ListBox>
                <MemberTable rows={data} />
              </ListBox>
              <PageTurns pages={pages} next={next} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}
