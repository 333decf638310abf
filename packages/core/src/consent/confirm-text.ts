/** What the message says that asks to confirm a wish. */
export interface ConfirmText {
  list: string;
  sender: string;
  url: string;
  hours: number;
}

interface Said {
  subject: string;
  text: string;
}

/** The languages people are spoken to in; the first stands in for every other. */
export const PERSON_LOCALES = ['en', 'es', 'pt-BR', 'zh'] as const;
export type PersonLocale = (typeof PERSON_LOCALES)[number];

const WORDINGS: Readonly<Record<PersonLocale, (of: ConfirmText) => Said>> = {
  en: ({ list, sender, url, hours }) => ({
    subject: `Please confirm: ${list}`,
    text: `You asked ${sender} for “${list}”. Confirm it within ${hours} hours: ${url}\n\nIf it was not you, do nothing: nothing will be sent.`,
  }),
  es: ({ list, sender, url, hours }) => ({
    subject: `Confirma, por favor: ${list}`,
    text: `Has pedido «${list}» a ${sender}. Confírmalo en ${hours} horas: ${url}\n\nSi no has sido tú, no hagas nada: no se enviará nada.`,
  }),
  'pt-BR': ({ list, sender, url, hours }) => ({
    subject: `Confirme, por favor: ${list}`,
    text: `Você pediu “${list}” a ${sender}. Confirme em até ${hours} horas: ${url}\n\nSe não foi você, não faça nada: nada será enviado.`,
  }),
  zh: ({ list, sender, url, hours }) => ({
    subject: `请确认：${list}`,
    text: `您向 ${sender} 订阅了“${list}”。请在 ${hours} 小时内确认：${url}\n\n如果不是您本人操作，请忽略：我们不会发送任何内容。`,
  }),
};

/** The nearest language we speak: the same, then the same without its region; English when there is none. */
export function nearestLocale(wanted: string): PersonLocale {
  const lower = wanted.toLowerCase();
  const same = PERSON_LOCALES.find((locale) => locale.toLowerCase() === lower);
  const [language] = lower.split('-');
  return same ?? PERSON_LOCALES.find((locale) => locale.toLowerCase().split('-')[0] === language) ?? 'en';
}

/** The message that asks a person to confirm, in the nearest language. */
export const confirmText = (locale: string, of: ConfirmText): Said => WORDINGS[nearestLocale(locale)](of);
