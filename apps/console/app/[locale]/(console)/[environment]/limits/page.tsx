import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { LimitsView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'limits');

export default async function LimitsPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <LimitsView />;
}
