import { Environment } from '@signalbox/contracts';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { requireSession } from '#data/session.ts';

/** The front door: the overview of the environment seen last, live for a newcomer. */
export default async function Home(props: { params: Promise<{ locale: string }> }) {
  const { locale } = await props.params;
  await requireSession(locale);
  const remembered = Environment.safeParse((await cookies()).get('environment')?.value);
  redirect(`/${locale}/${remembered.success ? remembered.data : 'live'}/overview`);
}
