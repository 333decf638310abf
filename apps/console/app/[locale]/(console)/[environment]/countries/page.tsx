import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { CountriesView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'countries');

export default async function CountriesPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <CountriesView />;
}
