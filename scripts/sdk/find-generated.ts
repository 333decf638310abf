import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../env.ts';
import { NOTICE } from './uses.ts';

/** The files of the clients that say of themselves that they are generated, by their path from the root. */
export function findGenerated(): string[] {
  return globSync('packages/sdk-*/**/*.{ts,py,php,java}', {
    cwd: root,
    exclude: (name) => /^(node_modules|dist)$/.test(name),
  }).filter((file) => readFileSync(join(root, file), 'utf8').slice(0, 400).includes(NOTICE));
}
