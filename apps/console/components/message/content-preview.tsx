'use client';

import type { MessageView } from '@signalbox/contracts';
import { segmentText } from '@signalbox/core/content';
import { CallPreview } from '#components/phone/call-preview.tsx';
import { MailPreview } from '#components/phone/mail-preview.tsx';
import { SmsPreview } from '#components/phone/sms-preview.tsx';

/** The content as the person sees it: bubbles on a phone, or the mail. */
export function ContentPreview(props: { message: MessageView; isMasked: boolean }) {
  const { content, from, to } = props.message;
  if ('subject' in content)
    return (
      <MailPreview
        mail={{
          subject: content.subject,
          from: from ?? '',
          to,
          text: content.text ?? null,
          html: content.html ?? null,
        }}
      />
    );
  if ('locale' in content) return <CallPreview from={from} text={content.text} locale={content.locale} />;
  // What stands for a hidden address would be counted in its place.
  const segmented = props.isMasked ? null : segmentText(content.text);
  return <SmsPreview from={from} segmented={segmented} text={content.text} />;
}
