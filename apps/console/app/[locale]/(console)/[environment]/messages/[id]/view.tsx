'use client';

import { LeftOutlined } from '@ant-design/icons';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { CopyButton } from '#components/cells/copy-button.tsx';
import { MessageBody } from '#components/message/message-body.tsx';
import { PageHead } from '#components/parts/page-head.tsx';
import { usePlace } from '#components/place.tsx';

/** One message on a page of its own: "why was this routed there". */
export function MessageView(props: { id: string }) {
  const t = useTranslations();
  const { href } = usePlace();
  return (
    <>
      <PageHead
        above={
          <Link href={href('messages')}>
            <LeftOutlined aria-hidden="true" /> {t('nav.messages')}
          </Link>
        }
        title={t('message.title')}
        purpose={t('message.purpose')}
        actions={
          <CopyButton type="default" text={props.id} what={props.id}>
            {t('message.copyId')}
          </CopyButton>
        }
      />
      <MessageBody id={props.id} layout="page" />
    </>
  );
}
