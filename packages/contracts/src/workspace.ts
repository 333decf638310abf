import { z } from 'zod';
import { SecondPersonKind } from './approvals.ts';
import { Currency, Language, TimeZone } from './countries.ts';

/** The name of a workspace or an organisation. */
export const WorkspaceName = z.string().trim().min(1).max(60);

/** What becomes of links that lead to no allowed domain: nothing, a warning in the answer of the send, or a refusal. */
export const LinkRule = z.enum(['any', 'warn', 'refuse']);
export type LinkRule = z.infer<typeof LinkRule>;

/** Most allowed domains of a workspace. */
export const LINK_DOMAINS_MAX = 200;

const linkDomains = z
  .array(z.string().trim().min(1).max(253))
  .max(LINK_DOMAINS_MAX)
  .describe('Domains that links may lead to, such as acme.com; what is below one of them is allowed too.');

/** The settings of a workspace. */
export const WorkspaceSettings = z.strictObject({
  name: WorkspaceName,
  home_region: z.string().max(60).describe('Where its data lives: a region of this installation.'),
  default_currency: Currency.describe('Currency (ISO 4217) of price limits that name none.'),
  time_zone: TimeZone.describe(
    'Zone of the business (IANA): of the times and days that the console shows, and of the opening hours of mail.',
  ),
  default_language: Language.describe('Language (BCP 47) of customers nothing else is known of.'),
  second_person_for: z
    .array(SecondPersonKind)
    .max(SecondPersonKind.options.length)
    .describe(
      'What takes force only when a second person approves it: versions of `templates`, `erasures` of people, changes of `senders`, what the workspace says of rules of country `packs`, `exports` of personal data, and `reveals` of masked addresses in the console. API keys then do none of them.',
    ),
  links: LinkRule.describe(
    'What becomes of links in messages and templates that lead to no domain of `link_domains`: `any` lets them go, `warn` says so in the answer of the send, `refuse` refuses it.',
  ),
  link_domains: linkDomains,
});

/** Body of `PATCH /v1/workspace`: what is left out stays as it is. */
export const UpdateWorkspaceRequest = WorkspaceSettings.partial().refine((change) => Object.keys(change).length > 0, {
  error:
    'name at least one of name, home_region, default_currency, time_zone, default_language, second_person_for, links and link_domains',
});
export type UpdateWorkspaceRequest = z.infer<typeof UpdateWorkspaceRequest>;

/** The workspace of a key or a session, with its settings and whose it is. */
export const WorkspaceView = z.object({
  id: z.string(),
  name: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  /** Where its data lives; null is wherever the installation runs. */
  home_region: z.string().nullable(),
  default_currency: z.string(),
  time_zone: z.string(),
  default_language: z.string(),
  second_person_for: z.array(SecondPersonKind),
  links: LinkRule,
  link_domains: z.array(z.string()),
  created_at: z.string(),
  /** The regions of this installation. */
  regions: z.array(z.string()),
});
export type WorkspaceView = z.infer<typeof WorkspaceView>;
