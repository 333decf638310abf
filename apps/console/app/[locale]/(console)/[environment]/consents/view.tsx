'use client';

import { FileProtectOutlined, SearchOutlined } from '@ant-design/icons';
import { skipToken, useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from '#components/consent/consent.module.css';
import { InboundList } from '#components/consent/inbound-list.tsx';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { ListBox } from '#components/parts/list-box.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { changeAddress } from '#url-state/change-address.ts';
import { AsOfPanel } from './as-of-panel.tsx';
import { ConsentTimeline } from './consent-timeline.tsx';
import { RecordConsent } from './record-form.tsx';

/** What one person agreed to and withdrew, and what could be sent at any instant. */
export function ConsentsView() {
  const t = useTranslations();
  const params = useSearchParams();
  const { href } = usePlace();
  const address = params.get('address')?.slice(0, 320) ?? '';
  const [recording, setRecording] = useState(false);
  const record = (
    <PermittedButton permission="consents:write" type="primary" onClick={() => setRecording(true)}>
      {t('consents.record')}
    </PermittedButton>
  );
  return (
    <div className={styles.stack}>
      <PageHead title={t('nav.consents')} purpose={t('consents.purpose')} actions={record} />
      <Form<{ address: string }>
        name="find-consents"
        key={address}
        className={styles.ask}
        layout="vertical"
        requiredMark={false}
        initialValues={{ address }}
        onFinish={(asked) =>
          changeAddress(`${href('consents')}?${new URLSearchParams({ address: asked.address.trim() })}`)
        }
      >
        <Form.Item
          name="address"
          label={t('consents.address')}
          rules={[{ required: true, whitespace: true, message: t('consents.addressNeeded') }]}
        >
          <Input autoComplete="off" maxLength={320} placeholder="ana@example.com" />
        </Form.Item>
        <Button htmlType="submit" icon={<SearchOutlined />} className={styles.fixed}>
          {t('consents.look')}
        </Button>
      </Form>
      {address === '' ? (
        <ListBox empty>
          <EmptyState icon={<FileProtectOutlined />} title={t('consents.emptyTitle')} text={t('consents.emptyText')} />
        </ListBox>
      ) : (
        <Person address={address} />
      )}
      <RecordConsent open={recording} address={address} onClose={() => setRecording(false)} />
    </div>
  );
}

/** What the person wrote to us, where they wrote anything. */
function Written({ from }: { from: string }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const texts = useQuery(trpc.keywords.inbound.queryOptions({ environment, query: { limit: 20, from } }));
  const rows = texts.data?.data ?? [];
  if (rows.length === 0) return null;
  return (
    <Panel title={t('inbound.fromPerson')} hint={t('inbound.fromPersonHint')} flush>
      <InboundList rows={rows} />
    </Panel>
  );
}

function Person({ address }: { address: string }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { environment } = usePlace();
  const entries = useQuery(
    trpc.consents.list.queryOptions(address === '' ? skipToken : { environment, address }, { retry: false }),
  );
  return (
    <Loaded query={entries}>
      {({ data }) => (
        <>
          <AsOfPanel address={address} since={data.at(-1)?.recorded_at} />
          <Panel title={t('consents.timeline')} hint={t('consents.timelineHint')} flush>
            {data.length === 0 ? (
              <EmptyState title={t('consents.noneTitle')} text={t('consents.noneText')} />
            ) : (
              <ConsentTimeline entries={data} />
            )}
          </Panel>
          {!address.includes('@') && <Written from={address} />}
        </>
      )}
    </Loaded>
  );
}
