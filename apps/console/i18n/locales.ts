/** Languages of the console, in the order of the menu. Each has one folder here. */
export const LOCALES = ['en', 'zh', 'es', 'pt-BR'] as const;
export type Locale = (typeof LOCALES)[number];

/** The language's own name, and the tag written on <html>. */
export const LOCALE_NAMES: Record<Locale, { name: string; tag: string }> = {
  en: { name: 'English', tag: 'en' },
  zh: { name: '简体中文', tag: 'zh-CN' },
  es: { name: 'Español', tag: 'es' },
  'pt-BR': { name: 'Português (Brasil)', tag: 'pt-BR' },
};

/** True when the text names a language we have. */
export function isLocale(text: string): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

/** The best language for an Accept-Language header: the first one named that we have, English otherwise. */
export function preferredLocale(header: string | null): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((item) => {
      const [tag = '', ...rest] = item.trim().split(';');
      const quality = rest.find((part) => part.trim().startsWith('q='));
      return {
        language: tag.slice(0, 2).toLowerCase(),
        quality: quality === undefined ? 1 : Number(quality.trim().slice(2)),
      };
    })
    .sort((one, other) => other.quality - one.quality);
  const known = wanted.map(({ language }) => LOCALES.find((locale) => locale.slice(0, 2) === language));
  return known.find((locale) => locale !== undefined) ?? 'en';
}
