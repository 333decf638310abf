import {
  AddTemplateVersionInput,
  CreateTemplateRequest,
  DecideTemplateInput,
  DraftTranslationsInput,
  FindRecipientsInput,
  ListTemplatesQuery,
  PreviewForPersonInput,
  PreviewForSampleInput,
  PreviewTemplateRequest,
  ReadTemplateInput,
  ReadTemplateVersionInput,
  ReviewTranslationInput,
  SubmitTemplateInput,
} from '@signalbox/contracts';
import {
  addTemplateVersion,
  askDrafts,
  createTemplate,
  findRecipients,
  getTemplate,
  getTemplateVersion,
  listTemplates,
  moveTemplate,
  previewForPerson,
  previewForSample,
  previewTemplate,
  reviewTranslation,
} from '@signalbox/services';
import { procedure, router } from './procedure.ts';

/** Live and sandbox share the templates: what is done to them is done in live. */
export const templatesRouter = router({
  list: procedure('templates:read')
    .input(ListTemplatesQuery)
    .query(({ ctx, input }) => listTemplates({ ctx: ctx.as('live'), input })),
  read: procedure('templates:read')
    .input(ReadTemplateInput)
    .query(({ ctx, input }) => getTemplate({ ctx: ctx.as('live'), input })),
  readVersion: procedure('templates:read')
    .input(ReadTemplateVersionInput)
    .query(({ ctx, input }) => getTemplateVersion({ ctx: ctx.as('live'), input })),
  // A change by its method only: an address has no room for bodies.
  preview: procedure('templates:read')
    .input(PreviewTemplateRequest)
    .mutation(({ ctx, input }) => previewTemplate({ ctx: ctx.as('live'), input })),
  // A mutation because an address is told: the input of a query would stand in a URL.
  recipients: procedure('consents:read')
    .input(FindRecipientsInput)
    .mutation(({ ctx, input: { environment, ...input } }) =>
      findRecipients({ ctx: ctx.as(environment), role: ctx.role, input }),
    ),
  previewPerson: procedure('consents:read')
    .input(PreviewForPersonInput)
    .mutation(({ ctx, input: { environment, ...input } }) =>
      previewForPerson({ ctx: ctx.as(environment), role: ctx.role, input }),
    ),
  previewSample: procedure('templates:read')
    .input(PreviewForSampleInput)
    .mutation(({ ctx, input: { environment, ...input } }) => previewForSample({ ctx: ctx.as(environment), input })),
  create: procedure('templates:write')
    .input(CreateTemplateRequest)
    .mutation(({ ctx, input }) => createTemplate({ ctx: ctx.as('live'), input })),
  addVersion: procedure('templates:write')
    .input(AddTemplateVersionInput)
    .mutation(({ ctx, input }) => addTemplateVersion({ ctx: ctx.as('live'), input })),
  submit: procedure('templates:write')
    .input(SubmitTemplateInput)
    .mutation(({ ctx, input }) => moveTemplate({ ctx: ctx.as('live'), input: { ...input, move: 'submit' } })),
  draft: procedure('templates:write')
    .input(DraftTranslationsInput)
    .mutation(({ ctx, input }) => askDrafts({ ctx: ctx.as('live'), input })),
  review: procedure('templates:write')
    .input(ReviewTranslationInput)
    .mutation(({ ctx, input }) => reviewTranslation({ ctx: ctx.as('live'), input })),
  decide: procedure('templates:approve')
    .input(DecideTemplateInput)
    .mutation(({ ctx, input }) => moveTemplate({ ctx: ctx.as('live'), input })),
});
