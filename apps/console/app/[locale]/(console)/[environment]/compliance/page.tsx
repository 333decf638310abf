import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { ComplianceView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'compliance');

export default async function CompliancePage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <ComplianceView />;
}
