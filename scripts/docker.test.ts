import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './env.ts';
import { NODE_FLAGS } from './system/node-flags.ts';

// No container engine runs these files here; what can be known by reading them is checked. (Biome parses the YAML.)
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const dockerfile = read('docker/Dockerfile');
const compose = read('docker/compose.yaml');
const stages = [...dockerfile.matchAll(/^FROM (\S+) AS (\S+)$/gm)].map(([, base = '', name = '']) => ({ base, name }));
const apps = readdirSync(join(root, 'apps'));
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((found) => found[1] ?? '');

describe('docker/Dockerfile', () => {
  it('has an image for every app', () => {
    expect(stages.map(({ name }) => name)).toEqual(expect.arrayContaining(apps));
  });

  it('builds each stage on an earlier one or on the Node of this project', () => {
    const known = new Set(['node:24-bookworm-slim']);
    for (const { base, name } of stages) {
      expect(known.has(base), `${name} from ${base}`).toBe(true);
      known.add(name);
    }
    for (const from of all(dockerfile, /--from=(\S+)/g)) expect(known.has(from), from).toBe(true);
  });

  it('copies only files that are there', () => {
    for (const line of all(dockerfile, /^COPY (?!--from)(.+)$/gm)) {
      for (const source of line.split(' ').slice(0, -1)) expect(existsSync(join(root, source)), source).toBe(true);
    }
  });

  it('pins the pnpm of package.json', () => {
    const { packageManager } = JSON.parse(read('package.json')) as { packageManager: string };
    expect(dockerfile).toContain(packageManager);
  });

  it('runs our programs with the flags of npm start', () => {
    const flags = NODE_FLAGS.map((flag) => `"${flag}", `).join('');
    expect(all(dockerfile, /^CMD \["node", (.*)"dist\/main\.js"\]$/gm)).toEqual([flags, flags, flags]);
  });

  it('runs every image as an ordinary user, under an init, with a health check', () => {
    const runtime = dockerfile.slice(dockerfile.indexOf(' AS runtime'));
    expect(runtime).toMatch(/USER node/);
    expect(runtime).toMatch(/ENTRYPOINT \["tini", "--"\]/);
    expect(all(runtime, /^(HEALTHCHECK) /gm)).toHaveLength(apps.length);
  });
});

describe('docker/compose.yaml', () => {
  it('builds stages that exist', () => {
    const targets = all(compose, /target: (\w+)/g);
    expect(targets).toEqual(expect.arrayContaining(apps));
    for (const target of targets) expect(stages.map(({ name }) => name)).toContain(target);
  });

  it('sets only variables that .env.example explains, or that PostgreSQL reads', () => {
    const example = read('.env.example');
    const names = new Set([...all(compose, /^ +([A-Z][A-Z_]+): /gm), ...all(compose, /\$\{([A-Z_]+)/g)]);
    expect(names.size).toBeGreaterThan(3);
    for (const name of names) expect(name.startsWith('POSTGRES_') || example.includes(`\n${name}=`), name).toBe(true);
  });

  it('has no password of its own: secrets must be given', () => {
    expect(all(compose, /PASSWORD: (.*)/g)).toEqual([expect.stringContaining(':?')]);
  });
});
