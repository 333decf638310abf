import { Environment } from '@signalbox/contracts';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { SessionProvider } from '#components/place.tsx';
import { Shell } from '#components/shell/shell.tsx';
import { requireSession } from '#data/session.ts';

export default async function ConsoleLayout(props: {
  children: ReactNode;
  params: Promise<{ locale: string; environment: string }>;
}) {
  const { locale, environment } = await props.params;
  if (!Environment.safeParse(environment).success) notFound();
  const session = await requireSession(locale);
  const collapsed = (await cookies()).get('menu')?.value === 'collapsed';
  return (
    <SessionProvider session={session}>
      <Shell collapsed={collapsed}>{props.children}</Shell>
    </SessionProvider>
  );
}
