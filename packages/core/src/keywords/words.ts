import type { KeywordKind, StopScope } from '@signalbox/contracts';

/** A word that counts for everybody. */
export interface Keyword {
  word: string;
  kind: Exclude<KeywordKind, 'join'>;
  /** How far a stop reaches; null for what is none. */
  scope: StopScope | null;
  /** BCP 47. */
  language: string;
  /** ISO 3166-1 alpha-2 of where it counts; null is everywhere. */
  countries: readonly string[] | null;
  /** Whether it stays a stop with one or two words behind it that are nothing to us. */
  leads: boolean;
  /** A short name of `PACK_SOURCES`. */
  source: string;
  /** Since when the law says so. */
  since: string | null;
}

/** Until when the sources of the words were read. */
export const KEYWORDS_AS_OF = '2026-11-23';

const FCC = { source: 'FCC-24-24', since: '2025-04-11' };

interface More extends Partial<Pick<Keyword, 'scope' | 'countries' | 'leads' | 'since'>> {
  source: string;
}

const words = (kind: Keyword['kind'], language: string, all: readonly string[], more: More): Keyword[] =>
  all.map((word) => ({
    ...{ word, kind, language, countries: null, leads: false, since: null },
    scope: kind === 'stop' ? 'marketing' : null,
    ...more,
  }));

const stop = (language: string, all: readonly string[], more: More) => words('stop', language, all, more);
const stopAll = (language: string, all: readonly string[], more: More) =>
  words('stop', language, all, { ...more, scope: 'all' });

/**
 * The words that everybody has, by language and country, with who says so. A word that means something ordinary elsewhere counts in its own
 * countries alone. Where no document speaks for a word, its source is `Unofficial`.
 */
export const KEYWORDS: readonly Keyword[] = [
  ...stop('en', ['STOP', 'UNSUBSCRIBE', 'OPT OUT', 'REVOKE'], { ...FCC, leads: true }),
  ...stop('en', ['QUIT', 'END', 'CANCEL'], FCC),
  ...stop('en', ['REMOVE'], { source: 'AWS-Optout' }),
  ...stopAll('en', ['STOP ALL'], { source: 'Telnyx-Optout', leads: true }),
  ...stop('fr', ['ARRET'], { source: 'AWS-Optout', leads: true }),
  ...stop('fr', ['DESABONNER', 'DESINSCRIRE'], { source: 'Unofficial' }),
  ...stopAll('fr', ['STOP TOUT', 'ARRET TOUT'], { source: 'Unofficial' }),
  ...stop('es', ['ALTO', 'BAJA'], { source: 'Twilio-MX' }),
  ...stop('es', ['CANCELAR', 'PARAR', 'DARME DE BAJA'], { source: 'Unofficial' }),
  ...stopAll('es', ['BAJA TODO', 'ALTO TODO', 'CANCELAR TODO'], { source: 'Unofficial' }),
  ...stop('pt', ['SAIR', 'PARE'], { source: 'Twilio-BR', countries: ['BR', 'PT', 'AO', 'MZ'] }),
  ...stop('pt', ['DESCADASTRAR'], { source: 'Unofficial' }),
  ...stopAll('pt', ['SAIR DE TUDO', 'PARAR TUDO'], { source: 'Unofficial' }),
  ...stop('id', ['BERHENTI', 'BATAL'], { source: 'Vonage-ID' }),
  ...stop('tr', ['RET', 'IPTAL', 'DUR'], { source: 'IYS-Guide', countries: ['TR', 'CY'] }),
  ...stop('zh', ['退订', '取消订阅'], { source: 'Aliyun-Sign', leads: true }),
  ...stop('zh', ['取消', '拒收'], { source: 'Unofficial' }),
  ...stop('zh', ['T', 'TD', 'R'], { source: 'Aliyun-Sign', countries: ['CN'] }),
  ...stopAll('zh', ['全部退订', '退订全部'], { source: 'Unofficial' }),
  ...stop('ar', ['إلغاء', 'توقف'], { source: 'Unofficial' }),
  ...stop('vi', ['TC', 'HUY'], { source: 'Unofficial', countries: ['VN'] }),
  ...stop('de', ['STOPP', 'ABMELDEN'], { source: 'Unofficial' }),
  ...words('start', 'en', ['START', 'UNSTOP'], { source: 'Telnyx-Optout' }),
  ...words('start', 'es', ['ALTA', 'INICIAR'], { source: 'Unofficial' }),
  ...words('start', 'pt', ['VOLTAR', 'INICIAR'], { source: 'Unofficial', countries: ['BR', 'PT', 'AO', 'MZ'] }),
  ...words('start', 'id', ['MULAI'], { source: 'Unofficial' }),
  ...words('start', 'zh', ['恢复', '开始'], { source: 'Unofficial' }),
  ...words('help', 'en', ['HELP', 'INFO'], { source: 'CTIA' }),
  ...words('help', 'fr', ['AIDE'], { source: 'AWS-Optout' }),
  ...words('help', 'es', ['AYUDA'], { source: 'Twilio-MX' }),
  ...words('help', 'pt', ['AJUDA'], { source: 'Twilio-BR' }),
  ...words('help', 'id', ['BANTUAN'], { source: 'Vonage-ID' }),
  ...words('help', 'zh', ['帮助'], { source: 'Unofficial' }),
];

