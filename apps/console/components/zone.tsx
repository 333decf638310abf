'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl';

const BrowserZone = createContext('UTC');

/** Hands the zone of the browser down: pages without a session show times in it, the others tell it beside their own. */
export function BrowserZoneProvider(props: { zone: string; children: ReactNode }) {
  return <BrowserZone value={props.zone}>{props.children}</BrowserZone>;
}

/** The zone of the browser. */
export const useBrowserZone = (): string => useContext(BrowserZone);

/** Shows every time below in one zone: that of the workspace, so that all who work in it speak of the same hours and days. */
export function ZonedTimes(props: { zone: string; children: ReactNode }) {
  const locale = useLocale();
  const messages = useMessages();
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={props.zone}>
      {props.children}
    </IntlProvider>
  );
}
