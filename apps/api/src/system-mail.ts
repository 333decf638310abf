import type { SendSystemMail } from '@signalbox/services';
import type { Transporter } from 'nodemailer';

/** How long the mail server may take for each step of a mail, in milliseconds: whoever invites waits for it. */
export const MAIL_TIMEOUTS = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 } as const;

/** Sends mails of the system by a transport of nodemailer, from one sender; marked as automatic, so that no absence note answers. */
export function createSystemMail(transport: Pick<Transporter, 'sendMail'>, from: string): SendSystemMail {
  return async (mail) => {
    await transport.sendMail({
      from,
      ...mail,
      headers: { 'Auto-Submitted': 'auto-generated' },
      // Nothing of a mail is read from a file or an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
}
