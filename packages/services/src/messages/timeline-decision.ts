import {
  type CapFact,
  type DltFact,
  encodeId,
  type HoursFact,
  type LegalBasis,
  type PolicyFacts,
  type RoutingFacts,
  type RoutingPlan,
  type RuleTrace,
  type ScreeningFact,
  type SenderFact,
} from '@signalbox/contracts';
import { decidingRegistry, drawOf, judgePolicy, pickRoute, planRoutes, segmentText } from '@signalbox/core';
import type { MessageRow, StoredAttempt } from '@signalbox/db';
import type { Config } from '../config/config-store.ts';
import { shownRule } from '../dispatch/hold.ts';
import { viewCandidates } from '../routing/candidates.ts';
import { budgetEvidence, fraudEvidence } from './fraud-evidence.ts';
import { type PlannedPlace, placeEvidence } from './place-evidence.ts';
import { stepOf, type TimelineStep } from './timeline-step.ts';

/** One stored decision, worked out again from its stored facts. */
export interface ReplayedTurn {
  steps: TimelineStep[];
  /** Whether the choice came out as it was stored. */
  same: boolean;
}

const KINDS = {
  validity: 'validity',
  geo_permission: 'geo',
  suppression: 'suppression',
  consent: 'consent',
  registry: 'registry',
  template: 'template',
  fraud: 'fraud',
  dlt: 'dlt',
  country_sender: 'sender',
  content_screening: 'screening',
  number_reach: 'reach',
  quiet_hours: 'hours',
  frequency_cap: 'limits',
  budget: 'budget',
} as const satisfies Record<RuleTrace['rule'], TimelineStep['kind']>;

const UNSAID: ReadonlySet<RuleTrace['rule']> = new Set([
  'geo_permission',
  'registry',
  'template',
  'fraud',
  'dlt',
  'country_sender',
  'content_screening',
  'number_reach',
  'quiet_hours',
  'budget',
]);
const RESULTS = { pass: 'pass', stop: 'fail', hold: 'wait', not_applicable: 'info' } as const;

const instant = (ms: number): string => new Date(ms).toISOString();

/**
 * The steps of one turn: the rules of policy, the content, the candidates, the pick and the start; computed from the evidence, not remembered.
 * Of a turn that was used up to end the message from outside, by a cancel or by the channel that went in its place, only that is told.
 */
export function replayTurn(
  row: MessageRow,
  attempt: StoredAttempt,
  stored: RoutingFacts | undefined,
  config: Config,
  turn: { isCanceled: boolean; isFirstPlan: boolean },
): ReplayedTurn {
  const atMs = attempt.claimedAtMs;
  if (turn.isCanceled) {
    const code = 'platform.canceled';
    return {
      steps: [stepOf({ kind: 'cancel', actor: 'api', result: 'info', atMs, code, state: 'canceled' })],
      same: true,
    };
  }
  // Nothing was judged: the channel that went in its place ended it.
  if (attempt.facts === null && attempt.plan === null) return { steps: [], same: true };
  const steps = policySteps(policyFactsOf(row, attempt), atMs);
  if (attempt.plan === null) return { steps, same: true };
  if (turn.isFirstPlan) steps.push(contentStep(row, atMs));
  if (stored === undefined) return { steps, same: false };
  const plan = planRoutes(stored);
  const draw = drawOf(attempt.messageId, attempt.n);
  const picked = pickRoute(plan, draw)?.routeId ?? null;
  const taken = attempt.route === null ? null : (config.route(attempt.route)?.id ?? null);
  steps.push(candidatesStep(plan, stored, atMs, taken));
  if (taken !== null) steps.push(...pickSteps(row, attempt, plan, taken, draw, stored));
  return { steps, same: picked === taken };
}

/** What was stored of caps that only knew a limit and a window. */
const PLAIN_CAP: Partial<CapFact> = {
  ...{ name: null, calendar: null, zone: null, zoneOf: null, gapSeconds: null, kept: 0, because: null },
  ...{ overLimit: 'drop', nextMs: null, isCountedOnly: false, counted: [] },
};

/** No facts are stored when nothing was on file: then every rule passes as it did. */
function policyFactsOf(row: MessageRow, attempt: StoredAttempt): PolicyFacts {
  // What was stored before there were rules for countries, for hours, for India, against fraud, of law, of templates, of phones and of registries says nothing of them.
  const later = {
    fraud: null,
    spend: null,
    sender: null,
    screening: null,
    template: null,
    reach: null,
    registries: [],
  };
  const unsaid = { geo: null, dlt: null, hours: null, ...later };
  if (attempt.facts !== null) {
    const facts = { ...unsaid, ...attempt.facts } as unknown as PolicyFacts;
    return { ...facts, cap: facts.cap === null ? null : { ...PLAIN_CAP, ...facts.cap } };
  }
  return {
    class: row.class,
    channel: row.channel,
    // The claim carries the time of its statement, which may be some milliseconds after the judgement.
    nowMs: Math.min(attempt.claimedAtMs, row.expiresAtMs - 1),
    expiresAtMs: row.expiresAtMs,
    geo: null,
    suppression: null,
    consent: null,
    template: null,
    dlt: null,
    sender: null,
    screening: null,
    reach: null,
    registries: [],
    hours: null,
    cap: null,
    fraud: null,
    spend: null,
  };
}

