import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { RequestsView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'requests');

export default async function RequestsPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <RequestsView />;
}
