import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { PackPage } from './view.tsx';

interface Props {
  params: Promise<{ locale: string; environment: string; country: string }>;
}

export const generateMetadata = async (props: PageProps & Props) =>
  pageTitle(props, 'compliance', (await props.params).country);

export default async function CountryPackPage(props: Props) {
  const { locale, country } = await props.params;
  await requireSession(locale);
  return <PackPage country={country} />;
}
