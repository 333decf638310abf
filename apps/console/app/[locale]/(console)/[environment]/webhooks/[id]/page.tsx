import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { WebhookDetail } from './view.tsx';

interface Props {
  params: Promise<{ locale: string; environment: string; id: string }>;
}

export const generateMetadata = async (props: PageProps & Props) =>
  pageTitle(props, 'webhooks', (await props.params).id);

export default async function WebhookPage(props: Props) {
  const { locale, id } = await props.params;
  await requireSession(locale);
  return <WebhookDetail id={id} />;
}
