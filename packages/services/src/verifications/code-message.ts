import type { Channel, Environment, VerificationLocale } from '@signalbox/contracts';
import { encodeId } from '@signalbox/contracts';
import { codeText, countParts, maskCode, spokenCode } from '@signalbox/core';
import type { NewMessage } from '@signalbox/db';
import { bodyPlace } from '../messages/sealed-body.ts';
import type { Sealer } from '../secrets.ts';

/** A code and the way it goes out this time. */
export interface CodeSend {
  messageId: string;
  verificationId: string;
  workspace: number;
  environment: Environment;
  apiKey: number | null;
  channel: Channel;
  address: string;
  country: string | null;
  sender: string | null;
  appName: string;
  locale: VerificationLocale;
  domain: string | null;
  code: string;
  /** When the code ends, and how long it is still good for, in milliseconds. */
  expiresAtMs: number;
  leftMs: number;
}

/** The place a sealed code belongs to. */
export const codePlace = (verificationId: string): string => `otp_verification/${verificationId}`;

/** The message that carries a code: its text is stored sealed, and masked for everybody who reads it here. */
export function codeMessage(sealer: Sealer, send: CodeSend): NewMessage {
  const { messageId, channel, code, locale, appName, domain } = send;
  const minutes = Math.max(1, Math.floor(send.leftMs / 60_000));
  // A mail is read on any page, and browsers take the origin-bound line from texts only.
  const say = (shown: string) =>
    channel === 'voice'
      ? { subject: null, text: spokenCode(locale, { appName, code: shown }) }
      : codeText(locale, { appName, code: shown, minutes, domain: channel === 'sms' ? domain : null });
  const { subject, text } = say(code);
  return {
    id: messageId,
    workspace: send.workspace,
    environment: send.environment,
    class: 'otp',
    channel,
    apiKey: send.apiKey,
    address: send.address,
    country: send.country,
    sender: send.sender,
    subject: channel === 'email' ? subject : null,
    body: say(maskCode(code)).text,
    html: null,
    parts: channel === 'sms' ? countParts(text) : null,
    clientRef: null,
    metadata: { verification_id: encodeId('verification', send.verificationId) },
    sendAtMs: null,
    expiresAtMs: send.expiresAtMs,
    maxPriceMicros: null,
    maxPriceCurrency: null,
    sealedBody: sealer.seal(text, bodyPlace(messageId)),
    // Whoever ends this message asks what becomes of the verification.
    sentFor: send.verificationId,
    template: null,
    topic: null,
    locale: channel === 'voice' ? locale : null,
  };
}
