import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { ImportDetail } from './view.tsx';

interface Props {
  params: Promise<{ locale: string; environment: string; id: string }>;
}

export const generateMetadata = async (props: PageProps & Props) => pageTitle(props, 'lists', (await props.params).id);

export default async function ImportPage(props: Props) {
  const { locale, id } = await props.params;
  await requireSession(locale);
  return <ImportDetail id={id} />;
}
