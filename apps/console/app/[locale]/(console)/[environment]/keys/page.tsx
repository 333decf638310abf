import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { KeysView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'keys');

export default async function KeysPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <KeysView />;
}
