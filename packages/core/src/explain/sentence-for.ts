import { isReasonCode, REASONS, type TimelineEntry, type TimelineKind } from '@signalbox/contracts';
import { BLOCKED } from './exclusions.ts';
import { counted, duration, numberOf, type StepEvidence, textOf } from './facts.ts';
import { budgetSentence, fraudSentence } from './fraud-sentences.ts';
import { limitSentence } from './limit-sentence.ts';
import { registrySentence } from './registry-sentence.ts';

const UNREGISTERED = new Map([
  ['missing', 'is not on the registry of senders there'],
  ['draft', 'is a draft on the registry of senders and not registered there'],
  ['submitted', 'was submitted and is not registered there yet'],
  ['rejected', 'was rejected there'],
  ['suspended', 'is suspended there'],
  ['expired', 'is registered there no more: its registration has expired'],
]);

/** What a sentence is made from: a timeline entry without the parts that a sentence does not need. */
export type ExplainedStep = Pick<TimelineEntry, 'kind' | 'result' | 'code' | 'state' | 'facts'>;

type Sentence = (facts: StepEvidence, step: ExplainedStep) => string;

/**
 * One sentence for each kind of step. The names of the evidence it reads are the contract with who writes the timeline:
 * accept {channel, class, parts}; normalise {given, to, country}; schedule {send_at}; geo {country, row, channel, enabled}; suppression {reason, since}; consent {state, source, at, topic}; template {key, version, state}; registry {registry, name, meaning, listed, at, valid_until, asks_again_at};
 * sender {sender, affix, affix_at, standing}; screening {what, found, missing, missing_at}; reach {reach, at}; hours {source, local_time, time_zone, zones}; hold {eligible_again_at, released_at}: `released_at` is the end of the validity when that comes first;
 * fraud, budget: see fraud-sentences.ts; limits: see limit-sentence.ts; a rule that is law adds {source, sources, confidence} to its own; validity {expires_at}; content {encoding, parts, units, units_per_part, size_bytes};
 * route.candidates {open, total}; route.pick {route, provider, probability, draw, config_version, model_version, model}; attempt.start {attempt, route, provider, parts};
 * attempt.answer {answer, provider, refs, raw, retry_after_ms}; attempt.unknown {provider, class}; failover {from, wait_ms, same_route};
 * receipt {verdict, part, parts, provider}; final {parts_delivered, parts_total}; correction {from, to}; cancel {};
 * next_channel {channel, after, within_seconds}: `after` on the message that goes, without it on the one that is followed.
 */
