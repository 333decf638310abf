import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { PlaygroundView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'playground');

export default async function PlaygroundPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <PlaygroundView />;
}
