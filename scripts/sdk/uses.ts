import type { ApiModel, ObjectModel, OperationModel, TypeModel, WordsModel } from '@signalbox/contracts/clients';

/** The types that clients send and those they receive. What is only a page, which the clients read themselves, is neither. */
export interface Uses {
  sent: ReadonlySet<string>;
  received: ReadonlySet<string>;
}

/** Follows every operation to all types it reaches. With `merged`, choices between objects are taken as one object. */
export function findUses(api: ApiModel, options: { merged: boolean }): Uses {
  const sent = new Set<string>();
  const received = new Set<string>();
  for (const operation of api.operations) {
    for (const name of [operation.query, operation.body])
      if (name !== undefined) follow(api, name, sent, options.merged);
    const { answer } = operation;
    const type = answer.kind === 'page' ? answer.item : answer.kind === 'value' ? answer.type : undefined;
    if (type !== undefined) followType(api, type, received, true);
  }
  return { sent, received };
}

function follow(api: ApiModel, name: string, into: Set<string>, merged: boolean): void {
  if (into.has(name)) return;
  into.add(name);
  const type = api.types.get(name);
  if (type?.kind !== 'object') return;
  if (!merged && type.variants.length > 0) {
    for (const variant of type.variants) follow(api, variant, into, merged);
  } else {
    for (const field of type.fields) followType(api, field.type, into, merged);
  }
}

function followType(api: ApiModel, type: TypeModel, into: Set<string>, merged: boolean): void {
  if (type.kind === 'named') follow(api, type.name, into, merged);
  if (type.kind === 'list' || type.kind === 'map') followType(api, type.of, into, merged);
  if (type.kind === 'union') for (const one of type.of) followType(api, one, into, merged);
}

/** The types of a set in the order of the document: what a type needs stands before it. */
export const typesIn = (api: ApiModel, names: ReadonlySet<string>): (ObjectModel | WordsModel)[] =>
  [...api.types.values()].filter(({ name }) => names.has(name));

/** A type that must be there. */
export function typeOf(api: ApiModel, name: string): ObjectModel | WordsModel {
  const type = api.types.get(name);
  if (type === undefined) throw new Error(`The document does not describe ${name}.`);
  return type;
}

/** An object that must be there. */
export function objectOf(api: ApiModel, name: string): ObjectModel {
  const type = typeOf(api, name);
  if (type.kind !== 'object') throw new Error(`${name} is no object.`);
  return type;
}

/** The fields a call takes in its query and its body, what must be given first. */
export function fieldsOfCall(api: ApiModel, { query, body }: OperationModel): ObjectModel['fields'] {
  const fields = [query, body].flatMap((name) => (name === undefined ? [] : objectOf(api, name).fields));
  return [...fields.filter(({ isRequired }) => isRequired), ...fields.filter(({ isRequired }) => !isRequired)];
}

/** The operations of each resource. */
export const byResource = (api: ApiModel): Map<string, OperationModel[]> =>
  Map.groupBy(api.operations, ({ resource }) => resource);

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** First line of every file written here. */
export const NOTICE = 'Written by scripts/sdk/generate.ts from apps/api/openapi.json: change that, not this.';

/** What a call does, in the words of the document, as lines of a comment. */
export const linesOfCall = ({ summary, description, method, path }: OperationModel, width: number): string[] => [
  ...wrap(`${summary.replace(/\.?$/, '.')} ${description}`, width),
  `\`${method} ${path}\``,
];
