import { notFound } from 'next/navigation';

/** Any address of the console that is no page. */
export default function UnknownPage() {
  notFound();
}
