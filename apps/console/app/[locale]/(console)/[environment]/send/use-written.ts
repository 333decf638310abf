'use client';

import type { Channel, TemplateContent, TrafficClass } from '@signalbox/contracts';
import { useQuery } from '@tanstack/react-query';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { useRendering } from '../templates/use-rendering.ts';
import type { Draft } from './draft.ts';

/** What a message says by one channel, as the person will read it. */
export interface WrittenContent {
  subject: string;
  text: string | null;
  html: string | null;
}

/** The version of a template that a send goes by. */
export interface ChosenTemplate {
  class: TrafficClass;
  default_locale: string;
  content: TemplateContent;
}

/** What a draft goes by: live, the newest approved version; in the sandbox, a newer draft too. Undefined while it says what was written here. */
export function useChosenTemplate(draft: Draft): ChosenTemplate | undefined {
  const { templates } = useTRPC();
  const { environment } = usePlace();
  const isChosen = draft.templateKey !== '';
  const { data: template } = useQuery({
    ...templates.read.queryOptions({ key: draft.templateKey }),
    enabled: isChosen,
  });
  const version = template?.versions.find(({ state }) =>
    environment === 'live' ? state === 'approved' : state !== 'rejected' && state !== 'paused',
  )?.version;
  const { data: content } = useQuery({
    ...templates.readVersion.queryOptions({ key: draft.templateKey, version: version ?? 1 }),
    enabled: isChosen && version !== undefined,
  });
  if (!isChosen || template === undefined || content === undefined) return undefined;
  const { variables, bodies } = content;
  return { class: template.class, default_locale: template.default_locale, content: { variables, bodies } };
}

/** What the draft says by each channel: as it was written, or as its template writes it with the values so far. */
export function useWritten(draft: Draft): (channel: Channel) => WrittenContent | undefined {
  const template = useChosenTemplate(draft);
  const rendered = useRendering({
    class: template?.class ?? draft.class,
    default_locale: template?.default_locale ?? 'en',
    ...(template?.content ?? { variables: [], bodies: [] }),
    values: draft.values,
  });
  return (channel) => {
    if (draft.templateKey === '') {
      if (channel !== 'email') return { subject: '', text: draft.text, html: null };
      const { subject, mailText, html } = draft;
      return { subject, text: mailText === '' ? null : mailText, html: html === '' ? null : html };
    }
    const own = rendered?.renderings.filter((one) => one.channel === channel) ?? [];
    const found =
      own.find(({ locale }) => locale === draft.templateLocale) ??
      own.find(({ locale }) => locale === template?.default_locale);
    return found && { subject: found.subject ?? '', text: found.text, html: found.html };
  };
}