const SENTENCES: Readonly<Record<TimelineKind, Sentence>> = {
  accept: (facts) => {
    const parts = numberOf(facts, 'parts');
    const what = [textOf(facts, 'class'), textOf(facts, 'channel')].filter((word) => word !== null).join(' ');
    return `Accepted ${what === '' ? 'the message' : `as ${what}`}${parts === null ? '' : ` of ${counted(parts, 'part')}`}; it is stored and will not be lost.`;
  },
  normalise: (facts) => {
    const country = textOf(facts, 'country');
    const given = textOf(facts, 'given');
    const to = textOf(facts, 'to') ?? 'the address';
    const reading = given === null || given === to ? `The address is ${to}` : `"${given}" was read as ${to}`;
    return `${reading}${country === null ? '' : `, a number of ${country}`}.`;
  },
  schedule: (facts) => `Waits until ${textOf(facts, 'send_at') ?? 'its time'}.`,
  geo: (facts, step) => {
    if (step.result === 'info') return 'The workspace says nothing of any country.';
    const country = textOf(facts, 'country');
    const where = country ?? 'addresses without a country';
    const rule = textOf(facts, 'row') === country ? '' : ', by the rule of all other countries';
    if (step.result !== 'fail') return `The workspace sends to ${where}${rule}.`;
    const channel = textOf(facts, 'channel');
    return facts.enabled === true && channel !== null
      ? `Stopped: the channel ${channel} is closed for ${where}${rule}.`
      : `Stopped: the workspace does not send to ${where}${rule}.`;
  },
  suppression: (facts, step) => {
    if (step.result !== 'fail') return 'The address is not on the suppression list.';
    const since = textOf(facts, 'since');
    const reason = textOf(facts, 'reason');
    return `Stopped: the address is on the suppression list${since === null ? '' : ` since ${since}`}${reason === null ? '' : ` (${reason})`}.`;
  },
  consent: consentSentence,
  template: (facts) => {
    const key = textOf(facts, 'key');
    const version = numberOf(facts, 'version');
    const what = key === null || version === null ? 'the template' : `version ${version} of the template ${key}`;
    return `Stopped: ${what} was ${textOf(facts, 'state') ?? 'taken back'} after the message had been accepted.`;
  },
  fraud: (facts, step) => fraudSentence(facts, step.result === 'fail'),
  budget: (facts, step) => budgetSentence(facts, step.result === 'fail'),
  dlt: dltSentence,
  sender: (facts) => {
    const name = textOf(facts, 'sender');
    const who = name === null ? 'the sender' : `the sender ${name}`;
    const affix = textOf(facts, 'affix');
    const standing = textOf(facts, 'standing');
    if (standing !== null)
      return `Stopped: ${who} ${UNREGISTERED.get(standing) ?? 'is not registered there'}${byLaw(facts)}.`;
    const fault =
      affix === null
        ? 'is of a kind that is not possible there'
        : `must ${textOf(facts, 'affix_at') === 'start' ? 'begin' : 'end'} with ${affix}`;
    return `Stopped: ${who} ${fault}${byLaw(facts)}.`;
  },
  screening: (facts) => {
    const missing = textOf(facts, 'missing');
    const found = textOf(facts, 'found');
    if (found !== null)
      return `Stopped: ${FOUND.get(textOf(facts, 'what') ?? '') ?? 'the content has'} ${found}${byLaw(facts)}.`;
    if (missing === null) return `Stopped: the content breaks a rule${byLaw(facts)}.`;
    const at = textOf(facts, 'missing_at');
    const verb = at === 'start' ? 'begin with' : at === 'end' ? 'end with' : 'contain';
    return `Stopped: the text must ${verb} ${missing}${byLaw(facts)}.`;
  },
  reach: (facts, step) => {
    const what = textOf(facts, 'reach') === 'unknown' ? 'nobody has the number' : 'the phone is out of reach';
    const at = textOf(facts, 'at');
    const said = `the lookup service said${at === null ? '' : ` at ${at}`} that ${what}`;
    return step.result === 'fail' ? `Stopped: ${said}.` : `It goes although ${said}: the rule says so.`;
  },
  registry: registrySentence,
  hours: hoursSentence,
  hold: (facts) => {
    const until = textOf(facts, 'eligible_again_at');
    const released = textOf(facts, 'released_at');
    if (until === null) return 'Held; it is judged afresh when its time comes.';
    if (released !== null && released < until)
      return `Held: it may go from ${until}, which is after the end of its validity.`;
    return `Held until ${until}${released === null ? '' : `; it is judged afresh at ${released}`}.`;
  },
  limits: (facts, step) => limitSentence(facts, step.result, byLaw(facts)),
  validity: (facts, step) => {
    const until = textOf(facts, 'expires_at');
    if (step.result === 'fail')
      return `Stopped: the validity ended${until === null ? '' : ` at ${until}`} before the message could be sent.`;
    return until === null ? 'The message is still valid.' : `The message is valid until ${until}.`;
  },
  content: contentSentence,
  'route.candidates': (facts, step) => {
    if (step.code === 'no_route' || step.code === 'all_down') return BLOCKED[step.code];
    const open = numberOf(facts, 'open');
    const total = numberOf(facts, 'total');
    return open === null || total === null
      ? 'The routes were judged.'
      : `${open} of ${counted(total, 'route')} may carry the message.`;
  },
  'route.pick': pickSentence,
  'attempt.start': (facts) => {
    const attempt = numberOf(facts, 'attempt');
    return `${attempt === null ? 'An attempt' : `Attempt ${attempt}`} was handed to ${carrier(facts)}.`;
  },
  'attempt.answer': answerSentence,
  'attempt.unknown': (facts) => {
    const after =
      textOf(facts, 'class') === 'otp'
        ? 'a code goes out once more by another route when no receipt comes'
        : 'for this class it is not sent again, and a receipt may still tell';
    return `${textOf(facts, 'provider') ?? 'The provider'} did not answer; it is not known whether it sent the message; ${after}.`;
  },
  failover: (facts, step) => {
    const waitMs = numberOf(facts, 'wait_ms');
    const wait = waitMs === null || waitMs === 0 ? '' : ` in ${duration(waitMs / 1000)}`;
    if (facts.same_route === true) return `The same route is tried again${wait}.`;
    const from = textOf(facts, 'from');
    return `Another route is tried${from === null ? '' : ` after ${from}`}${wait}${because(step.code)}.`;
  },
  receipt: receiptSentence,
  next_channel: (facts, step) => {
    const channel = textOf(facts, 'channel') ?? 'another channel';
    const after = textOf(facts, 'after');
    const within = numberOf(facts, 'within_seconds');
    const why =
      step.code === 'platform.no_receipt' && within !== null
        ? `: no receipt came within ${duration(within)}`
        : because(step.code);
    return after === null
      ? `The message goes on by ${channel}${why}.`
      : `It goes by ${channel} because of the message by ${after} before it${why}.`;
  },
  cancel: () => 'The caller canceled the message before an attempt was claimed.',
  final: (facts, step) => {
    const state = step.state ?? 'final';
    const delivered = numberOf(facts, 'parts_delivered');
    const total = numberOf(facts, 'parts_total');
    const parts =
      delivered === null || total === null || total < 2 ? '' : ` with ${delivered} of ${total} parts delivered`;
    return `The message is ${state}${parts}${because(step.code)}.`;
  },
  correction: (facts, step) => {
    const from = textOf(facts, 'from');
    const to = textOf(facts, 'to') ?? step.state ?? 'another state';
    return `A later receipt corrected the state${from === null ? '' : ` from ${from}`} to ${to}.`;
  },
};

