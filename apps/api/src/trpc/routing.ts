import {
  AlertMailInput,
  ConcentrationInput,
  ConsoleConcentrationLimitInput,
  ConsolePreviewSubstitutionInput,
  ConsoleSetSubstitutionsInput,
  ExplainRoutingInput,
  PreviewInput,
  QuoteInput,
  RoutingHealthInput,
  SetAlertMailInput,
  SubstitutionsInput,
} from '@signalbox/contracts';
import {
  explainRouting,
  previewRouting,
  previewSubstitution,
  quoteSend,
  readAlertMail,
  readConcentration,
  readRoutingHealth,
  readSubstitutionRules,
  saveAlertMail,
  saveConcentrationLimit,
  setSubstitutions,
} from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const routingRouter = router({
  explain: procedure('routing:read')
    .input(ExplainRoutingInput)
    .query(({ ctx, input: { environment, ...input } }) => explainRouting({ ctx: ctx.as(environment), input })),
  health: procedure('routing:read')
    .input(RoutingHealthInput)
    .query(({ ctx, input: { environment } }) => readRoutingHealth({ ctx: ctx.as(environment), input: {} })),
  alertMail: procedure('routing:read')
    .input(AlertMailInput)
    .query(({ ctx, input: { environment } }) => readAlertMail({ ctx: ctx.as(environment), input: {} })),
  setAlertMail: procedure('session:write')
    .input(SetAlertMailInput)
    .mutation(({ ctx, input: { environment, ...input } }) => saveAlertMail({ ctx: ctx.as(environment), input })),
  concentration: procedure('prices:read')
    .input(ConcentrationInput)
    .query(({ ctx, input: { environment } }) => readConcentration({ ctx: ctx.as(environment), input: {} })),
  setConcentrationLimit: procedure('prices:write')
    .input(ConsoleConcentrationLimitInput)
    .mutation(({ ctx, input: { environment, ...input } }) =>
      saveConcentrationLimit({ ctx: ctx.as(environment), input }),
    ),
  substitutions: procedure('prices:read')
    .input(SubstitutionsInput)
    .query(({ ctx, input: { environment } }) => readSubstitutionRules({ ctx: ctx.as(environment), input: {} })),
  setSubstitutions: procedure('prices:write')
    .input(ConsoleSetSubstitutionsInput)
    .mutation(({ ctx, input: { environment, ...input } }) => setSubstitutions({ ctx: ctx.as(environment), input })),
  previewSubstitution: procedure('prices:read')
    .input(ConsolePreviewSubstitutionInput)
    .query(({ ctx, input: { environment, rule } }) => previewSubstitution({ ctx: ctx.as(environment), input: rule })),
  quote: procedure('routing:read')
    .input(QuoteInput)
    .query(({ ctx, input: { environment, quote } }) => quoteSend({ ctx: ctx.as(environment), input: quote })),
  preview: procedure('routing:read')
    .input(PreviewInput)
    .query(({ ctx, input: { environment, message } }) => previewRouting({ ctx: ctx.as(environment), input: message })),
});
