import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { WorkspaceView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'workspace');

export default async function WorkspacePage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <WorkspaceView />;
}
