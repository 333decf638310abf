import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { SendersView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'senders');

export default async function SendersPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <SendersView />;
}
