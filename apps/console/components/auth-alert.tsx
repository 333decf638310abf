'use client';

import { Alert } from 'antd';
import { useTranslations } from 'use-intl';
import type { AuthFailure } from '#data/auth-call.ts';

/** What went wrong with a call of the sign-in, above the form it came from. */
export function AuthAlert(props: { failure: AuthFailure | undefined }) {
  const t = useTranslations();
  if (props.failure === undefined) return null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t(`signIn.failure.${props.failure}`)}
      style={{ marginBottom: 16 }}
    />
  );
}
