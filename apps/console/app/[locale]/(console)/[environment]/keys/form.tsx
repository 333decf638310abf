'use client';

import { type CreatedKeyView, SCOPE_PRESETS, Scope, type ScopePreset } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SecretOnce } from '#components/parts/secret-once.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { StepsDialog } from '#components/parts/steps-dialog.tsx';
import { useWhoMay } from '#components/parts/use-who-may.ts';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { PRESETS } from './key-rules.tsx';
import styles from './keys.module.css';

/** Days after which a key ends; 0 is never. */
const LIFETIMES = [30, 90, 365, 0] as const;

interface KeyDraft {
  name: string;
  preset: ScopePreset | 'custom';
  scopes: Scope[];
  days: number;
  networks: string;
}

const linesOf = (text: string): string[] => text.split(/[\s,;]+/).filter((line) => line !== '');

/** Names a key, gives it its rules, makes it, and shows its secret this one time. */
export function CreateKey(props: { open: boolean; onClose: () => void }) {
  const t = useTranslations();
  const [created, setCreated] = useState<CreatedKeyView>();
  const close = () => {
    setCreated(undefined);
    props.onClose();
  };
  return (
    <StepsDialog
      open={props.open}
      title={created === undefined ? t('keys.add') : t('keys.createdTitle', { name: created.key.name })}
      onClose={close}
      width={640}
      pinned={created !== undefined}
    >
      {created === undefined ? (
        <RulesStep onCreated={setCreated} onCancel={close} />
      ) : (
        <SecretOnce secret={created.secret} onDone={close} />
      )}
    </StepsDialog>
  );
}

function RulesStep(props: { onCreated: (created: CreatedKeyView) => void; onCancel: () => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { environment, may } = usePlace();
  const whoMay = useWhoMay();
  const [form] = Form.useForm<KeyDraft>();
  const preset = Form.useWatch('preset', form);
  const create = useMutation(
    trpc.keys.create.mutationOptions({
      onSuccess: (created) => {
        props.onCreated(created);
        void queryClient.invalidateQueries({ queryKey: trpc.keys.list.queryKey() });
      },
      onError: (error) => {
        const wrong = problemOf(error).fields.filter(({ path }) => path.startsWith('allowed_networks'));
        if (wrong.length === 0) return;
        const lines = linesOf(form.getFieldValue('networks') ?? '');
        const named = wrong.map(({ path }) => lines[Number(path.split('.')[1])] ?? '').join(', ');
        form.setFields([{ name: 'networks', errors: [t('keys.networksFault', { networks: named })] }]);
      },
    }),
  );
  const submit = ({ name, preset: chosen, scopes, days, networks }: KeyDraft) => {
    const wanted = chosen === 'custom' ? scopes : SCOPE_PRESETS[chosen];
    const lines = linesOf(networks ?? '');
    create.mutate({
      environment,
      name,
      scopes: wanted === null ? null : [...wanted],
      expires_in_days: days === 0 ? null : days,
      allowed_networks: lines.length === 0 ? null : lines,
    });
  };
  return (
    <Form<KeyDraft>
      name="key"
      form={form}
      layout="vertical"
      initialValues={{ preset: 'send_only', days: 365, scopes: [] }}
      onFinish={submit}
      validateTrigger="onBlur"
    >
      {create.error !== null && <SectionError error={create.error} />}
      <p className={styles.lead}>{t(`keys.createHint.${environment}`)}</p>
      <Form.Item
        name="name"
        label={t('keys.name')}
        extra={t('keys.nameHelp')}
        rules={[{ required: true, whitespace: true, message: t('keys.nameNeeded') }]}
      >
        <Input maxLength={60} autoFocus autoComplete="off" placeholder={t('keys.nameExample')} />
      </Form.Item>
      <Form.Item
        name="preset"
        label={t('keys.may')}
        {...(preset === undefined ? {} : { extra: t(`keys.preset.${preset}.help`) })}
      >
        <Radio.Group
          optionType="button"
          options={[...PRESETS, 'custom' as const].map((one) => ({ value: one, label: t(`keys.preset.${one}.name`) }))}
        />
      </Form.Item>
      {preset === 'custom' && (
        <Form.Item
          name="scopes"
          label={t('keys.scopes')}
          // Not "required": a group of boxes may not carry that attribute (WAI-ARIA 1.2).
          rules={[
            {
              validator: async (_, scopes: Scope[]) => {
                if (scopes.length === 0) throw new Error(t('keys.scopesNeeded'));
              },
            },
          ]}
        >
          <Checkbox.Group
            className={styles.scopeList ?? ''}
            options={Scope.options.map((scope) => {
              const label = t(`keys.scope.${scope.replace(':', '_') as ScopeKey}`);
              // A key never carries more than its maker.
              if (!may(scope)) return { value: scope, disabled: true, label: `${label}. ${whoMay(scope)}` };
              return { value: scope, label };
            })}
          />
        </Form.Item>
      )}
      <Form.Item name="days" label={t('keys.lifetime')} extra={t('keys.lifetimeHelp')}>
        <Select options={LIFETIMES.map((days) => ({ value: days, label: t('keys.lifetimeDays', { days }) }))} />
      </Form.Item>
      <Form.Item name="networks" label={t('keys.networks')} extra={t('keys.networksHelp')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} placeholder={'203.0.113.0/24\n2001:db8::/48'} />
      </Form.Item>
      <div className={styles.buttons}>
        <Button onClick={props.onCancel}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {t('keys.create')}
        </Button>
      </div>
    </Form>
  );
}

/** The key of a scope's words: a dot or colon cannot stand in one. */
type ScopeKey = Underlined<Scope>;
type Underlined<Word> = Word extends `${infer Noun}:${infer Verb}` ? `${Noun}_${Verb}` : never;
