import {
  type ApiModel,
  camelCase,
  type FieldModel,
  type ObjectModel,
  type OperationModel,
  pascalCase,
  type TypeModel,
} from '@signalbox/contracts/clients';
import { byResource, findUses, linesOfCall, NOTICE, objectOf, typeOf, typesIn } from './uses.ts';

const ROOM = 'packages/sdk-typescript/src/generated';

/** The generated files of the TypeScript client, by path. */
export function emitTypescript(api: ApiModel, version: string): Map<string, string> {
  return new Map([
    [`${ROOM}/types.ts`, types(api)],
    [`${ROOM}/resources.ts`, resources(api)],
    [`${ROOM}/version.ts`, `// ${NOTICE}\n\n/** Version of this client. */\nexport const VERSION = '${version}';\n`],
  ]);
}

function types(api: ApiModel): string {
  const uses = findUses(api, { merged: false });
  const all = typesIn(api, new Set([...uses.sent, ...uses.received]));
  const drawn = all.map((type) => {
    if (type.kind === 'words') return `export type ${type.name} = ${wordsUnion(type.values)};`;
    if (uses.sent.has(type.name) && type.variants.length > 0) {
      return `export type ${type.name} = ${type.variants.join(' | ')};`;
    }
    return objectType(api, type, uses.received.has(type.name));
  });
  return `// ${NOTICE}

/** A list of words that may grow: the known ones, and any other text. */
export type Open<Word extends string> = Word | (string & Record<never, never>);

${drawn.join('\n\n')}
`;
}

function objectType(api: ApiModel, { name, fields }: ObjectModel, isReceived: boolean): string {
  const lines = fields.map((field) => fieldLines(api, field, isReceived)).join('');
  return `export interface ${name} {\n${lines}}`;
}

function fieldLines(api: ApiModel, field: FieldModel, isReceived: boolean): string {
  const comment = field.description === undefined ? '' : `  /** ${field.description} */\n`;
  const mark = field.isRequired ? '' : '?';
  return `${comment}  ${field.name}${mark}: ${typeText(api, field.type, isReceived)};\n`;
}

const wordsUnion = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(' | ');

function typeText(api: ApiModel, type: TypeModel, isReceived: boolean): string {
  const text = bareText(api, type, isReceived);
  return type.nullable ? `${text} | null` : text;
}

function bareText(api: ApiModel, type: TypeModel, isReceived: boolean): string {
  if (type.kind === 'text') {
    if (type.values === undefined) return 'string';
    return isReceived ? `Open<${wordsUnion(type.values)}>` : wordsUnion(type.values);
  }
  if (type.kind === 'integer' || type.kind === 'number') return 'number';
  if (type.kind === 'boolean') return 'boolean';
  if (type.kind === 'anything') return 'unknown';
  if (type.kind === 'map') return `Record<string, ${typeText(api, type.of, isReceived)}>`;
  if (type.kind === 'union') return type.of.map((one) => typeText(api, one, isReceived)).join(' | ');
  if (type.kind === 'named') {
    return isReceived && typeOf(api, type.name).kind === 'words' ? `Open<${type.name}>` : type.name;
  }
  const inner = typeText(api, type.of, isReceived);
  return /[ ]/.test(inner) ? `(${inner})[]` : `${inner}[]`;
}

function resources(api: ApiModel): string {
  const groups = [...byResource(api)];
  const classes = groups.map(([resource, operations]) => resourceClass(api, resource, operations));
  const used = new Set(classes.join('\n').match(/\b[A-Z]\w+\b/g));
  const uses = findUses(api, { merged: false });
  const names = [...new Set([...uses.sent, ...uses.received])].filter((name) => used.has(name)).sort();
  return `// ${NOTICE}

import type { Pages } from '../pages.ts';
import { type CallOptions, type IdempotentCallOptions, segment, type Transport } from '../transport.ts';
import type {
${names.map((name) => `  ${name},\n`).join('')}} from './types.ts';

${classes.join('\n\n')}

/** Every resource of the api. */
export class Resources {
${groups.map(([resource]) => `  readonly ${resource}: ${className(resource)};\n`).join('')}
  constructor(transport: Transport) {
${groups.map(([resource]) => `    this.${resource} = new ${className(resource)}(transport);\n`).join('')}  }
}
`;
}

const className = (resource: string): string => `${pascalCase(resource)}Resource`;

function resourceClass(api: ApiModel, resource: string, operations: OperationModel[]): string {
  return `/** Calls of \`client.${resource}\`. */
export class ${className(resource)} {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

${operations.map((operation) => method(api, operation)).join('\n')}}`;
}

function method(api: ApiModel, operation: OperationModel): string {
  const { query, body, takesIdempotencyKey } = operation;
  const parameters = operation.pathParameters.map((name) => `${camelCase(name)}: string`);
  if (query !== undefined) {
    const needed = objectOf(api, query).fields.some(({ isRequired }) => isRequired);
    parameters.push(`query: ${query}${needed ? '' : ' = {}'}`);
  }
  if (body !== undefined) parameters.push(`body: ${body}`);
  parameters.push(`options: ${takesIdempotencyKey ? 'IdempotentCallOptions' : 'CallOptions'} = {}`);
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `\${segment(${camelCase(name)})}`);
  const call = [
    `method: '${operation.method}'`,
    `path: ${path === operation.path ? `'${path}'` : `\`${path}\``}`,
    ...(query === undefined ? [] : ['query']),
    ...(body === undefined ? [] : ['body']),
    ...(takesIdempotencyKey ? ['takesIdempotencyKey: true'] : []),
    'options',
  ].join(', ');
  const comment = linesOfCall(operation, 110).map((line) => `   * ${line}\n`);
  const { answers, run } = answerOf(api, operation);
  return `  /**\n${comment.join('')}   */
  ${operation.name}(${parameters.join(', ')}): ${answers} {
    return this.#transport.${run}({ ${call} });
  }
`;
}

function answerOf(api: ApiModel, { answer }: OperationModel): { answers: string; run: string } {
  if (answer.kind === 'page') return { answers: `Pages<${typeText(api, answer.item, true)}>`, run: 'pages' };
  if (answer.kind === 'nothing') return { answers: 'Promise<void>', run: 'call' };
  if (answer.kind === 'text') return { answers: 'Promise<string>', run: 'call' };
  return { answers: `Promise<${typeText(api, answer.type, true)}>`, run: 'call' };
}
