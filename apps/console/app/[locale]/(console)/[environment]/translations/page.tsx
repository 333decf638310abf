import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { TranslationsView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'translations');

export default async function TranslationsPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <TranslationsView />;
}
