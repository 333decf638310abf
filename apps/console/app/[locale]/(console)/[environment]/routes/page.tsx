import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { RoutesView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'routes');

export default async function RoutesPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <RoutesView />;
}
