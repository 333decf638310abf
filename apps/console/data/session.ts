import type { AppRouter } from '@signalbox/api/router';
import type { SessionView } from '@signalbox/contracts';
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { readEnv } from '#env';
import { isLocale } from '#i18n/locales.ts';

const isUnauthenticated = (error: unknown): boolean =>
  error instanceof TRPCClientError && error.data?.httpStatus === 401;

/** Asks the api who is signed in, once per request; undefined when nobody is. */
export const readSession = cache(async (): Promise<SessionView | undefined> => {
  const incoming = await headers();
  const client = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${readEnv().apiUrl}/trpc`,
        headers: {
          cookie: incoming.get('cookie') ?? '',
          'x-forwarded-for': incoming.get('x-forwarded-for') ?? '127.0.0.1',
        },
      }),
    ],
  });
  try {
    return await client.session.me.query();
  } catch (error) {
    if (isUnauthenticated(error)) return undefined;
    throw error;
  }
});

/**
 * The session, or a turn to the page that is missing before it: the sign-in, or the second factor an organisation requires. Both come back
 * here. Every page calls it: a layout alone is not asked again.
 */
export async function requireSession(locale: string): Promise<SessionView> {
  const session = await readSession();
  if (session !== undefined && session.second_factor_needed === null) return session;
  const address = (await headers()).get('x-address') ?? `/${locale}`;
  const turn = session === undefined ? 'sign-in' : 'second-factor';
  redirect(`/${locale}/${turn}?next=${encodeURIComponent(address)}`);
}

/** Only an address of this console may follow a sign-in. */
export const safeNext = (next: string | string[] | undefined, fallback: string): string =>
  typeof next === 'string' && isLocale(/^\/([\w-]+)(?:\/|$)/.exec(next)?.[1] ?? '') && !next.includes('\\')
    ? next
    : fallback;
