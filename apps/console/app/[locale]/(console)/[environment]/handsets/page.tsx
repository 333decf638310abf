import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { HandsetsView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'handsets');

export default async function HandsetsPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <HandsetsView />;
}
