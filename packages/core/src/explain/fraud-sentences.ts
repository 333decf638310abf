import { counted, duration, numberOf, type StepEvidence, textOf } from './facts.ts';

/** What the range of a number came to; evidence: {because, prefix, sent, converted, since, note}. */
export function fraudSentence(facts: StepEvidence, stopped: boolean): string {
  const prefix = textOf(facts, 'prefix');
  const range = prefix === null ? 'the range of the number' : `the numbers that begin with ${prefix}`;
  const because = textOf(facts, 'because');
  const counts = countsOf(facts);
  if (!stopped) {
    if (because === 'allowed') return `Codes to ${range} are allowed whatever the rules find.`;
    if (because === 'known') return `A rule closed ${range}, but a code to this number was typed before: it goes.`;
    return `Nothing is suspicious about the range of the number${counts === null ? '' : `: ${counts}`}.`;
  }
  const note = textOf(facts, 'note');
  if (because === 'listed') return `Stopped: ${range} are closed to codes${note === null ? '' : ` (${note})`}.`;
  return `Stopped as a sign of fraud: ${range} ${counts === null ? 'hardly send codes back' : `were sent many codes of which too few came back, ${counts}`}.`;
}

function countsOf(facts: StepEvidence): string | null {
  const sent = numberOf(facts, 'sent');
  const converted = numberOf(facts, 'converted');
  const since = textOf(facts, 'since');
  if (sent === null || converted === null) return null;
  return `${converted} of ${counted(sent, 'code')} typed${since === null ? '' : ` since ${since}`}`;
}

const money = (facts: StepEvidence, name: string, currency: string): string | null => {
  const micros = numberOf(facts, name);
  return micros === null ? null : `${micros / 1_000_000} ${currency}`;
};

/** What a code costs beside what codes may cost; evidence: {amount_micros, currency, scope, limit_micros, limit_currency, used_micros, window_seconds}. */
export function budgetSentence(facts: StepEvidence, stopped: boolean): string {
  const limit = money(facts, 'limit_micros', textOf(facts, 'limit_currency') ?? '');
  const windowSeconds = numberOf(facts, 'window_seconds');
  if (limit === null || windowSeconds === null) {
    return stopped ? 'Stopped: the most that codes may cost is spent.' : 'No limit on what codes may cost applies.';
  }
  const whose = textOf(facts, 'scope') === 'country' ? 'codes to this country' : 'codes of the workspace';
  const most = `${limit} in ${duration(windowSeconds)} that ${whose} may cost`;
  const used = money(facts, 'used_micros', textOf(facts, 'limit_currency') ?? '');
  if (!stopped) return used === null ? `Within the ${most}.` : `${used} of the ${most} are spent with this one.`;
  if (textOf(facts, 'currency') !== textOf(facts, 'limit_currency')) {
    return `Stopped: the route is priced in ${textOf(facts, 'currency') ?? 'another currency'}, and the limit is ${limit}.`;
  }
  return `Stopped: the ${most} are spent.`;
}
