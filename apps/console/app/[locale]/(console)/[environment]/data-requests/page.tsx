import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { DataRequestsView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'data-requests');

export default async function DataRequestsPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <DataRequestsView />;
}