/** One plain English sentence for a step of the timeline, from its code and its evidence. Missing evidence shortens the sentence; it never throws. */
export function sentenceFor(step: ExplainedStep): string {
  return SENTENCES[step.kind](step.facts, step);
}

/** ": the public sentence of the reason" in lower case, or nothing. */
function because(code: string | null): string {
  if (code === null || !isReasonCode(code)) return '';
  const { text } = REASONS[code];
  return `: ${text.charAt(0).toLowerCase()}${text.slice(1).replace(/\.$/, '')}`;
}

function carrier(facts: StepEvidence): string {
  const route = textOf(facts, 'route');
  const provider = textOf(facts, 'provider');
  if (route === null) return provider ?? 'a provider';
  return provider === null ? `route ${route}` : `${provider} by route ${route}`;
}

const FOUND: ReadonlyMap<string, string> = new Map([
  ['card', 'the content carries the number of a payment card,'],
  ['word', 'the text contains'],
  ['link', 'the text has a link to'],
  ['phone', 'the text has a phone number,'],
]);

/** Which rule of a country it is, who says so and how sure that is; nothing where the rule is not law. */
function byLaw(facts: StepEvidence): string {
  const rule = lawOf(facts);
  if (rule === null) return '';
  const says = [textOf(facts, 'sources'), textOf(facts, 'confidence')].filter((text) => text !== null);
  return `, by ${rule}${says.length === 0 ? '' : ` (${says.join('; ')})`}`;
}

/** The id of the rule in the pack of its country, or null. */
const lawOf = (facts: StepEvidence): string | null =>
  /^law\/(?<rule>.+)$/.exec(textOf(facts, 'source') ?? '')?.groups?.rule ?? null;

function consentSentence(facts: StepEvidence, step: ExplainedStep): string {
  if (step.result === 'info') return 'This class of traffic does not need a consent for marketing.';
  const at = textOf(facts, 'at');
  const source = textOf(facts, 'source');
  const evidence = `${at === null ? '' : ` at ${at}`}${source === null ? '' : ` (${source})`}`;
  const topic = textOf(facts, 'topic');
  const what = topic === null ? 'marketing' : `marketing about “${topic}”`;
  if (step.result === 'pass') return `Consent for ${what} was granted${evidence}.`;
  if (textOf(facts, 'state') === 'withdrawn') return `Stopped: the consent for ${what} was withdrawn${evidence}.`;
  return `Stopped: there is no consent for ${what} to this address.`;
}

function dltSentence(facts: StepEvidence, step: ExplainedStep): string {
  if (step.result === 'info') return 'No entity on India’s ledgers is on file.';
  const header = textOf(facts, 'header');
  const template = textOf(facts, 'template');
  const by = `${template === null ? '' : ` of the template “${template}”`}${header === null ? '' : ` under the header ${header}`}`;
  if (step.result === 'pass') return `The text is that${by}; the ids travel with it.`;
  const code = textOf(facts, 'operator_code');
  const cure = textOf(facts, 'cure');
  return `Stopped: an operator in India would refuse the text${code === null ? '' : ` with code ${code}`}.${cure === null ? '' : ` ${cure}`}`;
}

