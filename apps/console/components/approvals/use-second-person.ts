'use client';

import type { SecondPersonKind } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#data/trpc.ts';

/** Whether the workspace has things of this kind approved by a second person; false until it is known, and the api refuses then. */
export function useSecondPerson(kind: SecondPersonKind): boolean {
  const { workspace } = useTRPC();
  return useQuery(workspace.read.queryOptions()).data?.second_person_for.includes(kind) ?? false;
}
