'use client';

import { UserAddOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Loaded } from '#components/parts/loaded.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { useTRPC } from '#data/trpc.ts';
import { InvitationList } from './invitation-list.tsx';
import { InvitePerson } from './invite.tsx';
import { MemberList } from './member-list.tsx';
import { RoleTable } from './role-table.tsx';

/** Who belongs to the workspace, as what, who is invited, and what each role may do. */
export function PeopleView() {
  const t = useTranslations();
  const trpc = useTRPC();
  const [inviting, setInviting] = useState(false);
  const people = useQuery(trpc.members.list.queryOptions());
  return (
    <>
      <PageHead
        title={t('nav.people')}
        purpose={t('people.purpose')}
        actions={
          <PermittedButton
            permission="members:write"
            type="primary"
            icon={<UserAddOutlined />}
            onClick={() => setInviting(true)}
          >
            {t('people.invite')}
          </PermittedButton>
        }
      />
      <Loaded query={people} skeleton={<Skeleton active paragraph={{ rows: 6 }} />}>
        {({ members, invitations }) => (
          <>
            <MemberList members={members} />
            <Panel title={t('people.invitations')} hint={t('people.invitationsHint')} flush>
              <InvitationList invitations={invitations} />
            </Panel>
          </>
        )}
      </Loaded>
      <RoleTable />
      <InvitePerson open={inviting} onClose={() => setInviting(false)} />
    </>
  );
}
