import {
  ApprovalInput,
  AskAuditExportInput,
  AskConsentProofInput,
  AskListExportInput,
  AskPersonCopyInput,
  AskRevealInput,
  AskRuleInput,
  AskSenderInput,
  DecideApprovalInput,
} from '@signalbox/contracts';
import { askApproval, decideApproval, listApprovals, listEndedApprovals, withdrawApproval } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

// Of both environments: what waits is not lost from sight by looking at the other one. Templates, weights and erasures are decided by the
// procedures of their kind. Whoever may do a thing asks for it; who decides is judged by what was asked.
export const approvalsRouter = router({
  list: procedure('session:read').query(({ ctx }) => listApprovals({ ctx: ctx.as('live'), input: { role: ctx.role } })),
  ended: procedure('session:read').query(({ ctx }) =>
    listEndedApprovals({ ctx: ctx.as('live'), input: { role: ctx.role } }),
  ),
  askSender: procedure('countries:write')
    .input(AskSenderInput)
    .mutation(({ ctx, input }) => askApproval({ ctx: ctx.as('live'), input })),
  askRule: procedure('compliance:write')
    .input(AskRuleInput)
    .mutation(({ ctx, input }) => askApproval({ ctx: ctx.as('live'), input })),
  askPersonCopy: procedure('people:export')
    .input(AskPersonCopyInput)
    .mutation(({ ctx, input }) => askApproval({ ctx: ctx.as(input.wanted.environment), input })),
  askListExport: procedure('consents:read')
    .input(AskListExportInput)
    .mutation(({ ctx, input }) => askApproval({ ctx: ctx.as(input.wanted.environment), input })),
  askAuditExport: procedure('audit:read')
    .input(AskAuditExportInput)
    .mutation(({ ctx, input }) => askApproval({ ctx: ctx.as('live'), input })),
  askConsentProof: procedure('consents:read')
    .input(AskConsentProofInput)
    .mutation(({ ctx, input }) => askApproval({ ctx: ctx.as(input.wanted.environment), input })),
  askReveal: procedure('people:reveal')
    .input(AskRevealInput)
    .mutation(({ ctx, input }) => askApproval({ ctx: ctx.as(input.wanted.environment), input })),
  decide: procedure('session:write')
    .input(DecideApprovalInput)
    .mutation(({ ctx, input }) => decideApproval({ ctx: ctx.as('live'), input: { role: ctx.role, decision: input } })),
  withdraw: procedure('session:write')
    .input(ApprovalInput)
    .mutation(({ ctx, input }) => withdrawApproval({ ctx: ctx.as('live'), input: { role: ctx.role, id: input.id } })),
});
