import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { PeopleView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'people');

export default async function PeoplePage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <PeopleView />;
}
