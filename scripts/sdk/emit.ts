import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ApiDocument, readApiModel } from '@signalbox/contracts/clients';
import { root } from '../env.ts';
import { emitJava } from './java.ts';
import { emitPhp } from './php.ts';
import { emitPython } from './python.ts';
import { emitTypescript } from './typescript.ts';

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** The version all clients carry: that of the house. */
export const clientVersion = (): string => (readJson('package.json') as { version: string }).version;

/** The public API as the clients see it. */
export const readPublishedApi = () => readApiModel(readJson('apps/api/openapi.json') as ApiDocument);

/** Every generated file of the four clients, by its path from the root. */
export function emitClients(): Map<string, string> {
  const api = readPublishedApi();
  const version = clientVersion();
  return new Map([emitTypescript, emitPython, emitPhp, emitJava].flatMap((emit) => [...emit(api, version)]));
}
