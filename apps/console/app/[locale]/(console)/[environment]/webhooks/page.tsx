import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { WebhooksView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'webhooks');

export default async function WebhooksPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <WebhooksView />;
}
