'use client';

import {
  LINK_DOMAINS_MAX,
  LinkRule,
  type SaveWorkspaceInput,
  SecondPersonKind,
  type WorkspaceView,
} from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Form, Input, Select } from 'antd';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { IdCell } from '#components/cells/id-cell.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { useCurrencyOptions, useLanguageOptions, useZoneOptions } from '#components/parts/use-intl-options.ts';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from './workspace.module.css';

const SEARCH = { optionFilterProp: 'label' };

/** Name, region, currency, time zone, language, and where links may lead. */
export function WorkspaceForm({ workspace }: { workspace: WorkspaceView }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { may } = usePlace();
  const { message } = App.useApp();
  const [form] = Form.useForm<SaveWorkspaceInput>();
  const currencies = useCurrencyOptions();
  const languages = useLanguageOptions(workspace.default_language);
  const zones = useZoneOptions(workspace.time_zone);
  const save = useMutation(
    trpc.workspace.save.mutationOptions({
      onSuccess: (saved) => {
        message.success(t('workspace.saved'));
        queryClient.setQueryData(trpc.workspace.read.queryKey(), saved);
        // The name and the zone stand in the top bar too, which the server draws.
        router.refresh();
      },
      onError: (error) => {
        form.setFields(
          problemOf(error).fields.map(({ path, code, message: text }) => ({
            // A domain that is none is told at the list it stands in.
            name: path.split('.')[0] as keyof SaveWorkspaceInput,
            errors: [code === 'taken' ? t('workspace.nameTaken') : text],
          })),
        );
      },
    }),
  );
  const regions = [
    ...new Set([...workspace.regions, ...((workspace.home_region ?? '') ? [workspace.home_region ?? ''] : [])]),
  ];
  const needed = { required: true, message: t('workspace.needed') };
  return (
    <Form<SaveWorkspaceInput>
      name="workspace"
      form={form}
      layout="vertical"
      disabled={!may('workspace:write')}
      initialValues={{ ...workspace, home_region: workspace.home_region ?? workspace.regions[0] }}
      onFinish={(input) => save.mutate(input)}
      validateTrigger="onBlur"
      scrollToFirstError={{ focus: true }}
    >
      {save.error !== null && problemOf(save.error).fields.length === 0 && <SectionError error={save.error} />}
      <Form.Item
        name="name"
        label={t('workspace.name')}
        rules={[{ required: true, whitespace: true, message: t('workspace.nameNeeded') }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item
          name="time_zone"
          label={t('workspace.timeZone')}
          extra={t('workspace.timeZoneHelp')}
          rules={[needed]}
        >
          <Select options={zones} showSearch={SEARCH} />
        </Form.Item>
        <Form.Item name="home_region" label={t('workspace.region')} extra={t('workspace.regionHelp')} rules={[needed]}>
          <Select options={regions.map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item
          name="default_currency"
          label={t('workspace.currency')}
          extra={t('workspace.currencyHelp')}
          rules={[needed]}
        >
          <Select options={currencies} showSearch={SEARCH} />
        </Form.Item>
        <Form.Item
          name="default_language"
          label={t('workspace.language')}
          extra={t('workspace.languageHelp')}
          rules={[needed]}
        >
          <Select options={languages} showSearch={SEARCH} />
        </Form.Item>
      </div>
      <Form.Item name="second_person_for" label={t('workspace.secondPerson')} extra={t('workspace.secondPersonHelp')}>
        <Checkbox.Group
          className={styles.kinds ?? ''}
          options={SecondPersonKind.options.map((value) => ({
            value,
            label: t(`workspace.secondPersonKind.${value}`),
          }))}
        />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="links" label={t('workspace.links')} extra={t('workspace.linksHelp')} rules={[needed]}>
          <Select options={LinkRule.options.map((value) => ({ value, label: t(`workspace.linkRule.${value}`) }))} />
        </Form.Item>
        <Form.Item name="link_domains" label={t('workspace.linkDomains')} extra={t('workspace.linkDomainsHelp')}>
          <Select
            mode="tags"
            maxCount={LINK_DOMAINS_MAX}
            open={false}
            suffixIcon={null}
            tokenSeparators={[' ', ',']}
            placeholder="acme.com"
          />
        </Form.Item>
      </div>
      <div className={styles.foot}>
        <Facts
          tight
          items={[
            { name: t('workspace.id'), value: <IdCell id={workspace.id} /> },
            { name: t('workspace.since'), value: <TimeCell at={workspace.created_at} /> },
          ]}
        />
        <PermittedButton permission="workspace:write" type="primary" htmlType="submit" loading={save.isPending}>
          {t('action.save')}
        </PermittedButton>
      </div>
    </Form>
  );
}
