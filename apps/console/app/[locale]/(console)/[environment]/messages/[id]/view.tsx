'use client';

import { LeftOutlined } from '@ant-design/icons';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { IdCell } from '#components/cells/id-cell.tsx';
import { MessageBody } from '#components/message/message-body.tsx';
import { useMessage } from '#components/message/use-message.ts';
import { PageHead } from '#components/parts/page-head.tsx';
import { usePlace } from '#components/place.tsx';
import { formatPhone } from '#format/phone.ts';

/** One message on a page of its own: "why was this routed there". */
export function MessageView(props: { id: string }) {
  const t = useTranslations();
  const { href } = usePlace();
  const to = useMessage(props.id).data?.message.to;
  return (
    <>
      <PageHead
        above={
          <Link href={href('messages')}>
            <LeftOutlined aria-hidden="true" /> {t('nav.messages')}
          </Link>
        }
        title={to === undefined ? t('message.title') : t('message.titleTo', { to: formatPhone(to) })}
        purpose={<IdCell id={props.id} />}
      />
      <MessageBody id={props.id} layout="page" />
    </>
  );
}
