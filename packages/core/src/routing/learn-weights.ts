import type { WeightCandidate, WeightMove, WeightQuestion, WeightStep } from '@signalbox/contracts';
import { createRandom } from '../chance/random.ts';
import { fitWeights } from '../weights/fit-weights.ts';
import { scoreOf, successOf, worthOf } from './objective.ts';

const PPM = 1_000_000;
const WHOLE = 1000;

/** How weights are learned unless a workspace says otherwise. */
export const WEIGHT_SETTINGS = { mode: 'automatic', draws: 200, maxStepPermille: 60, minStepPermille: 5 } as const;

/** Weights move once in this time, in milliseconds: one that is moved again before anything came of its last move follows noise. */
export const WEIGHT_STEP_MS = 60_000;

/**
 * One step of learning for one scope. Possible worlds are drawn from what is believed of each route; the weight a route should have is the share of worlds in which it is
 * the best (Thompson 1933; probability matching keeps the less known routes alive as long as they may be better). From where they stand the weights go towards
 * that, no faster than the settings allow and inside locks, floors and ceilings. The step follows from its question alone.
 */
export function learnWeights(question: WeightQuestion): WeightStep {
  const { candidates, settings, objective } = question;
  const sorted = [...candidates].sort((a, b) => (a.routeId < b.routeId ? -1 : 1));
  const leaning = sorted
    .filter(({ signal }) => signal.basis !== 'cell')
    .map(({ routeId, signal }) => ({ routeId, basis: signal.basis }));
  const best = countBest(question, sorted);
  const worth = worthOf(
    objective,
    sorted.map(({ signal }) => signal),
  );
  // Proof is no noise: a forger loses its share as fast as the others can take it.
  const fitted = fitWeights(
    sorted,
    best,
    sorted.map(({ signal }) => (signal.forging ? WHOLE : settings.maxStepPermille)),
  );
  const moves = sorted.map(
    (one, index): WeightMove => ({
      routeId: one.routeId,
      beforePermille: one.permille,
      bestPermille: Math.round(((best[index] as number) * WHOLE) / settings.draws),
      afterPermille: fitted?.[index] ?? one.permille,
      scoreMicros: Math.round(scoreOf(objective, worth, one.signal, one.signal.successPpm / PPM)),
    }),
  );
  return { outcome: outcomeOf(question, moves, fitted !== null), moves, leaning };
}

function outcomeOf(question: WeightQuestion, moves: readonly WeightMove[], possible: boolean): WeightStep['outcome'] {
  if (question.settings.mode === 'off') return 'off';
  if (!possible) return 'impossible';
  const inBounds = question.candidates.every(
    (one) => one.locked || (one.permille >= one.floorPermille && one.permille <= one.ceilingPermille),
  );
  const whole = moves.reduce((sum, move) => sum + move.beforePermille, 0) === WHOLE;
  const mustMove = !inBounds || !whole;
  if (!mustMove) {
    if (question.candidates.every(({ signal }) => signal.basis === 'prior')) return 'thin';
    const largest = Math.max(...moves.map((move) => Math.abs(move.afterPermille - move.beforePermille)));
    if (largest < question.settings.minStepPermille) return 'kept';
  }
  return question.settings.mode === 'approval' ? 'proposed' : 'moved';
}

/** In how many drawn worlds each route is the best. */
function countBest(question: WeightQuestion, sorted: readonly WeightCandidate[]): number[] {
  const random = createRandom(question.seed);
  const wins = sorted.map(() => 0);
  const drawn = sorted.map(() => 0);
  for (let draw = 0; draw < question.settings.draws; draw += 1) {
    sorted.forEach((one, index) => {
      drawn[index] = random.beta(Math.max(one.alphaMilli, 1) / 1000, Math.max(one.betaMilli, 1) / 1000);
    });
    const winner = bestOf(question, sorted, drawn);
    if (winner >= 0) wins[winner] = (wins[winner] as number) + 1;
  }
  return wins;
}

/** Proven forgers and routes below the floor win only when there is nobody else; among equals in that the best score does. */
function bestOf(question: WeightQuestion, sorted: readonly WeightCandidate[], drawn: readonly number[]): number {
  const worth = worthInWorld(question, sorted, drawn);
  let winner = -1;
  let bestRank = -1;
  let highest = Number.NEGATIVE_INFINITY;
  sorted.forEach(({ signal }, index) => {
    const success = drawn[index] as number;
    const above = successOf(signal, success) * PPM >= question.objective.minSuccessPpm;
    const rank = (signal.forging ? 0 : 2) + (above ? 1 : 0);
    const score = scoreOf(question.objective, worth, signal, success);
    if (rank < bestRank || (rank === bestRank && score <= highest)) return;
    winner = index;
    bestRank = rank;
    highest = score;
  });
  return winner;
}

/** For cost per success a success is worth what the cheapest costs in this world; otherwise the objective says it. */
function worthInWorld(
  { objective }: WeightQuestion,
  sorted: readonly WeightCandidate[],
  drawn: readonly number[],
): number {
  if (objective.successMicros !== null) return objective.successMicros;
  return worthOf(
    objective,
    sorted.map(({ signal }, index) => ({ ...signal, successPpm: (drawn[index] as number) * PPM })),
  );
}
