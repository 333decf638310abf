'use client';

import type { AuditAction, AuditObjectKind } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';

/** A key of the catalogue has no dots of its own. */
type Underscored<Name extends string> = Name extends `${infer Noun}.${infer Verb}` ? `${Noun}_${Verb}` : Name;

/** What was done, and to what kind of thing, in the person's language. */
export function useAuditWords(): {
  actionText: (action: AuditAction) => string;
  objectText: (kind: AuditObjectKind) => string;
} {
  const t = useTranslations();
  return {
    actionText: (action) => t(`audit.did.${action.replace('.', '_') as Underscored<AuditAction>}`),
    objectText: (kind) => t(`audit.kind.${kind}`),
  };
}