/** The steps of the rules of policy: what each says, in their order, with its evidence. */
export function policySteps(facts: PolicyFacts, atMs: number): TimelineStep[] {
  const steps: TimelineStep[] = [];
  let stopped = false;
  for (const line of judgePolicy(facts).trace) {
    // After a stop or a hold, a rule that did not apply was not asked either, and what says nothing to most is left unsaid.
    if (line.result === 'not_applicable' && (stopped || UNSAID.has(line.rule))) continue;
    stopped ||= line.result === 'stop' || line.result === 'hold';
    const result = RESULTS[line.result];
    steps.push(
      stepOf({
        kind: KINDS[line.rule],
        actor: 'policy',
        result,
        atMs,
        code: line.reason,
        facts: evidenceOf(line.rule, facts),
      }),
    );
  }
  return steps;
}

const consentEvidence = ({ id, state, source, atMs }: NonNullable<PolicyFacts['consent']>) => ({
  ...{ record: encodeId('consent', id), state, source, at: instant(atMs) },
});

function evidenceOf(rule: RuleTrace['rule'], facts: PolicyFacts): Record<string, unknown> {
  const { geo, suppression, consent, template, dlt, sender, screening, reach, hours, cap, fraud, spend } = facts;
  switch (rule) {
    case 'geo_permission':
      return geo === null
        ? {}
        : {
            country: geo.country,
            row: geo.row,
            channel: facts.channel,
            enabled: geo.enabled || facts.channel === 'email',
          };
    case 'validity':
      return { expires_at: instant(facts.expiresAtMs) };
    case 'suppression':
      return suppression === null ? {} : { reason: suppression.reason, since: instant(suppression.createdAtMs) };
    case 'consent':
      return {
        ...(facts.topic === undefined ? {} : { topic: facts.topic }),
        ...(consent === null ? {} : consentEvidence(consent)),
      };
    case 'registry':
      return registryEvidence(facts.registries);
    case 'template':
      return template === null ? {} : { ...template };
    case 'dlt':
      return dlt === null ? {} : dltEvidence(dlt);
    case 'country_sender':
      return sender === null ? {} : senderEvidence(sender);
    case 'content_screening':
      return screening === null ? {} : screeningEvidence(screening);
    case 'number_reach':
      return reach === null ? {} : { reach: reach.reach, at: instant(reach.atMs) };
    case 'quiet_hours':
      return hours === null ? {} : hoursEvidence(hours, facts.nowMs);
    case 'fraud':
      return fraud === null ? {} : fraudEvidence(fraud);
    case 'budget':
      return spend === null ? {} : budgetEvidence(spend);
    case 'frequency_cap':
      return cap === null ? {} : capEvidence(cap);
  }
}

/** The registry that decides: its answer, when it came and until when it holds; or when it is asked again. */
function registryEvidence(registries: PolicyFacts['registries']): Record<string, unknown> {
  const decides = decidingRegistry(registries);
  if (decides === undefined) return {};
  const { key, name, meaning, answer, againAtMs } = decides;
  const who = { registry: key, name, meaning };
  return answer === null
    ? { ...who, asks_again_at: instant(againAtMs) }
    : { ...who, listed: answer.listed, at: instant(answer.atMs), valid_until: instant(answer.untilMs) };
}

function dltEvidence({ entityId, header, templateId, templateName, problem }: DltFact): Record<string, unknown> {
  const ids = { entity_id: entityId, header, template_id: templateId, template: templateName };
  if (problem === null) return ids;
  const { mark } = problem;
  const place =
    mark === null
      ? {}
      : { mark: mark.kind, found: mark.found, expected: mark.expected, start: mark.start, end: mark.end };
  return { ...ids, problem: problem.code, operator_code: problem.operatorCode, ...place, cure: problem.cure };
}

/** Which rule it is, and of one that is law who says so and how sure that is. What was stored before there were packs says nothing of law. */
const ruleEvidence = (rule: string, version: number | null, law: LegalBasis | null | undefined) => ({
  source: rule,
  ...(version === null ? {} : { version }),
  ...(law == null ? {} : { sources: law.sources.join(', '), confidence: law.confidence }),
});

function senderEvidence({ sender, rule, version, law, affix, standing }: SenderFact): Record<string, unknown> {
  return {
    sender,
    ...(affix === null ? {} : { affix: affix.text, affix_at: affix.at }),
    ...(standing === undefined ? {} : { standing }),
    ...ruleEvidence(rule, version, law),
  };
}

