'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Select } from 'antd';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { ReasonField } from '#components/consent/reason-field.tsx';
import { showFaults } from '#components/consent/show-faults.ts';
import { SectionError } from '#components/parts/section-error.tsx';
import { useLanguageOptions, useZoneOptions } from '#components/parts/use-intl-options.ts';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';

interface Draft {
  new_address?: string;
  same_person?: string;
  language?: string;
  time_zone?: string;
  reason: string;
}

interface Props {
  address: string;
  onClose: () => void;
  /** The address the person has from now on. */
  onDone: (address: string) => void;
}

/** What is right instead: another address, language or zone, why, and the proof by which consents go along. */
export function RectifyDialog({ open, ...props }: Props & { open: boolean }) {
  const t = useTranslations();
  return (
    <Modal
      open={open}
      title={t('rights.rectify.title')}
      footer={null}
      onCancel={props.onClose}
      destroyOnHidden
      width={560}
    >
      {open && <RectifyForm {...props} />}
    </Modal>
  );
}

function RectifyForm({ address, onClose, onDone }: Props) {
  const t = useTranslations();
  const { people } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const [form] = Form.useForm<Draft>();
  const languages = useLanguageOptions();
  const zones = useZoneOptions();
  const moves = (Form.useWatch('new_address', form) ?? '').trim() !== '';
  const rectify = useMutation(
    people.rectify.mutationOptions({
      onSuccess: async ({ carried }, { person }) => {
        const told =
          carried === null
            ? t('rights.rectify.done')
            : t('rights.rectify.moved', {
                consents: carried.consents,
                withdrawals: carried.withdrawals,
                lists: carried.lists,
              });
        message.success(told);
        onClose();
        onDone(person.new_address ?? address);
        await queryClient.invalidateQueries({ queryKey: people.pathKey() });
      },
      onError: (error) => showFaults(form, error, 'person'),
    }),
  );
  const send = ({ reason, ...draft }: Draft) => {
    const typed = Object.entries(draft).flatMap(([field, value]) => {
      const text = value?.trim() ?? '';
      return text === '' || (field === 'same_person' && !moves) ? [] : [[field, text]];
    });
    rectify.mutate({ environment, person: { address, reason: reason.trim(), ...Object.fromEntries(typed) } });
  };
  return (
    <Form<Draft> name="rectify-dialog" form={form} layout="vertical" validateTrigger="onBlur" onFinish={send}>
      {rectify.error !== null && problemOf(rectify.error).fields.every(({ path }) => path === 'person') && (
        <SectionError error={rectify.error} />
      )}
      <p className={styles.before}>{t('rights.rectify.text')}</p>
      <Form.Item name="new_address" label={t('rights.rectify.address')} extra={t('rights.rectify.addressHelp')}>
        <Input autoComplete="off" maxLength={320} />
      </Form.Item>
      {moves && (
        <Form.Item name="same_person" label={t('rights.rectify.proof')} extra={t('rights.rectify.proofHelp')}>
          <Input autoComplete="off" maxLength={400} />
        </Form.Item>
      )}
      <Form.Item name="language" label={t('rights.rectify.language')} extra={t('rights.rectify.languageHelp')}>
        <Select allowClear options={languages} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="time_zone" label={t('rights.rectify.zone')} extra={t('rights.rectify.zoneHelp')}>
        <Select allowClear options={zones} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <ReasonField label={t('rights.reason')} help={t('rights.reasonHelp')} />
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={rectify.isPending}>
          {t('rights.rectify.do')}
        </Button>
      </div>
    </Form>
  );
}
