import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { HealthView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'health');

export default async function HealthPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <HealthView />;
}
