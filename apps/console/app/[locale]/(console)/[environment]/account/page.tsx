import { type PageProps, pageTitle } from '#data/page-title.ts';
import { requireSession } from '#data/session.ts';
import { AccountView } from './view.tsx';

export const generateMetadata = (props: PageProps) => pageTitle(props, 'account');

export default async function AccountPage(props: PageProps) {
  await requireSession((await props.params).locale);
  return <AccountView />;
}
