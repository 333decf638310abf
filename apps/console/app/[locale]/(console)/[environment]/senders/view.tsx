'use client';

import { IdcardOutlined, PlusOutlined } from '@ant-design/icons';
import type { SenderView } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { Skeleton, Table } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { AskApprovalDialog } from '#components/approvals/ask-approval-dialog.tsx';
import { useSecondPerson } from '#components/approvals/use-second-person.ts';
import { EmptyState } from '#components/parts/empty-state.tsx';
import { ListBox } from '#components/parts/list-box.tsx';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { ScrollBox } from '#components/parts/scroll-box.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { useAskedChange } from '#components/parts/use-asked-change.ts';
import { useNarrow } from '#components/parts/use-narrow.ts';
import { useTRPC, useTRPCClient } from '#data/trpc.ts';
import { SenderCards, useSenderColumns } from './columns.tsx';
import { DutyPanel } from './duty-panel.tsx';
import { SenderForm } from './form.tsx';
import styles from './senders.module.css';
import { WarningList } from './warning-list.tsx';

/** The registry of senders: how each stands, what is soon to be done, and what countries ask for. */
export function SendersView() {
  const t = useTranslations();
  const { senders } = useTRPC();
  const narrow = useNarrow();
  const [editing, setEditing] = useState<SenderView | { country: string }>();
  const [removing, setRemoving] = useState<SenderView>();
  const client = useTRPCClient();
  const needsSecond = useSecondPerson('senders');
  const list = useQuery(senders.list.queryOptions({}));
  const remove = useAskedChange({
    change: senders.remove.mutationOptions(),
    done: t('senders.removed'),
    list: senders.pathKey(),
  });
  const questionOf = ({ sender }: SenderView) => ({
    title: t('senders.removeTitle', { sender }),
    text: t('senders.removeText'),
    ok: t('senders.remove'),
    cancel: t('action.keep'),
  });
  const actions = {
    onChange: setEditing,
    onRemove: (of: SenderView) => (needsSecond ? setRemoving(of) : remove({ id: of.id }, questionOf(of))),
  };
  const columns = useSenderColumns(actions);
  const add = (
    <PermittedButton
      permission="countries:write"
      type="primary"
      icon={<PlusOutlined />}
      onClick={() => setEditing({ country: 'default' })}
    >
      {t('senders.add')}
    </PermittedButton>
  );
  const close = () => setEditing(undefined);
  const title =
    editing !== undefined && 'id' in editing ? t('senders.changeName', { sender: editing.sender }) : t('senders.add');
  return (
    <>
      <PageHead title={t('nav.senders')} purpose={t('senders.purpose')} actions={add} />
      <Loaded query={list} skeleton={<Skeleton active paragraph={{ rows: 6 }} />}>
        {({ data, duties }) => (
          <div className={styles.page}>
            <WarningList rows={data} />
            {data.length === 0 ? (
              <ListBox empty>
                <EmptyState
                  icon={<IdcardOutlined />}
                  title={t('senders.emptyTitle')}
                  text={t('senders.emptyText')}
                  action={add}
                />
              </ListBox>
            ) : (
              <ListBox>
                {narrow ? (
                  <SenderCards rows={data} {...actions} />
                ) : (
                  <ScrollBox label={t('nav.senders')} className={styles.scroll}>
                    <Table<SenderView>
                      size="small"
                      rowKey="id"
                      columns={columns}
                      dataSource={data}
                      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
                    />
                  </ScrollBox>
                )}
              </ListBox>
            )}
            <DutyPanel duties={duties} onAdd={(country) => setEditing({ country })} />
          </div>
        )}
      </Loaded>
      <AskApprovalDialog
        open={removing !== undefined}
        title={removing === undefined ? '' : questionOf(removing).title}
        name="ask-removal"
        text={t('senders.removeText')}
        cancel={t('action.keep')}
        ask={(reason) =>
          client.approvals.askSender.mutate({ reason, wanted: { action: 'sender.removed', id: removing?.id ?? '' } })
        }
        onClose={() => setRemoving(undefined)}
      />
      <SideDrawer open={editing !== undefined} onClose={close} title={title}>
        {editing !== undefined && <SenderForm editing={editing} onDone={close} />}
      </SideDrawer>
    </>
  );
}
