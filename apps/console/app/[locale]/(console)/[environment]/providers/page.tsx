import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { ProvidersView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'providers');

export default async function ProvidersPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <ProvidersView />;
}
