import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { ApprovalsView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'approvals');

export default async function ApprovalsPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <ApprovalsView />;
}
