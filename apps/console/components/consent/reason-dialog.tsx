'use client';

import { useMutation } from '@tanstack/react-query';
import { Button, Form, Modal } from 'antd';
import { SectionError } from '#components/parts/section-error.tsx';
import { problemOf } from '#data/problem.ts';
import styles from './consent.module.css';
import { ReasonField } from './reason-field.tsx';
import { showFaults } from './show-faults.ts';

interface Props {
  /** Of the form: no other of the page has it. */
  name: string;
  /** What is said, in the words of what is done. */
  words: { text: string; label: string; ok: string; cancel: string };
  danger?: boolean;
  /** Where the reason lies in the call. */
  under: string;
  /** Does it, for this reason. */
  act: (reason: string) => Promise<unknown>;
  onDone: () => void | Promise<void>;
  onClose: () => void;
}

/** Asks why something is done, which is kept with it, and does it. */
export function ReasonDialog({ title, open, ...form }: Props & { title: string; open: boolean }) {
  return (
    <Modal open={open} title={title} footer={null} onCancel={form.onClose} destroyOnHidden width={520}>
      {open && <ReasonForm {...form} />}
    </Modal>
  );
}

function ReasonForm({ name, words, danger = false, under, act, onDone, onClose }: Props) {
  const [form] = Form.useForm<{ reason: string }>();
  const call = useMutation({
    mutationFn: act,
    onSuccess: onDone,
    onError: (error) => showFaults(form, error, under),
  });
  return (
    <Form<{ reason: string }>
      name={name}
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      onFinish={({ reason }) => call.mutate(reason.trim())}
    >
      {call.error !== null && problemOf(call.error).fields.length === 0 && <SectionError error={call.error} />}
      <p className={styles.before}>{words.text}</p>
      <ReasonField label={words.label} />
      <div className={styles.buttons}>
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button type="primary" danger={danger} htmlType="submit" loading={call.isPending}>
          {words.ok}
        </Button>
      </div>
    </Form>
  );
}
