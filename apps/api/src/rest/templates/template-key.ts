import { z } from 'zod';

/** The path of a template. */
export const TemplateKeyParams = z.object({ key: z.string().max(64).describe('Key of the template.') });

/** The path of a version. */
export const TemplateVersionParams = TemplateKeyParams.extend({
  version: z.coerce.number().int().min(1).describe('Number of the version, counted from 1.'),
});