function hoursSentence(facts: StepEvidence, step: ExplainedStep): string {
  if (step.result === 'info') return 'No hours hold for this class and channel.';
  const source = textOf(facts, 'source')?.replace(/^country\//, '') ?? null;
  const named = source === null ? '' : source === 'default' ? ' to all other countries' : ` to ${source}`;
  const isPerson = source?.startsWith('person/') === true;
  const where = isPerson ? ' that the person wants' : lawOf(facts) === null ? named : byLaw(facts);
  const zones = numberOf(facts, 'zones') ?? 1;
  if (step.result === 'fail') {
    const among = zones < 2 ? '' : ` in all ${zones} time zones of the recipient at once`;
    return `Stopped: the hours for marketing${where} never come${among}.`;
  }
  const local = /T(\d\d:\d\d)/.exec(textOf(facts, 'local_time') ?? '')?.[1] ?? null;
  const zone = textOf(facts, 'time_zone');
  const among = zones < 2 ? '' : `, one of ${zones} time zones the recipient may be in`;
  const clock = local === null || zone === null ? 'it is' : `it is ${local} in ${zone}${among},`;
  return step.result === 'pass'
    ? `The hours are kept: ${clock} within those for marketing${where}.`
    : `Held: ${clock} outside the hours for marketing${where}, whose last ten minutes are not used.`;
}

function contentSentence(facts: StepEvidence, step: ExplainedStep): string {
  if (step.result === 'fail') return `The content cannot be sent${because(step.code)}.`;
  const parts = numberOf(facts, 'parts');
  const size = numberOf(facts, 'size_bytes');
  if (parts === null)
    return size === null ? 'The content was prepared.' : `The mail has ${counted(size, 'byte')} of content.`;
  const encoding = textOf(facts, 'encoding');
  const units = numberOf(facts, 'units');
  const alphabet = encoding === 'ucs2' ? 'UCS-2' : encoding === 'gsm7' ? 'GSM-7' : encoding;
  return `The text takes ${counted(parts, 'part')}${alphabet === null ? '' : ` in ${alphabet}`}${units === null ? '' : ` (${counted(units, 'unit')})`}.`;
}

// Why the signals of the routes decided and not the model; nothing where it did.
const MODEL_STATES: Readonly<Record<string, string>> = {
  thin: ', which knows too little here',
  drift: ', whose routes drifted away from it',
  worse: ', which foretold worse than the signals of late',
};

function pickSentence(facts: StepEvidence): string {
  const probability = numberOf(facts, 'probability');
  const draw = numberOf(facts, 'draw');
  const version = numberOf(facts, 'config_version');
  const [experiment, arm] = [textOf(facts, 'experiment'), textOf(facts, 'arm')];
  const [model, modelState] = [numberOf(facts, 'model_version'), textOf(facts, 'model')];
  const odds = probability === null ? '' : ` with a chance of ${Math.round(probability * 10_000) / 100} %`;
  const evidence = [
    draw === null ? null : `draw ${draw}`,
    version === null ? null : `configuration ${version}`,
    experiment === null || arm === null ? null : `${arm} of ${experiment}`,
    model === null ? null : `success model ${model}${MODEL_STATES[modelState ?? ''] ?? ''}`,
  ].filter((text) => text !== null);
  return `Chose ${carrier(facts)}${odds}${evidence.length === 0 ? '' : ` (${evidence.join(', ')})`}.`;
}

function answerSentence(facts: StepEvidence, step: ExplainedStep): string {
  const provider = textOf(facts, 'provider') ?? 'The provider';
  const raw = textOf(facts, 'raw');
  const said = raw === null ? '' : ` (it said: ${raw})`;
  switch (textOf(facts, 'answer')) {
    case 'accepted':
      return `${provider} accepted the message.`;
    case 'throttled': {
      const afterMs = numberOf(facts, 'retry_after_ms');
      return `${provider} asked to slow down${afterMs === null ? '' : ` for ${duration(afterMs / 1000)}`}${said}.`;
    }
    case 'unsent':
      return `Nothing was sent to ${textOf(facts, 'provider') ?? 'the provider'}${because(step.code)}${said}.`;
    case 'rejected':
      return `${provider} refused the message${because(step.code)}${said}.`;
    default:
      return step.result === 'pass'
        ? `${provider} accepted the message.`
        : `${provider} answered${because(step.code)}${said}.`;
  }
}

const VERDICTS: ReadonlyMap<string, string> = new Map([
  ['enroute', 'is on its way'],
  ['delivered', 'was delivered'],
  ['undelivered', 'was not delivered'],
  ['expired', 'expired in the network'],
  ['unknown', 'has an outcome the network does not know'],
]);

function receiptSentence(facts: StepEvidence, step: ExplainedStep): string {
  const part = numberOf(facts, 'part');
  const parts = numberOf(facts, 'parts');
  const what = part === null || parts === null || parts < 2 ? 'the message' : `part ${part} of ${parts}`;
  const verdict = VERDICTS.get(textOf(facts, 'verdict') ?? '') ?? 'has a new receipt';
  return `A receipt says that ${what} ${verdict}${because(step.code)}.`;
}
