import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStartEnv, root, schema } from './env.ts';

const key = '07'.repeat(32);

describe('settings of a start', () => {
  it('have defaults for everything', () => {
    expect(readStartEnv({})).toEqual({
      home: join(root, '.signalbox'),
      databaseUrl: undefined,
      postgresPort: undefined,
      masterKey: undefined,
      ports: { api: 4000, console: 3000, worker: 4100, simulator: 4900, smpp: 4901, smtp: 4902, vendor: 4903 },
    });
  });

  it('let the carriers follow SIMULATOR_PORT unless each is set', () => {
    const { ports } = readStartEnv({ SIMULATOR_PORT: '7000', SIMULATOR_SMTP_PORT: '2525' });
    expect(ports).toMatchObject({ simulator: 7000, smpp: 7001, smtp: 2525, vendor: 7003 });
  });

  it('take an empty variable as not set', () => {
    expect(readStartEnv({ API_PORT: '', DATABASE_URL: '' })).toMatchObject({
      databaseUrl: undefined,
      ports: { api: 4000 },
    });
  });

  it.each([
    [{ API_PORT: 'abc' }, 'API_PORT must be a port number from 1 to 65535, not "abc".'],
    [{ CONSOLE_PORT: '70000' }, 'CONSOLE_PORT must be a port number from 1 to 65535, not "70000".'],
    [{ WORKER_PORT: '41.5' }, 'WORKER_PORT must be a port number from 1 to 65535, not "41.5".'],
    [{ API_PORT: '3000' }, 'API_PORT and CONSOLE_PORT are both 3000: give one of them another port.'],
    [
      { SIMULATOR_PORT: '65535' },
      'SIMULATOR_SMPP_PORT would be 65536, past the last port: lower SIMULATOR_PORT or set SIMULATOR_SMPP_PORT.',
    ],
    [
      { DATABASE_URL: 'mysql://u:geheim@h/d' },
      'DATABASE_URL must look like postgres://user:password@host:5432/database.',
    ],
    [{ SIGNALBOX_MASTER_KEY: 'short' }, 'SIGNALBOX_MASTER_KEY must be 64 hexadecimal digits (openssl rand -hex 32).'],
    [{ DATABASE_URL_FILE: '/no/such/file' }, 'DATABASE_URL_FILE names /no/such/file, which cannot be read.'],
  ])('stop with one sentence that names the wrong one: %o', (source, sentence) => {
    expect(() => readStartEnv(source)).toThrow(sentence);
  });

  it('never repeat a secret in a message', () => {
    const attempt = () =>
      readStartEnv({ SIGNALBOX_MASTER_KEY: 'verysecret', DATABASE_URL: 'mysql://u:verysecret@h/d' });
    expect(attempt).toThrow(expect.not.objectContaining({ message: expect.stringContaining('verysecret') }));
  });

  it('read a secret from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'signalbox-env-'));
    writeFileSync(join(folder, 'key'), `${key}\n`);
    expect(readStartEnv({ SIGNALBOX_MASTER_KEY_FILE: join(folder, 'key') }).masterKey).toBe(key);
    rmSync(folder, { recursive: true });
  });
});

describe('.env.example', () => {
  const example = new Map(
    [...readFileSync(join(root, '.env.example'), 'utf8').matchAll(/^#? ?([A-Z][A-Z0-9_]+)=(.*)$/gm)].map(
      ([, name, value]) => [name, value],
    ),
  );

  it('names every setting of the scripts with its true default', () => {
    const defaults = schema.parse({}) as Record<string, unknown>;
    for (const name of Object.keys(schema.shape)) {
      expect(example.get(name), name).toBe(String(defaults[name] ?? ''));
    }
  });

  it('names every setting that an app reads in its env.ts', () => {
    const files = globSync('apps/*/{src/,}env.ts', { cwd: root });
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const source = readFileSync(join(root, file), 'utf8');
      const names = [...source.matchAll(/^\s+([A-Z][A-Z0-9_]{2,}): |\.env\.([A-Z][A-Z0-9_]+)/gm)].map(
        ([, inSchema, read]) => inSchema ?? read,
      );
      // NODE_ENV is Node's own.
      for (const name of names.filter((found) => found !== 'NODE_ENV'))
        expect(example.has(name), `${name} of ${file}`).toBe(true);
    }
  });

  it('explains each setting in a comment above it', () => {
    const paragraphs = readFileSync(join(root, '.env.example'), 'utf8').split(/\n\n+/);
    for (const paragraph of paragraphs.filter((text) => /^[A-Z_]+=/m.test(text))) {
      expect(paragraph.startsWith('# '), paragraph).toBe(true);
    }
  });
});
