'use client';

import { SearchOutlined, UserDeleteOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { ListBox } from '#components/parts/list-box.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { AskDialog, type AskKind } from './ask-dialog.tsx';
import { Holdings } from './holdings.tsx';
import { RectifyDialog } from './rectify-dialog.tsx';

/** Looks for a person, and what can be done for the person then. The address is in no URL: it is asked for again on each visit. */
export function FindPane() {
  const t = useTranslations();
  const { people } = useTRPC();
  const { environment } = usePlace();
  const find = useMutation(people.find.mutationOptions());
  const [asking, setAsking] = useState<AskKind>();
  const [rectifies, setRectifies] = useState(false);
  const address = find.variables?.person.address ?? '';
  const actions = (
    <div className={styles.pair}>
      <PermittedButton permission="people:export" onClick={() => setAsking('copy')}>
        {t('rights.copy')}
      </PermittedButton>
      <PermittedButton permission="consents:write" onClick={() => setRectifies(true)}>
        {t('rights.correct')}
      </PermittedButton>
      <PermittedButton permission="suppressions:write" onClick={() => setAsking('objection')}>
        {t('rights.object')}
      </PermittedButton>
      <PermittedButton permission="suppressions:write" onClick={() => setAsking('restriction')}>
        {t('rights.restrict')}
      </PermittedButton>
      <PermittedButton permission="people:erase" danger onClick={() => setAsking('erasure')}>
        {t('rights.erase')}
      </PermittedButton>
    </div>
  );
  return (
    <>
      <Form<{ address: string }>
        name="find-pane"
        className={styles.ask}
        layout="vertical"
        requiredMark={false}
        onFinish={(asked) => find.mutate({ environment, person: { address: asked.address.trim() } })}
      >
        <Form.Item
          name="address"
          label={t('consents.address')}
          rules={[{ required: true, whitespace: true, message: t('consents.addressNeeded') }]}
        >
          <Input autoComplete="off" maxLength={320} placeholder="+52 55 1234 5678" />
        </Form.Item>
        <Button htmlType="submit" icon={<SearchOutlined />} className={styles.fixed} loading={find.isPending}>
          {t('rights.find')}
        </Button>
      </Form>
      {find.error !== null && <SectionError error={find.error} />}
      {find.data === undefined ? (
        <ListBox empty>
          <EmptyState icon={<UserDeleteOutlined />} title={t('rights.emptyTitle')} text={t('rights.emptyText')} />
        </ListBox>
      ) : (
        <Holdings found={find.data} actions={actions} />
      )}
      <AskDialog
        kind={asking}
        address={address}
        onClose={() => setAsking(undefined)}
        onDone={() => find.mutate({ environment, person: { address } })}
      />
      <RectifyDialog
        open={rectifies}
        address={address}
        onClose={() => setRectifies(false)}
        onDone={(now) => find.mutate({ environment, person: { address: now } })}
      />
    </>
  );
}
