import { redirect } from 'next/navigation';
import type { PageProps } from '#data/page-title.ts';

/** An environment without a page leads to its overview. */
export default async function EnvironmentPage(props: PageProps) {
  const { locale, environment } = await props.params;
  redirect(`/${locale}/${environment}/overview`);
}
