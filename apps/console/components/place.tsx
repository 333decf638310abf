'use client';

import {
  type Environment,
  Environment as EnvironmentWord,
  type Permission,
  type SessionView,
} from '@signalbox/contracts';
import { useParams } from 'next/navigation';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { noteShownWorkspace } from '#data/shown-workspace.ts';
import { isLocale, type Locale } from '#i18n/locales.ts';
import { ZonedTimes } from './zone.tsx';

/** Where the person is: language, environment and session, and the addresses made from them. */
export interface Place {
  locale: Locale;
  environment: Environment;
  session: SessionView;
  /** Whether the role of the person has a permission. */
  may: (permission: Permission) => boolean;
  /** Address of an area in this language and environment, such as `href('messages/msg_…')`. */
  href: (area: string) => string;
  /** The same, in the other or a named environment. */
  hrefIn: (environment: Environment, area: string) => string;
}

const SessionContext = createContext<SessionView | undefined>(undefined);

/** Hands the session of the page loader to every component below. */
export function SessionProvider(props: { session: SessionView; children: ReactNode }) {
  // Before any child asks for its data.
  noteShownWorkspace(props.session.workspace.id);
  return (
    <SessionContext value={props.session}>
      <ZonedTimes zone={props.session.workspace.time_zone}>{props.children}</ZonedTimes>
    </SessionContext>
  );
}

/** Reads the place from the address and the session. */
export function usePlace(): Place {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('usePlace needs a SessionProvider above it');
  const params = useParams<{ locale: string; environment?: string }>();
  const locale = isLocale(params.locale) ? params.locale : 'en';
  const environment = EnvironmentWord.safeParse(params.environment).data ?? 'sandbox';
  return useMemo(() => {
    const hrefIn = (wanted: Environment, area: string) => `/${locale}/${wanted}/${area}`;
    const may = (permission: Permission) => session.permissions.includes(permission);
    return { locale, environment, session, may, hrefIn, href: (area: string) => hrefIn(environment, area) };
  }, [locale, environment, session]);
}
