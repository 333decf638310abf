import type { RegistryFact } from '@signalbox/contracts';
import { linesOf, type Rule } from './rule.ts';

const blocked = linesOf('registry', 'policy.registry_blocked');
const unanswered = linesOf('registry', 'policy.registry_unanswered');

/** How long a batch of marketing waits for what registries say. Without an answer it does not go, so the wait may be long. */
export const REGISTRY_WAIT_MS = 5_000;

/** After this long a message without an answer asks again, later and later with each turn, up to the second. */
export const REGISTRY_AGAIN_MS = 300_000;
export const REGISTRY_AGAIN_MAX_MS = 3_600_000;

/** What an answer of a registry means for marketing: one that blocks allows who does not stand on it, one that permits who does. */
export const registryAllows = (meaning: RegistryFact['meaning'], listed: boolean): boolean =>
  listed === (meaning === 'permits');

/** The registry that decides: one that says no, else one without an answer, that which stops first, else the first of those that say yes. */
export function decidingRegistry(registries: readonly RegistryFact[]): RegistryFact | undefined {
  const saysNo = ({ meaning, answer }: RegistryFact) => answer !== null && !registryAllows(meaning, answer.listed);
  const silent = registries.filter(({ answer }) => answer === null);
  return registries.find(saysNo) ?? silent.find((one) => one.unanswered === 'stop') ?? silent[0] ?? registries[0];
}

/** Marketing goes to nobody whom a registry closes to it, and to nobody of whom a registry has not answered; the other classes are not asked. */
export const registryRule: Rule = {
  rule: 'registry',
  stopState: 'suppressed',
  judge(facts) {
    const decides = facts.class === 'marketing' ? decidingRegistry(facts.registries) : undefined;
    if (decides === undefined) return blocked.not_applicable;
    const { answer, meaning } = decides;
    if (answer === null) return decides.unanswered === 'stop' ? unanswered.stop : unanswered.hold;
    return registryAllows(meaning, answer.listed) ? blocked.pass : blocked.stop;
  },
  holdUntil: ({ registries, nowMs }) => decidingRegistry(registries)?.againAtMs ?? nowMs,
};
