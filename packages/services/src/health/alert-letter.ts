import type { AlertKind, Locale } from '@signalbox/contracts';
import type { SystemMail } from '../access/system-mail.ts';

/** An alert as a mail tells it. */
export interface ToldAlert {
  route: string;
  /** ISO 3166-1 alpha-2; null for the route as a whole. */
  country: string | null;
  kind: AlertKind;
  startedAtMs: number;
  endedAtMs: number | null;
}

interface Words {
  kinds: Readonly<Record<AlertKind, string>>;
  everywhere: string;
  stands: (from: string) => string;
  over: (from: string, until: string) => string;
  isOver: string;
  many: (count: number) => string;
  foot: (link: string) => string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  en: {
    kinds: {
      breaker_open: 'it failed too often and is left for a while',
      forging: 'its receipts are forged and are not believed',
      outlier: 'it does much worse than the others',
      model_drift: 'its messages arrive otherwise than the success model foretells',
      experiment_stopped: 'an experiment that gave it more was stopped by a guardrail',
    },
    everywhere: 'everywhere',
    stands: (from) => `since ${from}`,
    over: (from, until) => `over: ${from} to ${until}`,
    isOver: 'Over',
    many: (count) => `${count} alerts about routes`,
    foot: (link) => `How the routes are, and which alerts you get by mail: ${link}`,
  },
  zh: {
    kinds: {
      breaker_open: '失败过多，暂时停用',
      forging: '其回执是伪造的，不予采信',
      outlier: '表现远差于其他路由',
      model_drift: '其送达情况与成功率模型的预测不再相符',
      experiment_stopped: '给它更多流量的实验被防护限制停止',
    },
    everywhere: '所有国家/地区',
    stands: (from) => `自 ${from} 起`,
    over: (from, until) => `已结束：${from} 至 ${until}`,
    isOver: '已结束',
    many: (count) => `${count} 条路由警报`,
    foot: (link) => `查看路由状况以及您通过邮件收到哪些警报：${link}`,
  },
  es: {
    kinds: {
      breaker_open: 'falló demasiado y se deja por un tiempo',
      forging: 'sus recibos son falsos y no se creen',
      outlier: 'va mucho peor que las demás',
      model_drift: 'sus mensajes llegan de otro modo que el que predice el modelo de éxito',
      experiment_stopped: 'un límite de seguridad detuvo un experimento que le daba más',
    },
    everywhere: 'en todas partes',
    stands: (from) => `desde ${from}`,
    over: (from, until) => `terminó: de ${from} a ${until}`,
    isOver: 'Terminó',
    many: (count) => `${count} alertas sobre rutas`,
    foot: (link) => `Cómo están las rutas y qué alertas recibe por correo: ${link}`,
  },
  'pt-BR': {
    kinds: {
      breaker_open: 'falhou demais e fica de fora por um tempo',
      forging: 'seus recibos são falsos e não são acreditados',
      outlier: 'vai muito pior que as demais',
      model_drift: 'suas mensagens chegam de outro modo que o modelo de sucesso prevê',
      experiment_stopped: 'um limite de segurança parou um experimento que lhe dava mais',
    },
    everywhere: 'em toda parte',
    stands: (from) => `desde ${from}`,
    over: (from, until) => `terminou: de ${from} a ${until}`,
    isOver: 'Terminou',
    many: (count) => `${count} alertas sobre rotas`,
    foot: (link) => `Como estão as rotas e quais alertas você recebe por e-mail: ${link}`,
  },
};

// More are counted: a mail is read, a list of hundreds is not.
const MOST_LINES = 50;

/** The mail about one alert, or a digest of several, in the language of the reader and the zone of the workspace. */
export function writeAlertLetter(
  locale: Locale,
  {
    workspace,
    alerts,
    link,
    timeZone,
  }: { workspace: string; alerts: readonly ToldAlert[]; link: string; timeZone: string },
): Omit<SystemMail, 'to'> {
  const words = WORDS[locale];
  const times = new Intl.DateTimeFormat(locale, {
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone,
  });
  const at = (ms: number) => `${times.format(ms)} (${timeZone})`;
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const titleOf = ({ route, country, kind }: ToldAlert) =>
    `${route} (${country === null ? words.everywhere : (names.of(country) ?? country)}): ${words.kinds[kind]}`;
  const lineOf = (alert: ToldAlert) => {
    const { startedAtMs, endedAtMs } = alert;
    const when = endedAtMs === null ? words.stands(at(startedAtMs)) : words.over(at(startedAtMs), at(endedAtMs));
    return oneLine(`- ${titleOf(alert)}; ${when}`);
  };
  const [first] = alerts;
  const subject =
    alerts.length === 1 && first !== undefined
      ? `${first.endedAtMs === null ? '' : `${words.isOver}: `}${titleOf(first)}`
      : words.many(alerts.length);
  const lines = alerts.slice(0, MOST_LINES).map(lineOf);
  const rest = alerts.length > MOST_LINES ? [`- … ${alerts.length - MOST_LINES}`] : [];
  return {
    subject: oneLine(`${workspace}: ${subject}`),
    text: `${[...lines, ...rest].join('\n')}\n\n${words.foot(link)}\n`,
  };
}

/** Names are what people typed: none of them begins a line of its own. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');
