import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { PricesView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'prices');

export default async function PricesPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <PricesView />;
}
