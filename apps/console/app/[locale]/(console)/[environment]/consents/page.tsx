import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { ConsentsView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'consents');

export default async function ConsentsPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <ConsentsView />;
}
