import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from '@swc/core';
import type { Breach } from './imports.ts';

/** What an import cannot show: things that are simply there in every file. */
const sentences = {
  'think-is-pure': 'packages/core takes time, chance and ids as arguments: no clock, no random, no input or output.',
  'only-env-reads-env': 'Settings are read and checked in env.ts alone; main.ts may hand it the whole process.env.',
};

type Rule = keyof typeof sentences;
type Node = { type: string; span?: { start: number }; [key: string]: unknown };

const TESTS = /\.(test|case|spec)\.tsx?$|\/testing\.ts$|\/e2e\//;
const SETTINGS = /(^|\/)env\.ts$|\.config\.ts$|(^|\/)build\.ts$/;
const ENTRY = /main\.ts$/;

const impureGlobals = new Set(['process', 'performance', 'crypto', 'console', 'globalThis', 'navigator']);
const impureCalls = new Set(['fetch', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'Date']);
const impureMembers = new Set(['Math.random', 'Date.now', 'Temporal.Now']);

/** Checks the walls that live in expressions, over every source file of packages and apps below this folder. */
export async function checkGlobals(folder: string): Promise<Breach[]> {
  const breaches: Breach[] = [];
  const exclude = (name: string) => /^(node_modules|dist|\.next)$/.test(name);
  for await (const file of glob('{packages,apps}/**/*.{ts,tsx}', { cwd: folder, exclude })) {
    if (TESTS.test(file) || file.endsWith('.d.ts')) continue;
    const source = readFileSync(join(folder, file), 'utf8');
    const quick = file.startsWith('packages/core/src/') || source.includes('env');
    if (quick) breaches.push(...(await checkFile(file, source)));
  }
  return breaches;
}

async function checkFile(file: string, source: string): Promise<Breach[]> {
  // Positions count on over all files parsed so far; the statement put in front tells where this file begins.
  const module = await parse(`;${source}`, { syntax: 'typescript', tsx: file.endsWith('x'), target: 'es2024' });
  const bytes = Buffer.from(`;${source}`);
  const found: Breach[] = [];
  const report = (rule: Rule, node: Node) => {
    const offset = (node.span?.start ?? 0) - module.span.start;
    const line = bytes.subarray(0, offset).toString('utf8').split('\n').length;
    found.push({ rule, where: `${file}:${line}`, sentence: sentences[rule] });
  };
  walk(module as unknown as Node, (node, parent) => {
    if (file.startsWith('packages/core/src/') && isImpure(node)) report('think-is-pure', node);
    if (!SETTINGS.test(file) && readsEnv(node, parent, ENTRY.test(file))) report('only-env-reads-env', node);
  });
  return found;
}

function walk(node: Node, visit: (node: Node, parent: Node | undefined) => void, parent?: Node): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      const inner = unwrap(child);
      if (inner) walk(inner, visit, node);
    }
  }
}

/** Arguments come as { spread, expression } without a type of their own. */
function unwrap(value: unknown): Node | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('type' in value) return value as Node;
  return 'expression' in value ? unwrap(value.expression) : undefined;
}

function isImpure(node: Node): boolean {
  if (node.type === 'MemberExpression') {
    return impureGlobals.has(nameOf(node.object)) || impureMembers.has(pathOf(node));
  }
  if (node.type === 'CallExpression') return impureCalls.has(nameOf(node.callee));
  return node.type === 'NewExpression' && nameOf(node.callee) === 'Date' && isEmpty(node.arguments);
}

function readsEnv(node: Node, parent: Node | undefined, isEntry: boolean): boolean {
  if (node.type === 'ImportDeclaration') {
    const from = (node.source as { value?: string }).value;
    const names = (node.specifiers as { local: { value: string }; imported?: { value: string } }[]) ?? [];
    return (
      /^(node:)?process$/.test(from ?? '') && names.some(({ local, imported }) => (imported ?? local).value === 'env')
    );
  }
  if (pathOf(node) === 'import.meta.env') return true;
  if (pathOf(node) !== 'process.env') return false;
  return !(isEntry && parent?.type !== 'MemberExpression');
}

function nameOf(value: unknown): string {
  const node = value as Node | undefined;
  return node?.type === 'Identifier' ? String(node.value) : '';
}

/** `a.b` for a member of a plain name, else an empty text. */
function pathOf(node: Node): string {
  if (node.type !== 'MemberExpression') return '';
  const object = node.object as Node;
  const left = object.type === 'MetaProperty' ? 'import.meta' : nameOf(object);
  const right = nameOf(node.property);
  return left && right ? `${left}.${right}` : '';
}

function isEmpty(list: unknown): boolean {
  return !Array.isArray(list) || list.length === 0;
}
