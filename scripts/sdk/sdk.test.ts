import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../env.ts';
import { clientVersion, emitClients, readPublishedApi } from './emit.ts';
import { findGenerated } from './find-generated.ts';
import { findUses, typesIn } from './uses.ts';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('The four clients', () => {
  const emitted = emitClients();

  it('say what the published document says; else run "node scripts/sdk/generate.ts"', () => {
    const stale = [...emitted].filter(([file, text]) => !existsSync(join(root, file)) || read(file) !== text);
    expect(stale.map(([file]) => file)).toEqual([]);
  });

  it('keep no generated file of a type or resource that is gone', () => {
    expect(findGenerated().filter((file) => !emitted.has(file))).toEqual([]);
  });

  it('leave out what is null, so null may not say more than that: give such a field of a request the default null', () => {
    const api = readPublishedApi();
    const objects = typesIn(api, findUses(api, { merged: true }).sent).filter((type) => type.kind === 'object');
    const meant = objects.flatMap(({ name, fields }) =>
      fields
        .filter(({ type, isNullAbsence }) => type.nullable && !isNullAbsence)
        .map((field) => `${name}.${field.name}`),
    );
    expect(meant).toEqual([]);
  });

  it('all carry the version of the house', () => {
    const version = clientVersion();
    expect(JSON.parse(read('packages/sdk-typescript/package.json'))).toMatchObject({ version });
    expect(read('packages/sdk-python/pyproject.toml')).toContain(`\nversion = "${version}"\n`);
    expect(read('packages/sdk-java/pom.xml')).toContain(`<version>${version}</version>`);
  });

  it('depend on nothing', () => {
    expect(JSON.parse(read('packages/sdk-typescript/package.json'))).not.toHaveProperty('dependencies');
    expect(read('packages/sdk-python/pyproject.toml')).toContain('\ndependencies = []\n');
    const { require } = JSON.parse(read('packages/sdk-php/composer.json')) as { require: object };
    expect(Object.keys(require)).toEqual(['php', 'ext-curl', 'ext-json']);
    expect(read('packages/sdk-java/pom.xml')).not.toContain('<dependency>');
  });
});
