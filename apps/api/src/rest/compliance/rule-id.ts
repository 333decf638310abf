import { z } from 'zod';

/** The path of a rule: the id it has in the pack of its country. */
export const RuleId = z.object({
  rule: z.string().max(60).describe('Id of a rule, such as `SA.hours`, as the pack of its country names it.'),
});
