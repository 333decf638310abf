'use client';

import type { PersonCopy, PersonRequestKind } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useTranslations } from 'use-intl';
import { useAsked } from '#components/approvals/use-asked.ts';
import { useSecondPerson } from '#components/approvals/use-second-person.ts';
import styles from '#components/consent/consent.module.css';
import { ReasonField } from '#components/consent/reason-field.tsx';
import { showFaults } from '#components/consent/show-faults.ts';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { saveJson } from '#data/save-file.ts';
import { useTRPC, useTRPCClient } from '#data/trpc.ts';

/** What is asked for with a reason alone. */
export type AskKind = Exclude<PersonRequestKind, 'rectification'>;

interface Draft {
  reason: string;
  again?: string;
}

/** Asks why, and before an erasure for the address once more: then what the person asked for is done. */
export function AskDialog(props: {
  kind: AskKind | undefined;
  address: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations();
  const { kind } = props;
  return (
    <Modal
      open={kind !== undefined}
      title={kind === undefined ? '' : t(`rights.ask.${kind}.title`)}
      footer={null}
      onCancel={props.onClose}
      destroyOnHidden
      width={520}
    >
      {kind !== undefined && <AskForm {...props} kind={kind} />}
    </Modal>
  );
}

function AskForm({
  kind,
  address,
  onClose,
  onDone,
}: {
  kind: AskKind;
  address: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useTranslations();
  const { people } = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const [form] = Form.useForm<Draft>();
  const done = async (text: string) => {
    message.success(text);
    onClose();
    onDone();
    await queryClient.invalidateQueries({ queryKey: people.pathKey() });
  };
  const needsSecond = useSecondPerson('exports');
  const asked = useAsked();
  const waits = () => {
    onClose();
    return asked();
  };
  const copy = useMutation({
    mutationFn: async (reason: string) => {
      if (needsSecond) {
        const wanted = { action: 'export.person', environment, person: { address } } as const;
        const { state } = await client.approvals.askPersonCopy.mutate({ reason, wanted });
        if (state !== 'approved') return state;
      }
      const parts: PersonCopy[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const person = { address, reason, ...(cursor === undefined ? {} : { cursor }) };
        const part: PersonCopy = await client.people.export.mutate({ environment, person });
        parts.push(part);
        cursor = part.next_cursor;
      }
      const [first] = parts;
      saveJson(`person-${first?.request_id ?? ''}`, {
        ...first,
        messages: parts.flatMap((part) => part.messages),
        receipts: parts.flatMap((part) => part.receipts),
        next_cursor: null,
      });
      return 'approved';
    },
    onSuccess: (state) => (state === 'approved' ? done(t('rights.copied')) : waits()),
    onError: (error) => showFaults(form, error, 'person'),
  });
  const erase = useMutation(
    people.erase.mutationOptions({
      onSuccess: ({ certificate }) => done(t(certificate === null ? 'rights.waits' : 'rights.erased')),
      onError: (error) => showFaults(form, error, 'person'),
    }),
  );
  const restrict = useMutation(
    people.restrict.mutationOptions({
      onSuccess: () => done(t('rights.restricted')),
      onError: (error) => showFaults(form, error, 'person'),
    }),
  );
  const object = useMutation(
    people.object.mutationOptions({
      onSuccess: () => done(t('rights.objected')),
      onError: (error) => showFaults(form, error, 'person'),
    }),
  );
  const acts: Readonly<Record<AskKind, (reason: string) => void>> = {
    copy: (reason) => copy.mutate(reason),
    erasure: (reason) => erase.mutate({ environment, person: { address, reason } }),
    restriction: (reason) => restrict.mutate({ environment, person: { address, reason } }),
    objection: (reason) => object.mutate({ environment, person: { address, reason } }),
  };
  const calls = [copy, erase, restrict, object];
  const error = calls.find((one) => one.error !== null)?.error ?? null;
  return (
    <Form<Draft>
      name="ask-dialog"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      onFinish={({ reason }) => acts[kind](reason.trim())}
    >
      {error !== null && problemOf(error).fields.length === 0 && <SectionError error={error} />}
      <p className={styles.before}>
        {t(`rights.ask.${kind}.text`)}
        {kind === 'copy' && needsSecond && <> {t('approvals.exportText')}</>}
      </p>
      {kind === 'erasure' && (
        <Form.Item
          name="again"
          label={t('rights.again')}
          rules={[
            {
              required: true,
              validator: (_, typed: string | undefined) =>
                typed?.trim() === address ? Promise.resolve() : Promise.reject(new Error(t('rights.againWrong'))),
            },
          ]}
        >
          <Input autoComplete="off" maxLength={320} />
        </Form.Item>
      )}
      <ReasonField label={t('rights.reason')} help={t('rights.reasonHelp')} />
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button
          type="primary"
          danger={kind === 'erasure'}
          htmlType="submit"
          loading={calls.some(({ isPending }) => isPending)}
        >
          {t(`rights.ask.${kind}.do`)}
        </Button>
      </div>
    </Form>
  );
}
