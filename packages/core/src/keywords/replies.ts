import type { KeywordReplyKind } from '@signalbox/contracts';
import { nearestLocale, type PersonLocale } from '../consent/confirm-text.ts';

/** What answers a keyword where the workspace has no text of its own; `{sender}` is the name of the workspace. No answer advertises anything. */
export const KEYWORD_REPLIES: Readonly<Record<PersonLocale, Readonly<Record<KeywordReplyKind, string>>>> = {
  en: {
    stop: '{sender}: You are unsubscribed and will get no more marketing texts from us. Text START to undo.',
    stop_all: '{sender}: You will get no more texts from us, except codes you ask for. Text START to undo.',
    start: '{sender}: You will get our texts again. Text STOP to end them.',
    help: '{sender}: Text STOP to end marketing texts, STOP ALL to end all texts but codes you ask for. Message frequency varies. Message and data rates may apply.',
  },
  es: {
    stop: '{sender}: Te has dado de baja y no recibirás más publicidad nuestra. Responde ALTA para volver.',
    stop_all: '{sender}: No recibirás más mensajes nuestros, salvo los códigos que pidas. Responde ALTA para volver.',
    start: '{sender}: Volverás a recibir nuestros mensajes. Responde BAJA para dejar de recibirlos.',
    help: '{sender}: Responde BAJA para no recibir publicidad, BAJA TODO para no recibir nada salvo los códigos que pidas. La frecuencia varía. Pueden aplicarse tarifas.',
  },
  'pt-BR': {
    stop: '{sender}: Você foi descadastrado e não receberá mais nossa publicidade. Responda START para voltar.',
    stop_all:
      '{sender}: Você não receberá mais nossas mensagens, exceto os códigos que pedir. Responda START para voltar.',
    start: '{sender}: Você voltará a receber nossas mensagens. Responda SAIR para parar.',
    help: '{sender}: Responda SAIR para parar a publicidade, PARAR TUDO para parar tudo, exceto os códigos que pedir. A frequência varia. Podem incidir tarifas.',
  },
  zh: {
    stop: '{sender}：您已退订，我们不会再向您发送营销短信。回复“恢复”可重新接收。',
    stop_all: '{sender}：除您主动索取的验证码外，我们不会再向您发送短信。回复“恢复”可重新接收。',
    start: '{sender}：您将重新收到我们的短信。回复“退订”可停止接收。',
    help: '{sender}：回复“退订”停止营销短信，回复“全部退订”停止除您主动索取的验证码外的所有短信。发送频率不定，可能产生短信费用。',
  },
};

const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  es: [
    'ES',
    'MX',
    'AR',
    'CO',
    'CL',
    'PE',
    'EC',
    'UY',
    'PY',
    'BO',
    'VE',
    'GT',
    'CR',
    'PA',
    'DO',
    'HN',
    'NI',
    'SV',
    'CU',
  ],
  'pt-BR': ['BR'],
  pt: ['PT', 'AO', 'MZ'],
  zh: ['CN', 'TW', 'HK', 'MO'],
  fr: ['FR', 'MC', 'SN', 'CI'],
  de: ['DE', 'AT', 'LI'],
  it: ['IT', 'SM'],
  id: ['ID'],
  tr: ['TR'],
  vi: ['VN'],
  ar: ['SA', 'AE', 'QA', 'KW', 'BH', 'OM', 'JO', 'EG'],
};
const LANGUAGE_OF = new Map(
  Object.entries(SPOKEN).flatMap(([locale, countries]) =>
    countries.map((country): [string, string] => [country, locale]),
  ),
);

/** How the language of an answer is known, the surest first. */
export interface ReplyLanguage {
  /** The language the person signed up in. */
  person: string | null;
  /** The language of the keyword. */
  keyword: string | null;
  country: string | null;
}

/** The language to answer in. English keywords say nothing: STOP is written everywhere. */
export const replyLocale = ({ person, keyword, country }: ReplyLanguage): string =>
  person ?? (keyword === null || keyword === 'en' ? (LANGUAGE_OF.get(country ?? '') ?? 'en') : keyword);

/** A text of the workspace's own. */
export interface OwnReply {
  kind: KeywordReplyKind;
  locale: string;
  text: string;
}

/** The text that answers: the workspace's own in the language or its nearest, else that of the house in the nearest it has. */
export function replyText(
  kind: KeywordReplyKind,
  { locale, sender, own }: { locale: string; sender: string; own: readonly OwnReply[] },
): { locale: string; text: string } {
  const mine = own.filter((one) => one.kind === kind);
  const [language] = locale.toLowerCase().split('-');
  const found =
    mine.find((one) => one.locale.toLowerCase() === locale.toLowerCase()) ??
    mine.find((one) => one.locale.toLowerCase().split('-')[0] === language);
  const house = nearestLocale(locale);
  const { locale: used, text } = found ?? { locale: house, text: KEYWORD_REPLIES[house][kind] };
  return { locale: used, text: text.replaceAll('{sender}', sender) };
}
