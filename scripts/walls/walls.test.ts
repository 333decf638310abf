import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../env.ts';
import { forbidden } from './forbidden.case.ts';
import { checkGlobals } from './globals.ts';
import { type Breach, checkImports } from './imports.ts';

const rooms = ['contracts', 'smpp', 'core', 'db', 'channels', 'services'].map((name) => `packages/${name}`);
const houses = [...rooms, ...['api', 'worker', 'console', 'simulator'].map((name) => `apps/${name}`)];
const foreign = ['undici', '@hono/node-server', 'zod'];

/** A house that breaks no wall: each allowed way is walked once. */
const harmless: Record<string, string> = {
  'packages/contracts/src/index.ts': "import 'zod';",
  'packages/smpp/src/index.ts': "import 'node:net';",
  'packages/core/src/index.ts':
    "import '@signalbox/contracts'; import './trip.ts'; export const t = (now: number) => new Date(now);",
  'packages/core/src/trip.ts': "import './round.ts';",
  'packages/core/src/round.ts': 'export const round = 1;',
  'packages/core/src/content/index.ts': "import '../trip.ts';",
  'packages/db/src/index.ts': "import '@signalbox/contracts'; import './inside.ts';",
  'packages/db/src/inside.ts': 'export const inside = 1;',
  'packages/db/src/embedded/index.ts': "import '../inside.ts';",
  'packages/db/src/testing.ts': "import './inside.ts';",
  'packages/channels/src/registry.ts': "import '@signalbox/smpp'; import 'undici'; import './manifests.ts';",
  'packages/channels/src/manifests.ts': "import '@signalbox/contracts';",
  'packages/services/src/index.ts':
    "import '@signalbox/core'; import '@signalbox/db'; import '@signalbox/channels/manifests';",
  'packages/services/src/index.test.ts':
    "import './index.ts'; import 'node:net'; export const now = process.env.NOW ?? Date.now();",
  'apps/api/src/main.ts':
    "import '@hono/node-server'; import './trpc/router.ts'; import { readEnv } from './env.ts'; readEnv(process.env);",
  'apps/api/src/env.ts': 'export const readEnv = (source: unknown) => source ?? process.env.API_PORT;',
  'apps/api/src/trpc/router.ts':
    "import '@signalbox/services'; export const router = 1; export type Router = typeof router;",
  'apps/worker/src/main.ts': "import '@signalbox/channels'; import '@signalbox/services';",
  'apps/console/app/page.tsx':
    "import type { Router } from '@signalbox/api/router'; import '@signalbox/contracts'; import '@signalbox/core/content'; export type R = Router;",
  'apps/simulator/src/main.ts': "import './sink.ts'; import './smsc.ts';",
  'apps/simulator/src/sink.ts': "import '@signalbox/smpp';",
  'apps/simulator/src/smsc.ts': "import 'node:net';",
  'scripts/run.ts': "import '@signalbox/db/embedded';",
};

function build(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'signalbox-walls-'));
  cpSync(join(root, '.dependency-cruiser.cjs'), join(folder, '.dependency-cruiser.cjs'));
  for (const house of houses) {
    mkdirSync(join(folder, house), { recursive: true });
    cpSync(join(root, house, 'package.json'), join(folder, house, 'package.json'));
    const link = join(folder, 'node_modules', '@signalbox', house.split('/')[1] ?? '');
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(folder, house), link);
  }
  for (const name of foreign) write(folder, `node_modules/${name}/index.js`, 'export const x = 1;');
  for (const [file, code] of Object.entries(files)) write(folder, file, `${code}\n`);
  return folder;
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

async function check(folder: string): Promise<Breach[]> {
  return [...(await checkImports(folder)), ...(await checkGlobals(folder))];
}

describe('the walls', () => {
  const folders: string[] = [];
  let caught: Breach[] = [];
  beforeAll(async () => {
    // A case may take the place of a harmless file; all cases stand in one house, so that one look finds them all.
    const folder = build({ ...harmless, ...Object.fromEntries(forbidden.map(({ file, code }) => [file, code])) });
    folders.push(folder);
    caught = await check(folder);
  });
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it('let every allowed way pass', async () => {
    const folder = build(harmless);
    folders.push(folder);
    expect(await check(folder)).toEqual([]);
  });

  it.each(forbidden)('$rule stops $why', ({ rule, file }) => {
    const here = caught.filter(({ where }) => where.split(/ -> |:\d/)[0] === file).map((breach) => breach.rule);
    expect(here).toContain(rule);
  });

  it('name every rule in one sentence', () => {
    for (const { rule, sentence } of caught) expect(sentence, rule).toMatch(/^\S.*[.]$/);
  });
});
