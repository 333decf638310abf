import type { QuietWish } from '@signalbox/contracts';
import type { RequestContext, Services } from '../context.ts';
import type { PersonLink } from './links.ts';

/** Who knocks at a page of a person: the token of the link and what the browser says of itself. */
export interface PersonCall {
  services: Services;
  token: string;
  requestId: string;
  /** IP address. */
  address: string;
  userAgent: string;
}

/** What a person does: leaves everything, leaves or joins again one list or topic, takes back having left everything, confirms, or says when no marketing is wanted. */
export type PersonAct = PersonChoice | { act: 'undo' } | { act: 'confirm' } | { act: 'hours'; hours: QuietWish };

/** Of these, what is a choice among what is there. */
export type PersonChoice =
  | { act: 'leave_all' | 'one_click' }
  | { act: 'leave' | 'stay'; list: string }
  | { act: 'leave' | 'stay'; topic: string };

/** A call whose link is good. */
export interface Opened {
  ctx: RequestContext;
  link: PersonLink;
}
