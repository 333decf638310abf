import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { TemplatesView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'templates');

export default async function TemplatesPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <TemplatesView />;
}
