import { counted, duration, numberOf, type StepEvidence, textOf } from './facts.ts';

const UNITS: ReadonlyMap<string, string> = new Map([
  ['day', 'a day'],
  ['week', 'a week from Monday'],
  ['month', 'a calendar month'],
]);

/**
 * What a frequency cap said to a message, by {cap, used, limit, window_seconds, calendar, time_zone, zone_of, min_gap_seconds, kept, because,
 * eligible_again_at, counted_only}; `byLaw` names the rule of a cap that is law.
 */
export function limitSentence(facts: StepEvidence, result: string, byLaw: string): string {
  const name = textOf(facts, 'cap');
  const which = name === null ? 'the cap' : `the cap "${name}"`;
  const cap = capText(facts);
  if (result === 'info' || (cap === null && numberOf(facts, 'min_gap_seconds') === null))
    return result === 'fail' ? 'Stopped: the frequency cap is reached.' : 'No frequency cap applies.';
  if (result === 'fail' || result === 'wait') return refusal(facts, result, which, cap, byLaw);
  if (facts.counted_only === true) return `It counts towards ${which} and is not stopped by it.`;
  const used = numberOf(facts, 'used');
  if (cap === null) return `It keeps the time between messages that ${which} asks for.`;
  return used === null ? `Within the cap of ${cap}.` : `Message ${used} of the ${cap} that ${which} allows.`;
}

function refusal(facts: StepEvidence, result: string, which: string, cap: string | null, byLaw: string): string {
  const begin = result === 'wait' ? 'Held' : 'Stopped';
  const gap = numberOf(facts, 'min_gap_seconds');
  const why = textOf(facts, 'because');
  const kept = numberOf(facts, 'kept');
  if (why === 'gap' && gap !== null)
    return `${begin}: ${which} keeps ${duration(gap)} between two messages to one person${byLaw}${again(facts, result)}.`;
  if (why === 'kept' && kept !== null)
    return `${begin}: of the ${cap} that ${which} allows, ${counted(kept, 'message')} ${kept === 1 ? 'is' : 'are'} kept for others${byLaw}${again(facts, result)}.`;
  return `${begin}: the person already got the ${cap} that ${which} allows${byLaw}${again(facts, result)}.`;
}

/** The limit and its window: "3 messages in 24 hours", "2 messages in a day in Asia/Tokyo, the zone of the recipient". */
function capText(facts: StepEvidence): string | null {
  const limit = numberOf(facts, 'limit');
  const windowSeconds = numberOf(facts, 'window_seconds');
  const unit = UNITS.get(textOf(facts, 'calendar') ?? '');
  if (limit === null || (windowSeconds === null && unit === undefined)) return null;
  if (windowSeconds !== null) return `${counted(limit, 'message')} in ${duration(windowSeconds)}`;
  const zone = textOf(facts, 'time_zone');
  const whose = textOf(facts, 'zone_of');
  const where = zone === null ? '' : ` in ${zone}${whose === null ? '' : ` (the zone of the ${whose})`}`;
  return `${counted(limit, 'message')} in ${unit}${where}`;
}

const again = (facts: StepEvidence, result: string): string => {
  const at = textOf(facts, 'eligible_again_at');
  return at === null || result !== 'wait' ? '' : `; there is room again at ${at}`;
};
