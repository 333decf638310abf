import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { VerificationsView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'verifications');

export default async function VerificationsPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <VerificationsView />;
}
