import { z } from 'zod';
import { TimeZone } from './countries.ts';
import { FindPersonRequest, PersonRequestView } from './person-rights.ts';
import { headerText, LanguageTag } from './public-api.ts';
import { TrafficClass } from './words.ts';

/** Body of `POST /v1/people/rectify`. */
export const RectifyPersonRequest = z
  .strictObject({
    ...FindPersonRequest.shape,
    reason: headerText(200).describe('Why, for the register: who asked, and how.'),
    new_address: FindPersonRequest.shape.address
      .optional()
      .describe('Where the person is reached from now on: of the same channel as the address that is wrong.'),
    same_person: headerText(400)
      .optional()
      .describe(
        'How it is proven that one person is behind both addresses, such as a code of the new one entered in the account of the old one. It stands in the proof of each consent. Without it consents and places on lists do not go along; suppressions, restrictions and withdrawals always do.',
      ),
    language: LanguageTag.optional().describe('The language the person reads, on every list of the address.'),
    time_zone: TimeZone.optional().describe(
      'The zone of the person, by whose clock the hours without marketing count. There must be such hours.',
    ),
  })
  .refine(({ new_address, language, time_zone }) => (new_address ?? language ?? time_zone) !== undefined, {
    error: 'name what is right now: at least one of new_address, language and time_zone',
  })
  .refine(({ new_address, same_person }) => same_person === undefined || new_address !== undefined, {
    error: 'a proof goes with new_address alone',
    path: ['same_person'],
  });
export type RectifyPersonRequest = z.infer<typeof RectifyPersonRequest>;

/** What went along to the new address. */
export const CarriedToAddress = z.object({
  /** Consents that were given again there. */
  consents: z.int(),
  /** Withdrawals that hold there too. */
  withdrawals: z.int(),
  /** Lists the person is on there now. */
  lists: z.int(),
  /** Hours without marketing hold there too. */
  hours: z.boolean(),
  /** What nothing is sent of to the new address either, by the suppression of the old one. */
  suppressed_classes: z.array(TrafficClass),
  /** The restriction that holds at the new address too. */
  restriction_id: z.string().nullable(),
});
export type CarriedToAddress = z.infer<typeof CarriedToAddress>;

/** A rectification: its entry of the register, and what went along; null when the address was right. */
export const RectificationAnswer = z.object({ request: PersonRequestView, carried: CarriedToAddress.nullable() });
export type RectificationAnswer = z.infer<typeof RectificationAnswer>;
