import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { ListsView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'lists');

export default async function ListsPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <ListsView />;
}
