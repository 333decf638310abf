'use client';

import { type MemberView, Role } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useTranslations } from 'use-intl';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { usePlace } from '#components/place.tsx';
import { type ProblemView, problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from './people.module.css';

/** The people of the workspace with their roles, which are changed in place. */
export function MemberList(props: { members: readonly MemberView[] }) {
  const t = useTranslations();
  const { session } = usePlace();
  const { changeRole, remove } = useMemberActs();
  return (
    <ul className={styles.box}>
      {props.members.map((member) => (
        <li key={member.user_id} className={styles.row}>
          <div className={styles.who}>
            <strong>
              {member.name}
              {member.user_id === session.user.id && <span className={styles.quiet}> {t('people.you')}</span>}
            </strong>
            <span className={styles.quiet}>{member.email}</span>
          </div>
          {!member.has_password && <ToneTag tone="info">{t('people.throughSignOn')}</ToneTag>}
          {member.has_second_factor ? (
            <ToneTag tone="good">{t('account.secondFactor')}</ToneTag>
          ) : (
            member.has_password && <ToneTag tone="neutral">{t('people.noSecondFactor')}</ToneTag>
          )}
          <span className={styles.quiet}>
            {t('people.since')} <TimeCell at={member.joined_at} look="day" />
          </span>
          <Select<Role>
            value={member.role}
            onChange={(role) => changeRole(member, role)}
            aria-label={t('people.roleOf', { name: member.name })}
            className={styles.role ?? ''}
            options={Role.options.map((role) => ({ value: role, label: t(`role.${role}.name`) }))}
          />
          <Button
            size="small"
            onClick={() => remove(member)}
            aria-label={t('people.removeName', { name: member.name })}
          >
            {t('people.remove')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

const isLastOwner = (problem: ProblemView): boolean => problem.fields.some(({ code }) => code === 'last_owner');

/** Changes a role at once; asks before it removes somebody, or takes rights from the person who asks. */
function useMemberActs() {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { session } = usePlace();
  const { message, modal } = App.useApp();
  const afterwards = {
    onError: (error: unknown) => {
      const problem = problemOf(error);
      void message.error(isLastOwner(problem) ? t('people.lastOwner') : t(`problem.${problem.code}.title`));
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.members.list.queryKey() }),
  };
  const change = useMutation(
    trpc.members.changeRole.mutationOptions({
      ...afterwards,
      onSuccess: (_, { user_id }) => {
        void message.success(t('people.roleChanged'));
        // What the own role may do is drawn by the server: the page is loaded anew.
        if (user_id === session.user.id) location.reload();
      },
    }),
  );
  const removal = useMutation(
    trpc.members.remove.mutationOptions({ ...afterwards, onSuccess: () => void message.success(t('people.removed')) }),
  );
  return {
    changeRole(member: MemberView, role: Role) {
      const run = () => change.mutate({ user_id: member.user_id, role });
      if (member.user_id !== session.user.id) return run();
      modal.confirm({
        title: t('people.ownRoleTitle', { role: t(`role.${role}.name`) }),
        content: t('people.ownRoleText'),
        okText: t('people.ownRoleDo'),
        cancelText: t('action.keep'),
        onOk: run,
      });
    },
    remove(member: MemberView) {
      modal.confirm({
        title: t('people.removeTitle', { name: member.name }),
        content: t('people.removeText'),
        okText: t('people.remove'),
        okButtonProps: { danger: true },
        cancelText: t('action.keep'),
        onOk: () => removal.mutate({ user_id: member.user_id }),
      });
    },
  };
}
