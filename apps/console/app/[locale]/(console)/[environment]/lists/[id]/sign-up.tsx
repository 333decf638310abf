'use client';

import type { ListView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CopyButton } from '#components/cells/copy-button.tsx';
import styles from '#components/consent/consent.module.css';
import { showFaults } from '#components/consent/show-faults.ts';
import { CodeToCopy } from '#components/parts/code-to-copy.tsx';
import { Facts } from '#components/parts/facts.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { useAskedChange } from '#components/parts/use-asked-change.ts';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';

/** The page on which people ask to be on the list: where it is, how to put it on a page of one's own, and whether it is open. */
export function SignUpPanel({ list }: { list: ListView }) {
  const t = useTranslations();
  const { lists } = useTRPC();
  const { environment } = usePlace();
  const [asking, setAsking] = useState(false);
  const { open, url, hourly_limit: hourly } = list.sign_up;
  const close = useAskedChange({
    change: lists.change.mutationOptions(),
    done: t('lists.signUp.closed'),
    list: lists.pathKey(),
  });
  const askToClose = () =>
    close(
      { environment, id: list.id, change: { sign_up: { open: false, hourly_limit: hourly } } },
      {
        title: t('lists.signUp.closeTitle'),
        text: t('lists.signUp.closeText'),
        ok: t('lists.signUp.close'),
        cancel: t('lists.signUp.keep'),
      },
    );
  return (
    <Panel
      title={t('lists.signUp.title')}
      hint={t(open ? 'lists.signUp.openHint' : 'lists.signUp.closedHint')}
      extra={
        <div className={styles.pair}>
          {open && (
            <PermittedButton permission="consents:write" onClick={askToClose}>
              {t('lists.signUp.close')}
            </PermittedButton>
          )}
          <PermittedButton permission="consents:write" onClick={() => setAsking(true)}>
            {t(open ? 'lists.signUp.limit' : 'lists.signUp.open')}
          </PermittedButton>
        </div>
      }
    >
      {open && url !== null ? (
        <>
          <CodeToCopy text={url} what={t('lists.signUp.address')} />
          <Facts
            items={[
              { name: t('lists.signUp.hourly'), value: t('lists.signUp.people', { count: hourly }) },
              {
                name: t('lists.signUp.ownForm'),
                value: (
                  <CopyButton text={formFor(list, url)} what={t('lists.signUp.ownForm')} type="default">
                    {t('action.copy')}
                  </CopyButton>
                ),
              },
            ]}
          />
        </>
      ) : (
        <p className={styles.soft}>{t(open ? 'lists.signUp.noAddress' : 'lists.signUp.why')}</p>
      )}
      <Modal
        open={asking}
        title={t(open ? 'lists.signUp.limit' : 'lists.signUp.open')}
        footer={null}
        onCancel={() => setAsking(false)}
        destroyOnHidden
        width={480}
      >
        {asking && <OpenForm list={list} onClose={() => setAsking(false)} />}
      </Modal>
    </Panel>
  );
}

/** A form for a page of the business's own: it posts to ours, which answers. */
function formFor({ channel, wordings }: ListView, url: string): string {
  const [locale = '', wording] = Object.entries(wordings)[0] ?? [];
  const type = channel === 'email' ? 'email' : 'tel';
  const text = (wording?.text ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return [
    `<form method="post" action="${url}">`,
    `  <input type="hidden" name="locale" value="${locale}">`,
    `  <input type="${type}" name="address" required>`,
    `  <label><input type="checkbox" name="agree" value="yes" required> ${text}</label>`,
    '  <button>OK</button>',
    '</form>',
  ].join('\n');
}

function OpenForm({ list, onClose }: { list: ListView; onClose: () => void }) {
  const t = useTranslations();
  const { lists } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const [form] = Form.useForm<{ hourly_limit: number }>();
  const change = useMutation(
    lists.change.mutationOptions({
      onSuccess: async () => {
        message.success(t('lists.signUp.opened'));
        onClose();
        await queryClient.invalidateQueries({ queryKey: lists.pathKey() });
      },
      onError: (error) => showFaults(form, error, 'change.sign_up'),
    }),
  );
  const isSingle = list.opt_in === 'single';
  return (
    <Form<{ hourly_limit: number }>
      name="sign-up-page"
      form={form}
      layout="vertical"
      initialValues={{ hourly_limit: list.sign_up.hourly_limit }}
      onFinish={({ hourly_limit }) =>
        change.mutate({
          environment,
          id: list.id,
          change: { sign_up: { open: true, hourly_limit }, ...(isSingle ? { opt_in: 'double' } : {}) },
        })
      }
    >
      {change.error !== null && problemOf(change.error).fields.length === 0 && <SectionError error={change.error} />}
      {isSingle && <p>{t('lists.signUp.needsDouble')}</p>}
      <Form.Item
        name="hourly_limit"
        label={t('lists.signUp.hourly')}
        extra={t('lists.signUp.hourlyHelp')}
        rules={[{ required: true, message: t('lists.signUp.hourlyNeeded') }]}
      >
        <InputNumber min={1} max={100_000} precision={0} />
      </Form.Item>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t(list.sign_up.open ? 'action.save' : 'lists.signUp.open')}
        </Button>
      </div>
    </Form>
  );
}
