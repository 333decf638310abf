import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

/** One line of code that breaks a wall: which rule, where, and the rule's sentence. */
export type Breach = { rule: string; where: string; sentence: string };

type Walls = { forbidden: IForbiddenRuleType[]; options: Record<string, unknown> & { enhancedResolveOptions: object } };

/** Checks every import below this folder against the walls in its `.dependency-cruiser.cjs`. */
export async function checkImports(folder: string): Promise<Breach[]> {
  const walls = createRequire(import.meta.url)(join(folder, '.dependency-cruiser.cjs')) as Walls;
  const rooms = ['packages', 'apps', 'scripts', 'bench', 'faults'].filter((room) => existsSync(join(folder, room)));
  const { enhancedResolveOptions, ...options } = walls.options;
  const { output } = await cruise(
    rooms,
    { ...options, baseDir: folder, validate: true, ruleSet: { forbidden: walls.forbidden } },
    enhancedResolveOptions,
  );
  const { violations } = (output as ICruiseResult).summary;
  return violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    where: from === to ? from : `${from} -> ${to}`,
    sentence: walls.forbidden.find(({ name }) => name === rule.name)?.comment ?? '',
  }));
}
