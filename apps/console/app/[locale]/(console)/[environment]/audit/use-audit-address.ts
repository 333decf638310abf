'use client';

import { AuditAction } from '@signalbox/contracts';
import { useSearchParams } from 'next/navigation';
import { usePlace } from '#components/place.tsx';
import { changeAddress } from '#url-state/change-address.ts';

/** What the list is narrowed by, as the address bar holds it. */
export interface AuditFilter {
  action?: AuditAction;
  actor_id?: string;
  object_id?: string;
}

const NAMES = ['action', 'actor_id', 'object_id'] as const;

/** The filters of the log and the way to change them: every change is a step that Back undoes. */
export function useAuditAddress(): { filter: AuditFilter; narrow: (change: AuditFilter) => void; clear: () => void } {
  const params = useSearchParams();
  const { href } = usePlace();
  const action = AuditAction.safeParse(params.get('action'));
  const text = (name: 'actor_id' | 'object_id') => {
    const value = params.get(name) ?? '';
    return /^[\w-]{1,60}$/.test(value) ? { [name]: value } : {};
  };
  const filter: AuditFilter = {
    ...(action.success ? { action: action.data } : {}),
    ...text('actor_id'),
    ...text('object_id'),
  };
  const go = (next: AuditFilter): void => {
    const query = new URLSearchParams(NAMES.flatMap((name) => (next[name] ? [[name, next[name]]] : [])));
    changeAddress(`${href('audit')}${query.size === 0 ? '' : `?${query}`}`);
  };
  return { filter, narrow: (change) => go({ ...filter, ...change }), clear: () => go({}) };
}
