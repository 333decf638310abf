'use client';

import { Channel, type SenderView, TrafficClass } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Segmented, Select, Switch } from 'antd';
import { useTranslations } from 'use-intl';
import { useAsked } from '#components/approvals/use-asked.ts';
import { useSecondPerson } from '#components/approvals/use-second-person.ts';
import { ReasonField } from '#components/consent/reason-field.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { COUNTRY_SEARCH, useCountryOptions } from '#components/parts/use-country-options.ts';
import { problemOf } from '#data/problem.ts';
import { useTRPC, useTRPCClient } from '#data/trpc.ts';
import { DocumentFields } from './document-fields.tsx';
import { draftOf, fieldOf, requestOf, type SenderDraft } from './draft.ts';
import styles from './senders.module.css';

const STATUSES = ['draft', 'submitted', 'registered', 'rejected', 'suspended', 'expired'] as const;

const HELP = { sms: 'senders.senderHelp', email: 'senders.mailHelp', voice: 'senders.callerHelp' } as const;
const EXAMPLE = { sms: 'ACME', email: 'shop@example.com', voice: '+525512345678' };

/** Puts a sender on file, or changes one. */
export function SenderForm(props: { editing: SenderView | { country: string }; onDone: () => void }) {
  const t = useTranslations();
  const { senders } = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<SenderDraft>();
  const { editing } = props;
  const old = 'id' in editing ? editing : undefined;
  const initial = draftOf(editing);
  const channel = Form.useWatch('channel', form) ?? initial.channel;
  const sender = Form.useWatch('sender', form) ?? initial.sender;
  const countries = [{ value: 'default', label: t('senders.everywhere') }, ...useCountryOptions()];
  const needsSecond = useSecondPerson('senders');
  const asked = useAsked();
  const save = useMutation({
    mutationFn: async ({ ask_reason: reason = '', ...draft }: SenderDraft & { ask_reason?: string }) => {
      const given = {
        ...(old === undefined ? {} : { id: old.id }),
        sender: requestOf({ ...initial, ...draft }, old?.version),
      };
      if (!needsSecond) await client.senders.set.mutate(given);
      else await client.approvals.askSender.mutate({ reason, wanted: { action: 'sender.set', ...given } });
    },
    onSuccess: async () => {
      props.onDone();
      if (needsSecond) return asked();
      message.success(t('senders.saved'));
      await queryClient.invalidateQueries({ queryKey: senders.pathKey() });
    },
    onError: (error) => {
      const faults = problemOf(error).fields.map(({ path, message: text }) => ({
        name: fieldOf(path) as never,
        errors: [text],
      }));
      form.setFields(faults);
      if (problemOf(error).code === 'conflict') void queryClient.invalidateQueries({ queryKey: senders.pathKey() });
    },
  });
  const isText = channel === 'sms';
  const isName = isText && !/^\+?\d*$/.test(sender.trim());

  return (
    <Form<SenderDraft>
      name="sender"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      scrollToFirstError={{ focus: true }}
      initialValues={initial}
      onFinish={(draft) => save.mutate(draft)}
    >
      {save.error !== null && <SectionError error={save.error} />}
      <Form.Item name="channel" label={t('senders.channel')}>
        <Segmented options={Channel.options.map((value) => ({ value, label: t(`channel.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="sender"
        label={t('senders.sender')}
        extra={t(HELP[channel])}
        rules={[{ required: true, whitespace: true, message: t('senders.senderNeeded') }]}
      >
        <Input maxLength={320} autoComplete="off" placeholder={EXAMPLE[channel]} />
      </Form.Item>
      {isText && sender.trim().startsWith('+') && (
        <Form.Item
          name="toll_free"
          label={t('senders.kind.toll_free')}
          extra={t('senders.tollFreeHelp')}
          valuePropName="checked"
        >
          <Switch />
        </Form.Item>
      )}
      {isText && (
        <div className={styles.pair}>
          <Form.Item name="country" label={t('senders.country')} extra={t('senders.countryHelp')}>
            <Select options={countries} showSearch={COUNTRY_SEARCH} />
          </Form.Item>
          <Form.Item name="network" label={t('senders.network')} extra={t('senders.networkHelp')}>
            <Input maxLength={6} inputMode="numeric" autoComplete="off" placeholder={t('senders.everyNetwork')} />
          </Form.Item>
        </div>
      )}
      <div className={styles.pair}>
        <Form.Item name="class" label={t('senders.class')}>
          <Select
            allowClear
            placeholder={t('senders.everyClass')}
            options={TrafficClass.options.map((value) => ({ value, label: t(`class.${value}.name`) }))}
          />
        </Form.Item>
        <Form.Item name="status" label={t('senders.status')} extra={t('senders.statusHelp')}>
          <Select options={STATUSES.map((value) => ({ value, label: t(`senders.standing.${value}`) }))} />
        </Form.Item>
      </div>
      <Form.Item name="reference" label={t('senders.reference')} extra={t('senders.referenceHelp')}>
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="registered_on" label={t('senders.registeredOn')}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="expires_on" label={t('senders.expiresOn')} extra={t('senders.expiresHelp')}>
          <Input type="date" />
        </Form.Item>
      </div>
      {isName && (
        <div className={styles.pair}>
          <Form.Item name="affix" label={t('senders.affix')} extra={t('senders.affixHelp')}>
            <Input maxLength={8} autoComplete="off" placeholder="-AD" />
          </Form.Item>
          <Form.Item name="affix_at" label={t('senders.affixAt')}>
            <Select
              placeholder={t('senders.at.end')}
              options={(['start', 'end'] as const).map((value) => ({ value, label: t(`senders.at.${value}`) }))}
            />
          </Form.Item>
        </div>
      )}
      <DocumentFields />
      <Form.Item name="notes" label={t('senders.notes')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      {needsSecond && <ReasonField name="ask_reason" label={t('approvals.reason')} help={t('approvals.reasonHelp')} />}
      <div className={styles.foot}>
        <Button onClick={props.onDone}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t(needsSecond ? 'approvals.ask' : old === undefined ? 'senders.add' : 'action.save')}
        </Button>
      </div>
    </Form>
  );
}
