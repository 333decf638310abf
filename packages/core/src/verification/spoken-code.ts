import type { VerificationLocale } from '@signalbox/contracts';

// Who calls comes first, so that a mailbox swallows no digit; then the code, twice (domain: voice). A colon and commas are pauses to every
// voice, and a digit between two of them is read alone, in the language of the rest.
const WORDINGS: Readonly<Record<VerificationLocale, (app: string, digits: string) => string>> = {
  en: (app, digits) =>
    `This is a call from ${app}. Your code is: ${digits}. Once more, your code is: ${digits}. Do not share it with anybody.`,
  zh: (app, digits) => `这里是${app}的来电。您的验证码是：${digits}。再说一遍，您的验证码是：${digits}。请勿告知他人。`,
  es: (app, digits) =>
    `Esta es una llamada de ${app}. Tu clave es: ${digits}. La repetimos, tu clave es: ${digits}. No la compartas con nadie.`,
  'pt-BR': (app, digits) =>
    `Esta é uma ligação de ${app}. Sua chave de acesso é: ${digits}. Repetindo, sua chave de acesso é: ${digits}. Nunca a repasse a outra pessoa.`,
  hi: (app, digits) =>
    `यह ${app} की ओर से कॉल है। आपका कोड है: ${digits}। एक बार फिर, आपका कोड है: ${digits}। इसे किसी को न बताएँ।`,
  de: (app, digits) =>
    `Hier ist ein Anruf von ${app}. Ihr Code lautet: ${digits}. Noch einmal, Ihr Code lautet: ${digits}. Geben Sie ihn nicht weiter.`,
  fr: (app, digits) =>
    `Ceci est un appel de ${app}. Votre code est : ${digits}. Une fois encore, votre code est : ${digits}. Ne le donnez à personne.`,
  ar: (app, digits) => `هذه مكالمة من ${app}. رمزك هو: ${digits}. مرة أخرى، رمزك هو: ${digits}. لا تشاركه مع أحد.`,
  id: (app, digits) =>
    `Ini panggilan dari ${app}. Kode Anda adalah: ${digits}. Sekali lagi, kode Anda adalah: ${digits}. Jangan berikan kepada siapa pun.`,
  vi: (app, digits) =>
    `Đây là cuộc gọi từ ${app}. Mã của bạn là: ${digits}. Xin nhắc lại, mã của bạn là: ${digits}. Không chia sẻ mã này.`,
};

/** What a call says to bring a code: digit by digit with pauses, twice. */
export const spokenCode = (locale: VerificationLocale, { appName, code }: { appName: string; code: string }): string =>
  WORDINGS[locale](appName, [...code].join(', '));
