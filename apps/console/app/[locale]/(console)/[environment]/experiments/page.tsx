import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { ExperimentsView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'experiments');

export default async function ExperimentsPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <ExperimentsView />;
}
