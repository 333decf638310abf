'use client';

import type { ApprovalAction, ApprovalRequestView } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { formatPhone } from '#format/phone.ts';

/** A key of the catalogue has no dots of its own. */
type Underscored<Name extends string> = Name extends `${infer Noun}.${infer Verb}` ? `${Noun}_${Verb}` : Name;

/** What is asked for, and of what, in the person's language. */
export function useRequestText(): (of: ApprovalRequestView) => { tag: string; title: string } {
  const t = useTranslations();
  return ({ action, object }) => ({
    tag: t(`approvals.action.${action.replace('.', '_') as Underscored<ApprovalAction>}`),
    title: action === 'export.person' || action === 'reveal.message' ? formatPhone(object.name) : object.name,
  });
}
