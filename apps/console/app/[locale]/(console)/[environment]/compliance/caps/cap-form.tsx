'use client';

import { CAP_LIMIT_MAX, type CapView, Channel, OverCap, SaveCap, TrafficClass } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Radio, Select, Switch } from 'antd';
import { useTranslations } from 'use-intl';
import { Fields, Group } from '#components/asked/group.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from '../compliance.module.css';
import { CapTry } from './cap-try.tsx';
import { type CapValues, toRequest, toValues, WINDOW_KINDS } from './cap-values.ts';

const WIDE = { width: '100%' };

/** Sets a cap, and tells what it would have done with the messages of last week before it holds. */
export function CapForm({ of, onDone }: { of: CapView | undefined; onDone: () => void }) {
  const t = useTranslations();
  const { caps } = useTRPC();
  const { environment } = usePlace();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<CapValues>();
  const values = Form.useWatch([], { form, preserve: true });
  const isWhole = values !== undefined && SaveCap.safeParse(toRequest({ ...toValues(of), ...values })).success;
  const save = useMutation(
    caps.save.mutationOptions({
      onSuccess: async () => {
        message.success(t('caps.saved'));
        onDone();
        await queryClient.invalidateQueries({ queryKey: caps.list.pathKey() });
      },
    }),
  );
  const window = values?.window ?? 'day';
  const classes = TrafficClass.options.map((value) => ({ value, label: t(`class.${value}.name`) }));
  const faults = save.error === null ? [] : problemOf(save.error).fields;
  return (
    <Form<CapValues>
      name="cap"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      scrollToFirstError={{ focus: true }}
      initialValues={toValues(of)}
      onFinish={(given) =>
        save.mutate({
          environment,
          ...(of === undefined ? {} : { id: of.id }),
          cap: toRequest({ ...toValues(of), ...given }),
        })
      }
    >
      {save.error !== null && (
        <>
          <SectionError error={save.error} />
          {faults.map(({ path, message: fault }) => (
            <p key={path} className={styles.none}>
              {fault}
            </p>
          ))}
        </>
      )}
      <Form.Item
        name="name"
        label={t('caps.field.name')}
        rules={[{ required: true, whitespace: true, message: t('caps.field.nameNeeded') }]}
      >
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="enabled" label={t('caps.field.enabled')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Fields>
        <Form.Item
          name="classes"
          label={t('caps.field.classes')}
          rules={[{ required: true, message: t('caps.field.classesNeeded') }]}
        >
          <Select mode="multiple" showSearch={false} options={classes} />
        </Form.Item>
        <Form.Item name="channels" label={t('caps.field.channels')} extra={t('caps.field.channelsHelp')}>
          <Select
            mode="multiple"
            showSearch={false}
            placeholder={t('caps.everyChannel')}
            options={Channel.options.map((value) => ({ value, label: t(`channel.${value}`) }))}
          />
        </Form.Item>
      </Fields>
      <Group title={t('caps.field.howOften')} hint={t('caps.field.howOftenHint')}>
        <Fields>
          <Form.Item name="window" label={t('caps.field.window')}>
            <Select options={WINDOW_KINDS.map((value) => ({ value, label: t(`caps.window.${value}`) }))} />
          </Form.Item>
          {(window === 'hours' || window === 'days') && (
            <Form.Item
              name="count"
              label={t(`caps.window.${window}`)}
              rules={[{ required: true, message: t('caps.field.numberNeeded') }]}
            >
              <InputNumber min={1} max={window === 'days' ? 92 : 2208} precision={0} style={WIDE} />
            </Form.Item>
          )}
          {window !== 'none' && (
            <Form.Item
              name="limit"
              label={t('caps.field.limit')}
              rules={[{ required: true, message: t('caps.field.numberNeeded') }]}
            >
              <InputNumber min={1} max={CAP_LIMIT_MAX} precision={0} style={WIDE} />
            </Form.Item>
          )}
          <Form.Item name="gap_minutes" label={t('caps.field.gap')} extra={t('caps.field.gapHelp')}>
            <InputNumber min={1} max={44_640} precision={0} style={WIDE} />
          </Form.Item>
        </Fields>
      </Group>
      <Form.Item name="over_limit" label={t('caps.field.over')}>
        <Radio.Group options={OverCap.options.map((value) => ({ value, label: t(`caps.says.${value}`) }))} />
      </Form.Item>
      <Form.Item name="also_counts" label={t('caps.field.alsoCounts')} extra={t('caps.field.alsoCountsHelp')}>
        <Select mode="multiple" showSearch={false} options={classes} />
      </Form.Item>
      <Group title={t('caps.field.scope')} hint={t('caps.field.scopeHint')}>
        <ScopeFields name="scope" />
      </Group>
      {window !== 'none' && (
        <Group title={t('caps.field.kept')} hint={t('caps.field.keptHint')}>
          <Form.Item name="kept" label={t('caps.field.keptCount')}>
            <InputNumber min={1} max={CAP_LIMIT_MAX} precision={0} style={WIDE} />
          </Form.Item>
          <ScopeFields name="kept_for" />
        </Group>
      )}
      {isWhole && <CapTry cap={toRequest({ ...toValues(of), ...values })} />}
      <div className={styles.foot}>
        <Button onClick={onDone}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('action.save')}
        </Button>
      </div>
    </Form>
  );
}

/** Which messages are meant: by their templates, or by an entry of their metadata. */
function ScopeFields({ name }: { name: 'scope' | 'kept_for' }) {
  const t = useTranslations();
  return (
    <Fields>
      <Form.Item name={[name, 'templates']} label={t('caps.field.templates')} extra={t('caps.field.templatesHelp')}>
        <Select mode="tags" open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name={[name, 'key']} label={t('caps.field.key')}>
        <Input maxLength={40} autoComplete="off" placeholder="campaign" />
      </Form.Item>
      <Form.Item name={[name, 'value']} label={t('caps.field.value')}>
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
    </Fields>
  );
}
