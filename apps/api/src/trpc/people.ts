import {
  ConsoleCertificateInput,
  ConsoleDecideErasureInput,
  ConsoleErasePersonInput,
  ConsoleExportPersonInput,
  ConsoleFindPersonInput,
  ConsoleKeptInput,
  ConsoleLiftRestrictionInput,
  ConsoleObjectInput,
  ConsolePersonRequestsInput,
  ConsoleRectifyPersonInput,
  ConsoleRestrictPersonInput,
  ConsoleVerifyCertificateInput,
} from '@signalbox/contracts';
import {
  decideErasure,
  erasePerson,
  exportPerson,
  findPerson,
  liftRestriction,
  listPersonRequests,
  objectToMarketing,
  readCertificate,
  readKept,
  rectifyPerson,
  restrictPerson,
  verifyCertificate,
} from '@signalbox/services';
import { procedure, router } from './procedure.ts';

// Mutations wherever an address is told: the input of a query would stand in a URL.
export const peopleRouter = router({
  find: procedure('people:read')
    .input(ConsoleFindPersonInput)
    .mutation(({ ctx, input }) => findPerson({ ctx: ctx.as(input.environment), input: input.person })),
  export: procedure('people:export')
    .input(ConsoleExportPersonInput)
    .mutation(({ ctx, input }) => exportPerson({ ctx: ctx.as(input.environment), input: input.person })),
  erase: procedure('people:erase')
    .input(ConsoleErasePersonInput)
    .mutation(({ ctx, input }) => erasePerson({ ctx: ctx.as(input.environment), input: input.person })),
  restrict: procedure('suppressions:write')
    .input(ConsoleRestrictPersonInput)
    .mutation(({ ctx, input }) => restrictPerson({ ctx: ctx.as(input.environment), input: input.person })),
  lift: procedure('suppressions:write')
    .input(ConsoleLiftRestrictionInput)
    .mutation(({ ctx, input: { environment, id, lift } }) =>
      liftRestriction({ ctx: ctx.as(environment), input: { ...lift, id } }),
    ),
  rectify: procedure('consents:write')
    .input(ConsoleRectifyPersonInput)
    .mutation(({ ctx, input }) => rectifyPerson({ ctx: ctx.as(input.environment), input: input.person })),
  object: procedure('suppressions:write')
    .input(ConsoleObjectInput)
    .mutation(({ ctx, input }) => objectToMarketing({ ctx: ctx.as(input.environment), input: input.person })),
  decide: procedure('people:erase')
    .input(ConsoleDecideErasureInput)
    .mutation(({ ctx, input }) => decideErasure({ ctx: ctx.as(input.environment), input: input.answer })),
  requests: procedure('people:read')
    .input(ConsolePersonRequestsInput)
    .query(({ ctx, input: { environment, ...input } }) => listPersonRequests({ ctx: ctx.as(environment), input })),
  certificate: procedure('people:read')
    .input(ConsoleCertificateInput)
    .query(({ ctx, input }) => readCertificate({ ctx: ctx.as(input.environment), input: { id: input.id } })),
  verify: procedure('people:read')
    .input(ConsoleVerifyCertificateInput)
    .mutation(({ ctx, input }) => verifyCertificate({ ctx: ctx.as(input.environment), input: input.check })),
  kept: procedure('people:read')
    .input(ConsoleKeptInput)
    .query(({ ctx, input }) => readKept({ ctx: ctx.as(input.environment), input: {} })),
});
