'use client';

import type { AppRouter } from '@signalbox/api/router';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { App } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { isSignedOut, problemOf } from '#data/problem.ts';
import { shownWorkspaceHeaders } from '#data/shown-workspace.ts';
import { TRPCProvider } from '#data/trpc.ts';
import type { Catalogue } from '#i18n/catalogue.ts';
import type { Locale } from '#i18n/locales.ts';
import { PageStopped, type StopReason } from './page-stopped.tsx';
import { SessionEnded } from './session-ended.tsx';
import { BrowserZoneProvider } from './zone.tsx';

// A refusal of the caller is an answer; only a fault or a lost connection is worth another try.
const isWorthRetrying = (failures: number, error: unknown): boolean => {
  const { code } = problemOf(error);
  return failures < 2 && (code === 'unreachable' || code === 'internal' || code === 'overloaded');
};

function makeQueryClient(onSignedOut: () => void, onStopped: (why: StopReason) => void): QueryClient {
  const onError = (error: unknown) => {
    if (isSignedOut(error)) onSignedOut();
    const { code } = problemOf(error);
    if (code === 'workspace_changed' || code === 'second_factor_required') onStopped(code);
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { retry: isWorthRetrying, staleTime: 1000, refetchOnWindowFocus: true } },
  });
}

/** Everything a page needs around it: language, the browser's time zone, data, and the dialog for an ended session. */
export function Providers(props: { locale: Locale; messages: Catalogue; timeZone: string; children: ReactNode }) {
  const [timeZone, setTimeZone] = useState(props.timeZone);
  const [signedOut, setSignedOut] = useState(false);
  const [stopped, setStopped] = useState<StopReason>();
  const [queryClient] = useState(() => makeQueryClient(() => setSignedOut(true), setStopped));
  const [trpcClient] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [httpBatchLink({ url: '/trpc', maxURLLength: 4000, headers: shownWorkspaceHeaders })],
    }),
  );
  useEffect(() => setTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);

  return (
    <IntlProvider locale={props.locale} messages={props.messages} timeZone={timeZone}>
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
          {/* Inside the language and the data, so that dialogs opened from code have both. */}
          <App message={{ maxCount: 3, duration: 4 }}>
            <BrowserZoneProvider zone={timeZone}>{props.children}</BrowserZoneProvider>
            <PageStopped why={stopped} />
            <SessionEnded
              open={signedOut}
              onSignedIn={() => {
                setSignedOut(false);
                void queryClient.invalidateQueries();
              }}
            />
          </App>
        </TRPCProvider>
      </QueryClientProvider>
    </IntlProvider>
  );
}
