'use client';

import type { Channel, ChannelMode, TemplateValue, TrafficClass } from '@signalbox/contracts';
import { useEffect, useRef, useState } from 'react';

/** What a person has typed into the send form. */
export interface Draft {
  channel: Channel;
  class: TrafficClass;
  to: string;
  from: string;
  text: string;
  /** The language a call reads the text in. */
  spokenIn: string;
  subject: string;
  mailText: string;
  html: string;
  /** How the other channel is used, if it is. */
  second: 'none' | ChannelMode;
  /** The address for the other channel. */
  otherTo: string;
  /** Key of the template that says what is sent; empty for what is written here. */
  templateKey: string;
  templateLocale: string;
  /** What was given for its variables. */
  values: Record<string, TemplateValue>;
}

export const EMPTY_DRAFT: Draft = {
  channel: 'sms',
  class: 'transactional',
  to: '',
  from: '',
  text: '',
  spokenIn: 'en',
  subject: '',
  mailText: '',
  html: '',
  second: 'none',
  otherTo: '',
  templateKey: '',
  templateLocale: '',
  values: {},
};

function readDraft(key: string): Draft {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    return typeof stored === 'object' && stored !== null ? { ...EMPTY_DRAFT, ...stored } : EMPTY_DRAFT;
  } catch {
    return EMPTY_DRAFT;
  }
}

/** The form's values, kept for this tab until sent: a reload or an ended session loses nothing. */
export function useDraft(environment: string) {
  const key = `sb-draft-${environment}`;
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const isRead = useRef(false);
  useEffect(() => {
    setDraft(readDraft(key));
    isRead.current = true;
  }, [key]);
  const change = (part: Partial<Draft>) =>
    setDraft((old) => {
      const next = { ...old, ...part };
      if (isRead.current) sessionStorage.setItem(key, JSON.stringify(next));
      return next;
    });
  const clear = () => sessionStorage.removeItem(key);
  return { draft, change, clear };
}
