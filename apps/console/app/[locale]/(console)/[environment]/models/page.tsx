import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { ModelsView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'models');

export default async function ModelsPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <ModelsView />;
}
