import type { TimelineEntry } from '@signalbox/contracts';

type Step = Pick<TimelineEntry, 'kind' | 'result' | 'code' | 'facts'>;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isNumber = (value: unknown): value is number => typeof value === 'number';

/** Which variant of its kind's sentence a step needs, by its result and the evidence it carries. */
const VARIANTS: Record<TimelineEntry['kind'], (step: Step) => string> = {
  accept: ({ facts }) => (isNumber(facts.parts) ? 'parts' : 'plain'),
  normalise: ({ facts }) => (isText(facts.given) && facts.given !== facts.to ? 'changed' : 'same'),
  schedule: () => 'plain',
  geo: ({ result, facts }) => {
    if (result === 'fail' && facts.enabled === true) return 'channel';
    const byRest = facts.row !== facts.country ? 'Rest' : '';
    return result === 'fail' ? `closed${byRest}` : `open${byRest}`;
  },
  suppression: ({ result, facts }) => {
    if (result !== 'fail') return 'pass';
    return isText(facts.reason) ? 'stopFor' : 'stop';
  },
  consent: ({ result, facts }) => {
    if (result === 'info') return 'notNeeded';
    if (result === 'pass') return 'granted';
    return facts.state === 'withdrawn' ? 'withdrawn' : 'missing';
  },
  registry: ({ result, facts }) => {
    if (!isText(facts.name)) return 'none';
    if (typeof facts.listed === 'boolean') return result === 'fail' ? 'blocked' : 'allowed';
    return result === 'fail' ? 'unanswered_stop' : 'unanswered_hold';
  },
  template: ({ facts }) => (facts.state === 'rejected' ? 'rejected' : 'paused'),
  dlt: ({ result }) => (result === 'info' ? 'none' : result === 'pass' ? 'passed' : 'stopped'),
  sender: ({ facts }) => {
    if (isText(facts.standing)) return 'unregistered';
    return isText(facts.affix) ? (facts.affix_at === 'start' ? 'start' : 'end') : 'kind';
  },
  screening: ({ facts }) => {
    if (isText(facts.found) && isText(facts.what) && ['word', 'link', 'phone', 'card'].includes(facts.what)) {
      return facts.what;
    }
    if (!isText(facts.missing)) return 'plain';
    return facts.missing_at === 'start' || facts.missing_at === 'end' ? facts.missing_at : 'anywhere';
  },
  reach: ({ result, facts }) =>
    `${result === 'fail' ? 'stop' : 'goes'}_${facts.reach === 'unknown' ? 'unknown' : 'absent'}`,
  hours: ({ result }) => {
    if (result === 'fail') return 'never';
    if (result === 'wait') return 'outside';
    return result === 'pass' ? 'within' : 'none';
  },
  hold: ({ facts }) => {
    const { eligible_again_at: until, released_at: released } = facts;
    if (!isText(until)) return 'plain';
    return isText(released) && released < until ? 'tooLate' : 'until';
  },
  fraud: ({ result, facts }) => {
    if (result === 'fail') return facts.because === 'listed' ? 'listed' : 'stopped';
    return facts.because === 'allowed' || facts.because === 'known' ? facts.because : 'nothing';
  },
  budget: ({ result, facts }) => {
    if (result !== 'fail') return 'within';
    return facts.currency === facts.limit_currency ? 'spent' : 'currency';
  },
  limits: ({ result, facts }) => {
    const isRefused = result === 'fail' || result === 'wait';
    if (!isNumber(facts.limit) && !isNumber(facts.min_gap_seconds)) return isRefused ? 'reached' : 'none';
    if (facts.counted_only === true) return 'counted';
    if (!isRefused) return isNumber(facts.limit) ? 'within' : 'spaced';
    if (isText(facts.source) && facts.source.startsWith('law/')) return 'reachedLaw';
    return facts.because === 'gap' ? 'reachedGap' : facts.because === 'kept' ? 'reachedKept' : 'reachedLimit';
  },
  validity: ({ result }) => (result === 'fail' ? 'ended' : 'valid'),
  content: ({ result, facts }) => {
    if (result === 'fail') return 'refused';
    if (isNumber(facts.parts)) return 'text';
    return isNumber(facts.size_bytes) ? 'mail' : 'plain';
  },
  'route.candidates': ({ code }) => (code === 'no_route' || code === 'all_down' ? code : 'judged'),
  'route.pick': ({ facts }) => {
    if (!isNumber(facts.draw)) return 'plain';
    return isNumber(facts.model_version) ? 'foretold' : 'drawn';
  },
  'attempt.start': () => 'plain',
  'attempt.answer': ({ facts, result }) => {
    if (isText(facts.answer) && ['accepted', 'throttled', 'unsent', 'rejected'].includes(facts.answer))
      return facts.answer;
    return result === 'pass' ? 'accepted' : 'other';
  },
  'attempt.unknown': ({ facts }) => (facts.class === 'otp' ? 'otp' : 'plain'),
  failover: ({ facts }) => {
    if (facts.same_route === true) return isNumber(facts.wait_ms) && facts.wait_ms > 0 ? 'sameLater' : 'same';
    return 'other';
  },
  next_channel: ({ code, facts }) => {
    const way = isText(facts.after) ? 'came' : 'went';
    return code === 'platform.no_receipt' && isNumber(facts.within_seconds) ? `${way}Unconfirmed` : way;
  },
  receipt: ({ facts }) => (isNumber(facts.parts) && facts.parts > 1 ? 'part' : 'whole'),
  cancel: () => 'plain',
  final: ({ facts }) =>
    isNumber(facts.parts_total) && facts.parts_total > 1 && isNumber(facts.parts_delivered) ? 'parts' : 'plain',
  correction: () => 'plain',
};

/** The catalogue key of a step's sentence, or undefined for a kind this build does not know. */
export function stepKey(step: Step): 'timeline.text.accept.plain' | undefined {
  const variant = VARIANTS[step.kind] as ((step: Step) => string) | undefined;
  if (variant === undefined) return undefined;
  return `timeline.text.${step.kind.replace('.', '_')}.${variant(step)}` as 'timeline.text.accept.plain';
}
