import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { DltView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'dlt');

export default async function DltPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <DltView />;
}
