'use client';

import type { PreviewTemplateRequest, TemplatePreview } from '@signalbox/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { problemOf } from '#data/problem.ts';
import { useTRPC, useTRPCClient } from '#data/trpc.ts';

/** The pause in typing after which the content is rendered. */
const PAUSE_MS = 300;

/** The content as it would go out, a moment after the last change; what was rendered before stays until then. */
export function useRendering(
  content: Omit<PreviewTemplateRequest, 'values'> & { values?: PreviewTemplateRequest['values'] },
): TemplatePreview | undefined {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const asked = JSON.stringify({ values: {}, ...content });
  const [paused, setPaused] = useState(asked);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(asked), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  const question = useMemo(() => JSON.parse(paused) as PreviewTemplateRequest, [paused]);
  const rendered = useQuery({
    queryKey: [...trpc.templates.preview.mutationKey(), paused],
    // By POST, though it changes nothing: an address has no room for bodies.
    queryFn: () => client.templates.preview.mutate(question).catch(refusedFields),
    // What is asked is the content of a moment ago, which may have been none.
    enabled: question.bodies.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return rendered.data;
}

/** A content that is not whole, such as an empty text, is shown at its fields like everything else that is wrong. */
function refusedFields(error: unknown): TemplatePreview {
  const { fields } = problemOf(error);
  if (fields.length === 0) throw error;
  const errors = fields.map((field) => ({ ...field, line: null }));
  return { renderings: [], errors, warnings: [], price_per_part: null };
}
