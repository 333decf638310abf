import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { SuppressionsView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'suppressions');

export default async function SuppressionsPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <SuppressionsView />;
}
