'use client';

import type { ListView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Modal, Select } from 'antd';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { AddressField, SourceField } from '#components/consent/person-fields.tsx';
import { showFaults } from '#components/consent/show-faults.ts';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';

interface Draft {
  address: string;
  source: string;
  locale: string;
}

/** Puts a person on a list, or asks the person to confirm. */
export function AddMember(props: { list: ListView; open: boolean; onClose: () => void }) {
  const t = useTranslations();
  return (
    <Modal
      open={props.open}
      title={t('lists.addPerson')}
      footer={null}
      onCancel={props.onClose}
      destroyOnHidden
      width={520}
    >
      {props.open && <MemberForm list={props.list} onClose={props.onClose} />}
    </Modal>
  );
}

function MemberForm({ list, onClose }: { list: ListView; onClose: () => void }) {
  const t = useTranslations();
  const { lists } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const [form] = Form.useForm<Draft>();
  const locales = Object.keys(list.wordings);
  const add = useMutation(
    lists.addMember.mutationOptions({
      onSuccess: async ({ state }) => {
        message.success(t(state === 'pending' ? 'lists.asked' : 'lists.added'));
        onClose();
        await queryClient.invalidateQueries({ queryKey: lists.pathKey() });
      },
      onError: (error) => showFaults(form, error, 'member'),
    }),
  );
  return (
    <Form<Draft>
      name="add-member"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      initialValues={{ locale: locales[0] }}
      onFinish={({ address, source, locale }) =>
        add.mutate({ environment, id: list.id, member: { address: address.trim(), source: source.trim(), locale } })
      }
    >
      <p className={styles.soft}>{t(`lists.addHint.${list.opt_in}`)}</p>
      {add.error !== null && problemOf(add.error).fields.length === 0 && <SectionError error={add.error} />}
      <AddressField />
      <SourceField />
      <Form.Item name="locale" label={t('lists.language')}>
        <Select options={locales.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('lists.addPerson')}
        </Button>
      </div>
    </Form>
  );
}
