'use client';

import { LoginOutlined } from '@ant-design/icons';
import { Button, Divider } from 'antd';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { AuthAlert } from '#components/auth-alert.tsx';
import { useSignOn } from '#components/other-ways.tsx';
import type { AuthFailure } from '#data/auth-call.ts';

/** The single sign-on of the organisation: who signs in by it with the address of the invitation has taken it. */
export function JoinThrough({ signOn }: { signOn: { organisation_id: string; name: string } }) {
  const t = useTranslations();
  const locale = useLocale();
  const [failure, setFailure] = useState<AuthFailure>();
  const begin = useSignOn({ next: `/${locale}` });
  return (
    <>
      <Divider plain style={{ marginBlock: 16 }}>
        {t('signIn.or')}
      </Divider>
      <AuthAlert failure={failure} />
      <Button
        size="large"
        block
        icon={<LoginOutlined />}
        onClick={async () => setFailure(await begin(signOn.organisation_id))}
      >
        {t('signIn.through', { name: signOn.name })}
      </Button>
    </>
  );
}
