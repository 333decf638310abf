import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { AuditView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'audit');

export default async function AuditPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <AuditView />;
}
