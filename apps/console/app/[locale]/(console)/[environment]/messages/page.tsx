import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { LogView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'messages');

export default async function LogPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <LogView />;
}
