'use client';

import { DeleteOutlined, EditOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons';
import type { RegistryView } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { useCountryName } from '#components/parts/use-country-name.ts';
import { useTRPC } from '#data/trpc.ts';
import { formatMicros } from '#format/money.ts';
import styles from '../compliance.module.css';
import { RegistryAsk } from './registry-ask.tsx';
import { RegistryForm } from './registry-form.tsx';

type Open = { what: 'form'; of: RegistryView | undefined } | { what: 'ask'; of: RegistryView };

/** The public registries that marketing is checked against before it goes. */
export function RegistriesPanel() {
  const t = useTranslations();
  const { compliance } = useTRPC();
  const [open, setOpen] = useState<Open | null>(null);
  const list = useQuery(compliance.registries.queryOptions());
  const close = () => setOpen(null);
  return (
    <Panel
      title={t('registries.title')}
      hint={t('registries.hint')}
      extra={
        <PermittedButton
          permission="compliance:write"
          icon={<PlusOutlined />}
          onClick={() => setOpen({ what: 'form', of: undefined })}
        >
          {t('registries.add')}
        </PermittedButton>
      }
    >
      <Loaded query={list}>
        {({ data }) =>
          data.length === 0 ? (
            <p className={styles.quiet}>{t('registries.empty')}</p>
          ) : (
            <ul className={styles.registries}>
              {data.map((registry) => (
                <Registry key={registry.key} of={registry} onOpen={setOpen} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <SideDrawer
        open={open?.what === 'form'}
        onClose={close}
        title={open?.of === undefined ? t('registries.add') : open.of.name}
      >
        {open?.what === 'form' && <RegistryForm of={open.of} onDone={close} />}
      </SideDrawer>
      <SideDrawer
        open={open?.what === 'ask'}
        onClose={close}
        title={t('registries.ask.title', { name: open?.of?.name ?? '' })}
      >
        {open?.what === 'ask' && <RegistryAsk registry={open.of.key} />}
      </SideDrawer>
    </Panel>
  );
}

/** What a registry means, whom it is asked for, and what that came to today. */
function Registry({ of, onOpen }: { of: RegistryView; onOpen: (open: Open) => void }) {
  const t = useTranslations();
  const format = useFormatter();
  const locale = useLocale();
  const countryName = useCountryName();
  const { compliance } = useTRPC();
  const queryClient = useQueryClient();
  const { modal, message } = App.useApp();
  const remove = useMutation(
    compliance.removeRegistry.mutationOptions({
      onSuccess: async () => {
        message.success(t('registries.removed'));
        await queryClient.invalidateQueries({ queryKey: compliance.registries.pathKey() });
      },
    }),
  );
  const askRemove = () =>
    modal.confirm({
      title: t('registries.removeTitle', { name: of.name }),
      content: t('registries.removeText'),
      okText: t('registries.remove'),
      okButtonProps: { danger: true },
      cancelText: t('action.cancel'),
      onOk: () => remove.mutateAsync({ key: of.key }).catch(() => undefined),
    });
  const { service } = of;
  return (
    <li className={styles.registry}>
      <div>
        <strong>{of.name}</strong> <code>{of.key}</code>{' '}
        <ToneTag tone={of.enabled ? 'good' : 'neutral'}>{t(`asked.${of.enabled ? 'on' : 'off'}`)}</ToneTag>
        <p className={styles.quiet}>
          {of.country === null ? t('registries.everywhere') : countryName(of.country)} ·{' '}
          {format.list(of.channels.map((channel) => t(`channel.${channel}`)))} · {t(`registries.meaning.${of.meaning}`)}
        </p>
        <p className={styles.quiet}>{t(`registries.silence.${of.unanswered}`)}</p>
        <p className={styles.quiet}>
          {t('registries.today', {
            asked: of.asked_today,
            money: formatMicros(of.spent_today_micros, service.currency, locale),
            limit: service.daily_numbers,
          })}
        </p>
        {remove.error !== null && <SectionError error={remove.error} />}
      </div>
      <div className={styles.registryActions}>
        <PermittedButton
          permission="compliance:write"
          size="small"
          icon={<SearchOutlined />}
          onClick={() => onOpen({ what: 'ask', of })}
        >
          {t('registries.ask.open')}
        </PermittedButton>
        <PermittedButton
          permission="compliance:write"
          size="small"
          icon={<EditOutlined />}
          onClick={() => onOpen({ what: 'form', of })}
        >
          {t('registries.change')}
        </PermittedButton>
        <PermittedButton
          permission="compliance:write"
          size="small"
          danger
          icon={<DeleteOutlined />}
          onClick={askRemove}
        >
          {t('registries.remove')}
        </PermittedButton>
      </div>
    </li>
  );
}
