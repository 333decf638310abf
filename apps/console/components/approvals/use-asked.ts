'use client';

import type { ApprovalRequestView } from '@signalbox/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslations } from 'use-intl';
import { useTRPC } from '#data/trpc.ts';

/** Says that something was asked for, and has what waits fetched again. */
export function useAsked(): () => Promise<void> {
  const t = useTranslations();
  const { approvals } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  return async () => {
    message.success(t('approvals.asked'));
    await queryClient.invalidateQueries({ queryKey: approvals.pathKey() });
  };
}

/** The approval the person holds of something that is looked at; undefined where it must be asked for. */
export function useHeldApproval(): (
  of: Pick<ApprovalRequestView, 'action'> & { object: string; askedBy: string },
) => Promise<ApprovalRequestView | undefined> {
  const { approvals } = useTRPC();
  const queryClient = useQueryClient();
  return async ({ action, object, askedBy }) => {
    const ended = await queryClient.fetchQuery({ ...approvals.ended.queryOptions(), staleTime: 0 });
    return ended.find((one) => one.action === action && one.object.id === object && isUsable(one, askedBy));
  };
}

/** Whether this person may still fetch or see what was approved. */
export const isUsable = (of: ApprovalRequestView, userId: string): boolean =>
  of.state === 'approved' && of.asked_by.id === userId && Date.parse(of.usable_until ?? '') > Date.now();
