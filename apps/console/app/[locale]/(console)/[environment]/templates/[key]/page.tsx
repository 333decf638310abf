import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { TemplateEditor } from './view.tsx';

interface Props {
  params: Promise<{ locale: string; environment: string; key: string }>;
}

export const generateMetadata = async (props: PageProps & Props) =>
  pageTitle(props, 'templates', (await props.params).key);

export default async function TemplatePage(props: Props) {
  const { locale, key } = await props.params;
  await requireSession(locale);
  return <TemplateEditor templateKey={decodeURIComponent(key)} />;
}
