import en from './en/index.ts';
import es from './es/index.ts';
import type { Locale } from './locales.ts';
import ptBR from './pt-BR/index.ts';
import zh from './zh/index.ts';

/** Every sentence of the console by key; English is the pattern the others must match. */
export type Catalogue = typeof en;

type Texts<T> = { [Key in keyof T]: T[Key] extends string ? string : Texts<T[Key]> };

const catalogues: Record<Locale, Texts<Catalogue>> = { en, zh, es, 'pt-BR': ptBR };

/** The catalogue of a language. */
export function catalogueOf(locale: Locale): Catalogue {
  return catalogues[locale] as Catalogue;
}