function screeningEvidence({ rule, version, law, missing, found }: ScreeningFact): Record<string, unknown> {
  return {
    ...(found === null ? {} : foundEvidence(found)),
    ...(missing === null ? {} : { missing: missing.anyOf.join(' / '), missing_at: missing.at }),
    ...ruleEvidence(rule, version, law),
  };
}

const foundEvidence = ({ what, field, text, start, end, list }: NonNullable<ScreeningFact['found']>) => ({
  ...{ what, field, found: text, start, end },
  ...(list === null ? {} : { list }),
});

function capEvidence(cap: CapFact): Record<string, unknown> {
  const { ruleId, name, used, limit, windowSeconds, calendar, zone, zoneOf, gapSeconds, kept, because, nextMs, law } =
    cap;
  const said = {
    ...(name === null ? {} : { cap: name }),
    ...{ used, limit, window_seconds: windowSeconds },
    ...(calendar === null ? {} : { calendar, time_zone: zone, zone_of: zoneOf }),
    ...(gapSeconds === null ? {} : { min_gap_seconds: gapSeconds }),
    ...(kept === 0 ? {} : { kept }),
    ...(because === null ? {} : { because, eligible_again_at: nextMs === null ? null : instant(nextMs) }),
    ...(cap.isCountedOnly ? { counted_only: true } : {}),
  };
  return { ...said, ...ruleEvidence(shownRule(ruleId), null, law) };
}

function hoursEvidence(hours: HoursFact, nowMs: number): Record<string, unknown> {
  return {
    ...ruleEvidence(hours.rule, hours.version, hours.law),
    // What a clock shows is an instant that is read as if it were UTC.
    local_time: instant(nowMs + hours.offsetMinutes * 60_000).slice(0, 16),
    time_zone: hours.zone,
    zones: hours.zones,
    ...(hours.open ? {} : { eligible_again_at: hours.untilMs === null ? null : instant(hours.untilMs) }),
  };
}

/** What the content came to: parts and alphabet of a text, bytes of a mail, language of a call. */
export function contentStep(row: MessageRow, atMs: number): TimelineStep {
  const step = { kind: 'content', actor: 'worker', result: 'pass', atMs } as const;
  if (row.channel === 'email') {
    const bytes = Buffer.byteLength(`${row.subject ?? ''}${row.body ?? ''}${row.html ?? ''}`);
    return stepOf({ ...step, facts: { size_bytes: bytes } });
  }
  if (row.channel === 'voice') return stepOf({ ...step, facts: { locale: row.locale } });
  const { encoding, parts, units, unitsPerPart, forcing } = segmentText(row.body ?? '');
  const facts = { encoding, parts: parts.length, units, units_per_part: unitsPerPart };
  const forced = [...new Set(forcing.map((one) => one.character))].slice(0, 10).join(' ');
  return stepOf({ ...step, facts: forced === '' ? facts : { ...facts, forced_by: forced } });
}

/** The table of candidates; `taken` is the UUID of the route that was chosen. */
export function candidatesStep(
  plan: RoutingPlan,
  facts: PlannedPlace | null,
  atMs: number,
  taken: string | null,
): TimelineStep {
  return stepOf({
    kind: 'route.candidates',
    actor: 'router',
    result: plan.blocked === null ? 'pass' : plan.blocked === 'all_down' ? 'wait' : 'fail',
    atMs,
    code: plan.blocked,
    facts: {
      open: plan.candidates.filter((candidate) => candidate.excluded === null).length,
      total: plan.candidates.length,
      ...(facts === null ? {} : placeEvidence(facts)),
    },
    candidates: viewCandidates(plan, taken),
  });
}

function pickSteps(
  row: MessageRow,
  attempt: StoredAttempt,
  plan: RoutingPlan,
  taken: string,
  draw: number,
  { configVersion, experiment, model }: RoutingFacts,
): TimelineStep[] {
  const candidate = plan.candidates.find((one) => one.routeId === taken);
  const where = { route: candidate?.name ?? null, provider: candidate?.providerName ?? null };
  const atMs = attempt.claimedAtMs;
  const odds = {
    probability: (candidate?.probabilityPpm ?? 0) / 1_000_000,
    weight: candidate?.weight ?? null,
    tier: candidate?.tier ?? null,
  };
  return [
    stepOf({
      kind: 'route.pick',
      actor: 'router',
      result: 'pass',
      atMs,
      facts: {
        ...where,
        ...odds,
        draw,
        config_version: configVersion,
        ...(experiment === undefined ? {} : { experiment: experiment.id, arm: experiment.arm }),
        ...(model === undefined ? {} : { model_version: model.version, model: model.state }),
      },
    }),
    stepOf({
      kind: 'attempt.start',
      actor: 'worker',
      result: 'info',
      atMs,
      state: 'sending',
      facts: { attempt: attempt.n, ...where, parts: row.parts },
    }),
  ];
}
