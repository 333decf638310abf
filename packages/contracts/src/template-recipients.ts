import { z } from 'zod';
import type { ComplianceAnswer } from './compliance.ts';
import { Language } from './countries.ts';
import { headerText } from './public-api.ts';
import { PreviewTemplateRequest, type TemplatePreview, type TemplateRendering } from './templates.ts';
import type { RoutingDecision } from './timeline.ts';
import { Channel, Environment } from './words.ts';

/** Most people offered at once to preview a template for. */
export const RECIPIENTS_MAX = 20;

/** `templates.recipients`: people of opt-in lists for whom a template can be looked at. */
export const FindRecipientsInput = z.strictObject({
  environment: Environment,
  channel: Channel,
  /** A part of the address; whoever may not see addresses gives the whole. Empty offers the first ones. */
  search: z.string().trim().max(320).default(''),
});
export type FindRecipientsInput = z.infer<typeof FindRecipientsInput>;

/** A person to preview for. */
export interface FoundRecipient {
  /** Names the person in a preview; good for a day. */
  recipient: string;
  /** Masked for whoever may not see addresses. */
  address: string;
  country: string | null;
  /** The language the lists know. */
  locale: string;
}
export interface FoundRecipients {
  data: FoundRecipient[];
  is_masked: boolean;
}

const asked = {
  ...PreviewTemplateRequest.shape,
  environment: Environment,
  from: headerText(320).optional(),
  /** The language a send would ask for; left out, that of the person, else of the workspace. */
  locale: Language.optional(),
};
/** `templates.previewPerson`: a content as a person of a list would get it. Each look is in the audit log. */
export const PreviewForPersonInput = z.strictObject({ ...asked, recipient: z.string().max(2000) });
/** `templates.previewSample`: the same for somebody made up. */
export const PreviewForSampleInput = z.strictObject({
  ...asked,
  channel: Channel,
  address: z.string().trim().min(1).max(320),
});
export type PreviewForPersonInput = z.infer<typeof PreviewForPersonInput>;
export type PreviewForSampleInput = z.infer<typeof PreviewForSampleInput>;

/** Where the value of a variable comes from; `missing` is one that a send must give: the sample stands in its place. */
export const ValueSource = z.enum(['given', 'person', 'missing', 'left_out']);
export type ValueSource = z.infer<typeof ValueSource>;

/** A content as one person would get it now. */
export interface PersonPreview {
  person: { address: string; channel: Channel; country: string | null; is_masked: boolean };
  language: {
    /** Which language was looked for, and who named it; null where nobody does. */
    wanted: string | null;
    named_by: 'send' | 'list' | 'workspace' | null;
    /** The one whose body is taken; null when the template says nothing by the channel. */
    taken: string | null;
  };
  variables: { name: string; source: ValueSource }[];
  /** Null when nothing can be shown; `errors` says why. */
  rendering: Omit<TemplateRendering, 'beside'> | null;
  errors: TemplatePreview['errors'];
  sender: {
    /** The one asked for, else the one of the country; null leaves it to the provider. */
    name: string | null;
    /** As phones show it where that is known to be another: the header in India. */
    shown_as: string | null;
    /** The rule of a country by which networks replace senders, in its words. */
    replaced: { rule: string; text: string } | null;
  };
  /** What all parts cost by the routes that are open now; null when none is. */
  price: RoutingDecision['price'];
  /** Whether it may go to the person at this moment; null when there is nothing to judge. */
  check: ComplianceAnswer | null;
}
