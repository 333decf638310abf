import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { OverviewView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'overview');

export default async function OverviewPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <OverviewView />;
}