/** What people add to a stop without changing it. */
export const FILLERS: readonly string[] = [
  ...[
    'please',
    'pls',
    'plz',
    'thanks',
    'thank',
    'you',
    'thx',
    'now',
    'just',
    'ok',
    'hi',
    'hello',
    'it',
    'this',
    'these',
  ],
  ...['the', 'your', 'my', 'me', 'us', 'to', 'from', 'for', 'of', 'text', 'texts', 'txt', 'txts', 'texting'],
  ...['message', 'messages', 'msg', 'msgs', 'messaging', 'sms', 'sending', 'marketing', 'ads'],
  ...['por', 'favor', 'gracias', 'ya', 'los', 'las', 'mis', 'mensaje', 'mensajes', 'publicidad'],
  ...['obrigado', 'obrigada', 'os', 'as', 'mensagem', 'mensagens', 'svp', 'merci', 'les', 'bitte', 'danke', 'tolong'],
  ...['请', '谢谢', '短信'],
];

/** Of these, those that leave any other word what it is. */
export const POLITE: readonly string[] = ['please', 'pls', 'thanks', 'por', 'favor', 'gracias', 'obrigado', 'merci'];

/** Beside a stop they say that all of it is meant. */
export const EVERYTHING: readonly string[] = ['all', 'everything', 'todo', 'todos', 'tudo', 'tout', 'alles', '全部'];

/** And these that it is marketing, however much of it. */
export const MARKETING: readonly string[] = ['marketing', 'ads', 'publicidad', 'offers', 'ofertas', 'promo', 'promos'];

/** A word before a wish that turns it round: "do not stop". */
export const NEGATIONS: readonly string[] = [
  'dont',
  'not',
  'never',
  'no',
  'nao',
  'ne',
  'nicht',
  'jangan',
  '不要',
  '别',
];

/** Wishes in ordinary words: any reasonable manner counts (FCC 24-24), as in "please don't text me any more". */
export const PHRASES: readonly { language: string; text: string }[] = [
  ...[
    ...['dont text', 'do not text', 'dont message', 'do not message', 'dont contact', 'do not contact', 'dont send'],
    ...['do not send', 'stop texting', 'stop messaging', 'stop sending', 'stop contacting', 'quit texting'],
    ...['remove me', 'remove my number', 'take me off', 'opt me out', 'unsubscribe me', 'no more texts'],
    ...['no more messages', 'leave me alone', 'delete my number'],
  ].map((text) => ({ language: 'en', text })),
  ...[
    ...['no me escriban', 'no me escribas', 'no me envien', 'no me manden', 'dejen de enviar', 'dejen de escribir'],
    ...['dejen de mandar', 'deme de baja', 'denme de baja', 'dar de baja', 'no quiero mas mensajes'],
  ].map((text) => ({ language: 'es', text })),
  ...['nao quero mais receber', 'nao quero receber', 'parem de enviar', 'parem de mandar', 'me descadastre'].map(
    (text) => ({ language: 'pt-BR', text }),
  ),
  ...['ne plus recevoir', 'me desabonner', 'me desinscrire'].map((text) => ({ language: 'fr', text })),
  ...['keine nachrichten mehr', 'keine sms mehr'].map((text) => ({ language: 'de', text })),
  ...['不要再发', '别再发', '不想再收到', '不要给我发'].map((text) => ({ language: 'zh', text })),
];
