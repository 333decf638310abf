'use client';

import { useTranslations } from 'use-intl';
import { Entrance } from '#components/entrance.tsx';

/** Says that this tab has done its work. */
export function SignedInView() {
  const t = useTranslations();
  return (
    <Entrance
      title={t('signIn.doneTitle')}
      purpose={t('signIn.donePurpose')}
      card={() => <p>{t('signIn.doneText')}</p>}
    />
  );
}
