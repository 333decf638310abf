import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { SecurityView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'security');

export default async function SecurityPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <SecurityView />;
}
