import type { VerificationLocale } from '@signalbox/contracts';

/** What a code message says. */
export interface CodeText {
  appName: string;
  code: string;
  /** Whole minutes the code is good for. */
  minutes: number;
  /** Host of the page that asks for the code; null for a text without the line browsers read. */
  domain: string | null;
}

interface Wording {
  /** A subject names nobody's code: it is shown on locked screens. */
  subject: (appName: string) => string;
  text: (appName: string, code: string, minutes: number) => string;
}

// The name, the code, how long it lives, and that nobody else needs it (domain: OTP requirements). The languages of Latin script but
// Vietnamese keep to the GSM 7-bit alphabet by their choice of words, so that a text is one part.
const WORDINGS: Readonly<Record<VerificationLocale, Wording>> = {
  en: {
    subject: (app) => `Your ${app} code`,
    text: (app, code, minutes) => `${code} is your ${app} code. It expires in ${minutes} min. Do not share it.`,
  },
  zh: {
    subject: (app) => `您的 ${app} 验证码`,
    text: (app, code, minutes) => `【${app}】验证码 ${code}，${minutes} 分钟内有效。请勿告知他人。`,
  },
  es: {
    subject: (app) => `Tu clave de ${app}`,
    text: (app, code, minutes) => `${code} es tu clave de ${app}. Vence en ${minutes} min. No la compartas con nadie.`,
  },
  'pt-BR': {
    subject: (app) => `Sua chave de acesso ${app}`,
    text: (app, code, minutes) =>
      `${code} é sua chave de acesso ${app}. Vale por ${minutes} min. Nunca a repasse a outra pessoa.`,
  },
  hi: {
    subject: (app) => `आपका ${app} कोड`,
    text: (app, code, minutes) => `${code} आपका ${app} कोड है। ${minutes} मिनट तक मान्य। किसी को न बताएँ।`,
  },
  de: {
    subject: (app) => `Ihr Code für ${app}`,
    text: (app, code, minutes) =>
      `${code} ist Ihr Code für ${app}. Er gilt ${minutes} Min. Geben Sie ihn nicht weiter.`,
  },
  fr: {
    subject: (app) => `Votre code ${app}`,
    text: (app, code, minutes) => `${code} est votre code ${app}. Valable ${minutes} min. Ne le donnez à personne.`,
  },
  ar: {
    subject: (app) => `رمز ${app} الخاص بك`,
    text: (app, code, minutes) => `رمز ${app} الخاص بك: ${code}. الصلاحية بالدقائق: ${minutes}. لا تشاركه مع أحد.`,
  },
  id: {
    subject: (app) => `Kode ${app} Anda`,
    text: (app, code, minutes) =>
      `${code} adalah kode ${app} Anda. Berlaku ${minutes} menit. Jangan berikan kepada siapa pun.`,
  },
  vi: {
    subject: (app) => `Mã ${app} của bạn`,
    text: (app, code, minutes) => `${code} là mã ${app} của bạn. Hiệu lực ${minutes} phút. Không chia sẻ mã này.`,
  },
};

/**
 * The subject and the text of a code message. With a domain the text ends with the origin-bound line `@host #code` (WICG draft of 2021),
 * from which a browser fills the code in on that host's pages and on no others.
 */
export function codeText(
  locale: VerificationLocale,
  { appName, code, minutes, domain }: CodeText,
): { subject: string; text: string } {
  const wording = WORDINGS[locale];
  const text = wording.text(appName, code, minutes);
  return {
    subject: wording.subject(appName),
    text: domain === null ? text : `${text}\n\n@${domain} #${code}`,
  };
}

/** What stands in the place of a code wherever it is kept or shown: as long as the code, so that the parts of a text are the same. */
export const maskCode = (code: string): string => '*'.repeat(code.length);

/** A text with whatever may be a code in it masked, for those who read what somebody else's program wrote. */
export const maskCodes = (text: string): string => text.replace(/\d{4,10}/g, maskCode);

/** As maskCodes, for what is spoken: there a code is said digit by digit, with anything in between. */
export const maskSpokenCodes = (text: string): string => text.replace(/\d/g, maskCode);
