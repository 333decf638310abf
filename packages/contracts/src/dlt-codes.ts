import type { ReasonCode } from './reasons.ts';

/** What follows a code of an Indian operator's scrubbing (domain: operator codes need one internal taxonomy). */
export type DltReaction =
  | 'retry_same'
  | 'reroute'
  | 'defer_to_window'
  | 'suppress_recipient'
  | 'fix_config'
  | 'permanent';

/** What a code is about. */
export type DltFamily =
  | 'entity'
  | 'telemarketer'
  | 'chain'
  | 'header'
  | 'template'
  | 'text'
  | 'variable'
  | 'link'
  | 'preference'
  | 'hours'
  | 'consent'
  | 'scrubbing'
  | 'parameter';

/** One meaning of operators' codes. */
export interface DltCodeRow {
  family: DltFamily;
  reaction: DltReaction;
  reason: ReasonCode;
  /** What it means, in one sentence. */
  text: string;
  /** What to do, in one sentence. */
  cure: string;
}

interface Group extends DltCodeRow {
  /** Codes and, with a dash, ranges of codes. */
  codes: readonly string[];
}

/**
 * Codes of Indian operators, as they come in the `err` of a receipt, in the answer to a submit or in a vendor's text. The lists in use (6xx
 * of Exotel and most resellers, 5xxx as Vi has them, 4xx as Jio has them) differ in number, not in meaning. None of them says anything of the
 * subscriber's phone, so none makes a number invalid, and none but 670, which is the operator's own failure, counts against a route.
 */
const GROUPS: readonly Group[] = [
  {
    codes: ['600-604'],
    family: 'entity',
    reaction: 'fix_config',
    reason: 'sender.auth_failed',
    text: 'The operator does not know the principal entity, or it is not active there.',
    cure: 'Compare the entity id with the operator’s portal, and see whether the entity is active.',
  },
  {
    codes: ['605'],
    family: 'entity',
    reaction: 'reroute',
    reason: 'sender.not_registered',
    text: 'The principal entity has not allowed this telemarketer.',
    cure: 'Bind the telemarketer of this route to the entity at the operator’s portal.',
  },
  {
    codes: ['610-613', '677-678', '680'],
    family: 'telemarketer',
    reaction: 'reroute',
    reason: 'sender.not_registered',
    text: 'The telemarketer of this route is unknown, inactive or barred.',
    cure: 'Ask the provider for its telemarketer id, or send by another provider.',
  },
  {
    codes: ['614-618', '811-813', '458-462', '5601-5606'],
    family: 'chain',
    reaction: 'reroute',
    reason: 'sender.not_registered',
    text: 'The chain from the entity to the delivering telemarketer is missing, inactive, or its hash does not match.',
    cure: 'Compare the chain of this provider with the portal: the entity first, the delivering telemarketer last.',
  },
  {
    codes: ['620-622', '624-625', '5201-5215'],
    family: 'header',
    reaction: 'fix_config',
    reason: 'sender.not_registered',
    text: 'The operator does not know the header, or it is not active there.',
    cure: 'Compare the header letter by letter, capitals included, with the operator’s portal.',
  },
  {
    codes: ['623'],
    family: 'header',
    reaction: 'fix_config',
    reason: 'sender.auth_failed',
    text: 'The header belongs to another principal entity.',
    cure: 'Use a header of this entity, or send under the entity that owns it.',
  },
  {
    codes: ['630-632', '637', '5301-5306', '5308'],
    family: 'template',
    reaction: 'fix_config',
    reason: 'content.template_mismatch',
    text: 'The operator does not know the content template, or it is not active there.',
    cure: 'Import the templates from the operator’s portal again.',
  },
  {
    codes: ['634'],
    family: 'template',
    reaction: 'fix_config',
    reason: 'content.template_mismatch',
    text: 'The header is not linked to the content template.',
    cure: 'Link the header to the template at the operator’s portal.',
  },
  {
    codes: ['633', '636', '666', '5307'],
    family: 'text',
    reaction: 'permanent',
    reason: 'content.template_mismatch',
    text: 'The text does not match its registered template.',
    cure: 'Check the text: the checker marks each place at which it differs.',
  },
  {
    codes: ['635', '5312'],
    family: 'variable',
    reaction: 'permanent',
    reason: 'content.template_mismatch',
    text: 'A placeholder holds more characters than the operator allows.',
    cure: 'Shorten the value, or register adjacent placeholders, whose limits add up.',
  },
  {
    codes: ['642', '700-701', '5901-5903', '497-499'],
    family: 'link',
    reaction: 'permanent',
    reason: 'content.url_not_allowed',
    text: 'A link, number or address in the text is not on the whitelist.',
    cure: 'Register it as a call to action at the operator’s portal, then import the list.',
  },
  {
    codes: ['650', '437', '5101-5110'],
    family: 'preference',
    reaction: 'suppress_recipient',
    reason: 'policy.preference_blocked',
    text: 'The subscriber does not want messages of this category.',
    cure: 'Send no marketing to this person unless they give their consent.',
  },
  {
    codes: ['651', '438'],
    family: 'hours',
    reaction: 'defer_to_window',
    reason: 'policy.quiet_hours',
    text: 'It is outside the hours in which operators carry marketing.',
    cure: 'Set the opening hours of India to 10:00 to 21:00.',
  },
  {
    codes: ['652', '660', '440', '5501-5510'],
    family: 'consent',
    reaction: 'suppress_recipient',
    reason: 'policy.preference_blocked',
    text: 'The subscriber blocks all marketing and no registered consent was found.',
    cure: 'Send no marketing to this person unless they give their consent on the operators’ platform.',
  },
  {
    codes: ['670'],
    family: 'scrubbing',
    reaction: 'retry_same',
    reason: 'network.failure',
    text: 'The operator’s scrubbing failed for reasons of its own.',
    cure: 'Nothing: it is tried again, then by another route.',
  },
  {
    codes: ['683', '687', '5401-5406'],
    family: 'template',
    reaction: 'fix_config',
    reason: 'content.template_mismatch',
    text: 'The kind of message and the kind of the template do not agree.',
    cure: 'Send marketing by a promotional template, and the rest by a service or transactional one.',
  },
  {
    codes: ['442-443', '9024-9026'],
    family: 'parameter',
    reaction: 'fix_config',
    reason: 'content.template_mismatch',
    text: 'An id that must travel with the text did not arrive.',
    cure: 'Switch the DLT ids on in the settings of the provider, under the tags it expects.',
  },
  {
    codes: ['5310'],
    family: 'parameter',
    reaction: 'permanent',
    reason: 'content.template_mismatch',
    text: 'Not every part of a long text arrived with the ids.',
    cure: 'Ask the provider whether each part keeps its parameters on the way.',
  },
];

function expand({ codes, ...row }: Group): [string, DltCodeRow][] {
  return codes.flatMap((code) => {
    const [from, to = from] = code.split('-').map(Number) as [number, number?];
    return Array.from({ length: to - from + 1 }, (_, index): [string, DltCodeRow] => [String(from + index), row]);
  });
}

/** What each code of an Indian operator means, by the code without leading zeros. */
export const DLT_CODES: ReadonlyMap<string, DltCodeRow> = new Map(GROUPS.flatMap(expand));

/** What a code of an Indian operator means; undefined for codes that are not about DLT. */
export function dltCode(raw: string): DltCodeRow | undefined {
  return DLT_CODES.get(raw.trim().replace(/^0+(?=\d)/, ''));
}
