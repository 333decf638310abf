import { z } from 'zod';
import { headerText, LanguageTag } from './public-api.ts';

/** Most entries of a glossary. */
export const GLOSSARY_MAX = 1000;

const words = headerText(100).trim();

/** What a fixed term is called in a language: always the same, or as it is. */
export const GlossaryTerm = z.strictObject({
  term: words.refine((text) => /[\p{L}\p{N}]/u.test(text), { error: 'needs a letter or digit' }),
  locale: LanguageTag.nullable()
    .default(null)
    .describe(
      'The language it is for, with those that begin with it; null is every language without an entry of its own.',
    ),
  translation: words
    .refine((text) => text !== '', { error: 'must not be empty' })
    .nullable()
    .default(null)
    .describe('What it is called there; null says that it is never translated.'),
});
export type GlossaryTerm = z.infer<typeof GlossaryTerm>;

/** Names an entry. */
export const GlossaryPlace = GlossaryTerm.omit({ translation: true });
export type GlossaryPlace = z.infer<typeof GlossaryPlace>;

/** Body of `PUT /v1/glossary/{term}`. */
export const SetGlossaryTermRequest = GlossaryTerm.omit({ term: true });
export type SetGlossaryTermRequest = z.infer<typeof SetGlossaryTermRequest>;

/** The glossary of a workspace, by term; live and sandbox share it. */
export const GlossaryView = z.object({ data: z.array(GlossaryTerm) });
export type GlossaryView = z.infer<typeof GlossaryView>;
