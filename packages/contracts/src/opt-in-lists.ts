import { z } from 'zod';
import { ConsentProof, Wording } from './consents.ts';
import { headerText, LanguageTag, Slug } from './public-api.ts';
import { Channel, Environment } from './words.ts';

/** How a person stands to a list. `pending` waits for its confirmation, `expired` has waited too long. */
export const MemberState = z.enum(['pending', 'confirmed', 'withdrawn', 'expired']);
export type MemberState = z.infer<typeof MemberState>;

const Wordings = z
  .record(LanguageTag, Wording)
  .refine((given) => Object.keys(given).length > 0, { error: 'needs the wording of one language at least' });

const hourlyLimit = z
  .int()
  .min(1)
  .max(100_000)
  .describe('How many people it takes in an hour: each of them costs a message that asks to confirm.');

/** The page of a list on which anybody can ask to be on it. */
export const SignUpPage = z.strictObject({ open: z.boolean(), hourly_limit: hourlyLimit.default(500) });
export type SignUpPage = z.infer<typeof SignUpPage>;

/** Body of `POST /v1/lists`: a list people opt in to. */
export const CreateListRequest = z.strictObject({
  name: headerText(80),
  channel: Channel.exclude(['voice']).describe(
    'sms or email: who is asked to confirm gets a link, and a call carries none.',
  ),
  purpose: Slug.default('marketing'),
  topic: Slug.optional().describe(
    'What within the purpose the list is about; people can leave it and keep the others. Left out, whoever leaves the list leaves all of the purpose.',
  ),
  opt_in: z
    .enum(['single', 'double'])
    .default('double')
    .describe('With double a person is on the list once the link that was sent has been confirmed.'),
  confirm_within_hours: z.int().min(1).max(720).default(72),
  from: headerText(320).optional().describe('Who asks for the confirmation; left out, the sender of the provider.'),
  wordings: Wordings.describe('What people are shown when they opt in, by language.'),
  sign_up: SignUpPage.optional().describe(
    'A page of ours where people ask to be on the list. It needs double opt-in, since anybody can type the address of anybody.',
  ),
});
export type CreateListRequest = z.infer<typeof CreateListRequest>;

/** Body of `PATCH /v1/lists/{id}`: what can change of a list. What people were shown before stays in the ledger. */
export const ChangeListRequest = z
  .strictObject({
    name: headerText(80).optional(),
    opt_in: z.enum(['single', 'double']).optional(),
    confirm_within_hours: z.int().min(1).max(720).optional(),
    wordings: Wordings.optional(),
    sign_up: z.strictObject({ open: z.boolean(), hourly_limit: hourlyLimit.optional() }).optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { error: 'names nothing to change' });
export type ChangeListRequest = z.infer<typeof ChangeListRequest>;

/** A list with how many people stand how to it. */
export const ListView = z.object({
  id: z.string(),
  name: z.string(),
  channel: Channel,
  environment: Environment,
  purpose: z.string(),
  topic: z.string().nullable(),
  opt_in: z.enum(['single', 'double']),
  confirm_within_hours: z.int(),
  from: z.string().nullable(),
  wordings: z.record(z.string(), Wording),
  sign_up: z.object({
    open: z.boolean(),
    hourly_limit: z.int(),
    /** Where the page is, or will be once it is open; null where no public address is set. */
    url: z.string().nullable(),
  }),
  members: z.object({ pending: z.int(), confirmed: z.int(), withdrawn: z.int(), expired: z.int() }),
  created_at: z.string(),
});
export type ListView = z.infer<typeof ListView>;

/** The lists of an environment, by name. */
export const ListsView = z.object({ data: z.array(ListView) });
export type ListsView = z.infer<typeof ListsView>;

/** Body of `POST /v1/lists/{id}/members`: a person asks to be on the list. */
export const AddMemberRequest = z.strictObject({
  address: z.string().min(1).max(320),
  source: headerText(200),
  locale: LanguageTag.optional().describe(
    'The language of the wording the person was shown; left out, the first of the list.',
  ),
  proof: ConsentProof.optional(),
});
export type AddMemberRequest = z.infer<typeof AddMemberRequest>;

/** A person of a list. */
export const MemberOfList = z.object({
  address: z.string(),
  state: MemberState,
  locale: z.string(),
  source: z.string(),
  since: z.string(),
  /** Until when the link to confirm is good; null when none is open. */
  confirm_by: z.string().nullable(),
  /** The message that asks for the confirmation. */
  message_id: z.string().nullable(),
  /** The entry of the ledger that made the state. */
  consent_id: z.string().nullable(),
});
export type MemberOfList = z.infer<typeof MemberOfList>;

/** Which people of a list to show. */
export const ListMembersQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1000).default(50),
  cursor: z.string().max(700).optional(),
  state: MemberState.optional(),
});
export type ListMembersQuery = z.infer<typeof ListMembersQuery>;

/** One page of people, by address. */
export const MemberPage = z.object({ data: z.array(MemberOfList), next_cursor: z.string().nullable() });
export type MemberPage = z.infer<typeof MemberPage>;
