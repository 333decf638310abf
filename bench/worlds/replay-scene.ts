import type { RoutingFacts, WeightStep } from '@signalbox/contracts';
import { canonicalJson, learnWeights, pickRoute, planRoutes } from '@signalbox/core';
import { drawCarriers } from './carriers.ts';
import { runWorld } from './run-world.ts';

export type ReplayResult = { decisions: number; sameDecisions: number; steps: number; sameSteps: number };

function decide(facts: RoutingFacts, draw: number) {
  const plan = planRoutes(facts);
  return { plan, chosen: pickRoute(plan, draw) };
}

/** Stores decisions and steps of learning of a world with a broken route as text, and makes all of them again from what was stored. */
export function runReplay(seed: number, decisions = 10_000, perSecond = 10): ReplayResult {
  const carriers = drawCarriers(seed);
  const broken = carriers[0]?.routeId as string;
  const stored: string[] = [];
  const seconds = Math.ceil(decisions / perSecond);
  const factsText = new Map<string, string>();
  const brain = runWorld(
    {
      seed,
      carriers,
      perSecond,
      seconds,
      keepSteps: true,
      turns: [
        { atSecond: Math.floor(seconds / 3), routeId: broken, change: { refuses: 1 } },
        { atSecond: Math.floor(seconds / 2), routeId: broken, change: { refuses: 0.005 } },
      ],
    },
    {
      onSent({ place, draw, routeId }, { factsAt }) {
        const facts = factsAt(place);
        const key = `${facts.configVersion}|${place.country}|${place.class}`;
        const text = factsText.get(key) ?? canonicalJson(facts);
        factsText.set(key, text);
        const made = decide(facts, draw);
        if (made.chosen?.routeId !== routeId)
          throw new Error(`the decision of message ${stored.length + 1} is not the one that was sent by`);
        stored.push(canonicalJson({ facts: text, draw, made }));
      },
    },
  );
  const sameDecisions = stored.filter((text) => {
    const kept = JSON.parse(text) as { facts: string; draw: number; made: ReturnType<typeof decide> };
    return canonicalJson(decide(JSON.parse(kept.facts) as RoutingFacts, kept.draw)) === canonicalJson(kept.made);
  }).length;
  const steps = brain.steps.map((one) => JSON.stringify(one));
  const sameSteps = steps.filter((text) => {
    const kept = JSON.parse(text) as { question: Parameters<typeof learnWeights>[0]; step: WeightStep };
    return canonicalJson(learnWeights(kept.question)) === canonicalJson(kept.step);
  }).length;
  return { decisions: stored.length, sameDecisions, steps: steps.length, sameSteps };
}
