import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { SendView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'send');

export default async function SendPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <SendView />;
}
