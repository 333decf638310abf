import { z } from 'zod';
import type { Reply } from './vendor-requests.ts';

/** What a language of no people does instead of translating, for whoever tries out what goes wrong. */
const ODD = {
  qaa: 'answers after 30 seconds',
  qab: 'answers 500',
  qac: 'loses every word that ends in a digit and a letter',
} as const;
const SLOW_MS = 30_000;

/** Words of messages in some languages, in the order of WORDS; every other word stays. */
const WORDS = 'hello hi your order is ready code thank you today from our shop on its way the for and now'.split(' ');
const TABLES: Readonly<Record<string, readonly string[]>> = {
  es: 'hola hola tu pedido está listo código gracias ti hoy de nuestra tienda en su camino el para y ahora'.split(' '),
  pt: 'olá oi seu pedido está pronto código obrigado você hoje de nossa loja em seu caminho o para e agora'.split(' '),
  fr: 'bonjour salut votre commande est prête code merci vous aujourd’hui de notre boutique en son chemin la pour et maintenant'.split(
    ' ',
  ),
  de: 'hallo hi Ihre Bestellung ist bereit Code danke Sie heute von unserem Laden auf ihrem Weg die für und jetzt'.split(
    ' ',
  ),
  'zh-Hans': '你好 嗨 您的 订单 是 就绪 验证码 谢谢 您 今天 来自 我们的 商店 在 其 路上 这 为 和 现在'.split(' '),
};
const CODES = ['en', ...Object.keys(TABLES), 'it', 'id', 'hi', 'ja', ...Object.keys(ODD)];

const LANGUAGES = CODES.map((code) => ({ code, name: code, targets: CODES.filter((other) => other !== code) }));

const asked = z.object({
  q: z.union([z.string(), z.array(z.string()).max(100)]),
  source: z.string(),
  target: z.string(),
  format: z.enum(['text', 'html']).default('text'),
  api_key: z.string().optional(),
});

const refuse = (status: number, error: string): Reply => ({ status, body: { error } });

/** The answer of a service like LibreTranslate, and how long it takes; undefined for a path that is not its own. */
export function answerTranslator(
  method: string | undefined,
  path: string,
  body: Buffer | null,
  key: string,
): { reply: Reply; delayMs: number } | undefined {
  const at = (reply: Reply, delayMs = 0) => ({ reply, delayMs });
  if (method === 'GET' && path === '/translator/languages') return at({ status: 200, body: LANGUAGES });
  if (method !== 'POST' || path !== '/translator/translate') return undefined;
  if (body === null) return at(refuse(413, 'Invalid request: the request is too large'));
  const parsed = asked.safeParse(readJson(body));
  if (!parsed.success) return at(refuse(400, `Invalid request: ${parsed.error.issues[0]?.path.join('.') ?? 'body'}`));
  const { q, source, target, api_key } = parsed.data;
  if (api_key !== key) return at(refuse(403, 'Invalid API key'));
  for (const code of [source, target]) if (!CODES.includes(code)) return at(refuse(400, `${code} is not supported`));
  if (target === 'qab') return at(refuse(500, 'Cannot translate text: out of memory'));
  const say = (text: string) => translate(text, target);
  const translatedText = typeof q === 'string' ? say(q) : q.map(say);
  return at({ status: 200, body: { translatedText } }, target === 'qaa' ? SLOW_MS : 0);
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Word by word, as far as the words are known; where none is, the language stands in front. */
function translate(text: string, target: string): string {
  if (target === 'qac') return text.replace(/\S*\d[A-Za-z]\b/g, '');
  const table = TABLES[target];
  if (table === undefined) return `[${target}] ${text}`;
  return text.replace(/\p{L}+(?![\p{L}\d])/gu, (word) => {
    const said = table[WORDS.indexOf(word.toLowerCase())];
    if (said === undefined) return word;
    const isLarge = word[0] !== word[0]?.toLowerCase();
    return isLarge ? `${said[0]?.toUpperCase()}${said.slice(1)}` : said;
  });
}
