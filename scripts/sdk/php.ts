import {
  type ApiModel,
  camelCase,
  constantCase,
  type ObjectModel,
  type OperationModel,
  pascalCase,
  type TypeModel,
  type WordsModel,
} from '@signalbox/contracts/clients';
import { byResource, fieldsOfCall, findUses, linesOfCall, NOTICE, objectOf, typeOf, typesIn } from './uses.ts';

const ROOM = 'packages/sdk-php/src';

/** The generated files of the PHP client, by path: one class a file (PSR-4). */
export function emitPhp(api: ApiModel, version: string): Map<string, string> {
  const { sent, received } = findUses(api, { merged: true });
  const files = new Map<string, string>();
  for (const type of typesIn(api, new Set([...sent, ...received]))) {
    const isClass = type.kind === 'words' || received.has(type.name);
    if (isClass) files.set(`${ROOM}/Model/${type.name}.php`, modelFile(api, type));
  }
  for (const [resource, operations] of byResource(api)) {
    files.set(`${ROOM}/Resource/${pascalCase(resource)}.php`, resourceFile(api, resource, operations));
  }
  files.set(`${ROOM}/Resources.php`, resourcesFile(api));
  files.set(
    `${ROOM}/Version.php`,
    php(
      'Signalbox',
      `/** Version of this client. */\nfinal class Version\n{\n    public const NAME = '${version}';\n}`,
    ),
  );
  return files;
}

const php = (namespace: string, code: string): string =>
  `<?php\n\n// ${NOTICE}\n\ndeclare(strict_types=1);\n\nnamespace ${namespace};\n\n${code}\n`;

function modelFile(api: ApiModel, type: ObjectModel | WordsModel): string {
  return php('Signalbox\\Model', type.kind === 'words' ? wordsClass(type) : modelClass(api, type));
}

function wordsClass({ name, values }: WordsModel): string {
  const constants = values.map((value) => `    public const ${constantCase(value)} = '${value}';\n`).join('');
  return `/** The words known to this version; answers may bring others. */\nfinal class ${name}\n{\n${constants}}`;
}

function modelClass(api: ApiModel, { name, fields }: ObjectModel): string {
  const ordered = [...fields.filter(({ isRequired }) => isRequired), ...fields.filter(({ isRequired }) => !isRequired)];
  const docs = ordered
    .map(({ name: field, type, isRequired, description }) =>
      docLine(docType(api, type, isRequired), field, description),
    )
    .join('');
  const promoted = ordered.map(
    ({ name: field, type, isRequired }) =>
      `        public readonly ${nativeType(api, type, isRequired)} $${camelCase(field)}${isRequired ? '' : ' = null'},\n`,
  );
  const read = ordered.map(({ name: field, type, isRequired }) => {
    const mayMiss = !isRequired || type.nullable;
    const value = mayMiss ? `$data['${field}']` : `Answer::field($data, '${field}')`;
    const decoded = decode(api, type, value);
    const whole = decoded === value ? (mayMiss ? `${value} ?? null` : value) : decoded;
    return `            ${mayMiss && decoded !== value ? `isset(${value}) ? ${decoded} : null` : whole},\n`;
  });
  const needs = read.some((line) => line.includes('Answer::')) ? 'use Signalbox\\Answer;\n\n' : '';
  return `${needs}/** One ${name} as the api answers it. */
final class ${name}
{
${docs === '' ? '' : `    /**\n${docs}     */\n`}    public function __construct(
${promoted.join('')}    ) {
    }

    /**
     * Reads an answer; fields this version does not know are left out.
     *
     * @param array<string, mixed> $data
     */
    public static function fromArray(array $data): self
    {
        return new self(
${read.join('')}        );
    }
}`;
}

/** What the signature does not say already. */
function docLine(type: string, name: string, description: string | undefined): string {
  if (description === undefined && !/[<{']/.test(type)) return '';
  return `     * @param ${type} $${camelCase(name)}${description === undefined ? '' : ` ${description}`}\n`;
}

/** The expression that makes the value of a type from parsed JSON; the expression itself where nothing is to be made. */
function decode(api: ApiModel, type: TypeModel, value: string): string {
  if (type.kind === 'named')
    return typeOf(api, type.name).kind === 'object' ? `${type.name}::fromArray(${value})` : value;
  if (type.kind === 'list' || type.kind === 'map') {
    const inner = decode(api, type.of, '$item');
    if (inner === '$item') return value;
    return `array_map(static fn (array $item) => ${inner}, ${value})`;
  }
  return type.kind === 'number' ? `(float) ${value}` : value;
}

function nativeType(api: ApiModel, type: TypeModel, isRequired: boolean): string {
  const text = bareNative(api, type);
  if (text === 'mixed') return text;
  return isRequired && !type.nullable ? text : `?${text}`;
}

function bareNative(api: ApiModel, type: TypeModel): string {
  if (type.kind === 'text') return 'string';
  if (type.kind === 'integer') return 'int';
  if (type.kind === 'number') return 'float';
  if (type.kind === 'boolean') return 'bool';
  if (type.kind === 'anything') return 'mixed';
  if (type.kind === 'named') return typeOf(api, type.name).kind === 'object' ? type.name : 'string';
  return 'array';
}

function docType(api: ApiModel, type: TypeModel, isRequired: boolean): string {
  const text = bareDoc(api, type);
  return isRequired && !type.nullable ? text : `${text}|null`;
}

function bareDoc(api: ApiModel, type: TypeModel): string {
  if (type.kind === 'list') return `list<${bareDoc(api, type.of)}>`;
  if (type.kind === 'map') return `array<string, ${bareDoc(api, type.of)}>`;
  return bareNative(api, type);
}

function resourcesFile(api: ApiModel): string {
  const names = [...byResource(api).keys()];
  return php(
    'Signalbox',
    `/** Every resource of the api. */
abstract class Resources
{
${names.map((name) => `    public readonly Resource\\${pascalCase(name)} $${name};\n`).join('')}
    protected function __construct(Transport $transport)
    {
${names.map((name) => `        $this->${name} = new Resource\\${pascalCase(name)}($transport);\n`).join('')}    }
}`,
  );
}

function resourceFile(api: ApiModel, resource: string, operations: OperationModel[]): string {
  const methods = operations.map((operation) => method(api, operation)).join('\n');
  const models = [...new Set(methods.match(/\b[A-Z]\w+(?=::fromArray)/g))].sort();
  return php(
    'Signalbox\\Resource',
    `${models.map((name) => `use Signalbox\\Model\\${name};\n`).join('')}${methods.includes('Pages') ? 'use Signalbox\\Pages;\n' : ''}use Signalbox\\Transport;

/** Calls of \`$client->${resource}\`. */
final class ${pascalCase(resource)}
{
    public function __construct(private readonly Transport $transport)
    {
    }

${methods}}`,
  );
}

function method(api: ApiModel, operation: OperationModel): string {
  const fields = fieldsOfCall(api, operation);
  const docs = fields
    .map(({ name, type, isRequired, description }) => docLine(sentDoc(api, type, isRequired), name, description))
    .join('');
  const parameters = [
    ...operation.pathParameters.map((name) => `string $${camelCase(name)}`),
    ...fields.map(
      ({ name, type, isRequired }) =>
        `${sentNative(api, type, isRequired)} $${camelCase(name)}${isRequired ? '' : ' = null'}`,
    ),
    ...(operation.takesIdempotencyKey ? ['?string $idempotencyKey = null'] : []),
    '?float $timeoutSeconds = null',
  ];
  const given = (name: string | undefined) =>
    name === undefined
      ? 'null'
      : `[\n${objectOf(api, name)
          .fields.map(
            ({ name: field, type }) => `                '${field}' => ${encode(type, `$${camelCase(field)}`)},\n`,
          )
          .join('')}            ]`;
  const path = operation.path.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => `' . Transport::segment($${camelCase(name)}) . '`,
  );
  const call = [
    `'${operation.method}'`,
    `'${path}'`.replace(/ \. ''$/, ''),
    `query: ${given(operation.query)}`,
    `body: ${given(operation.body)}`,
    ...(operation.takesIdempotencyKey ? ['takesKey: true', 'idempotencyKey: $idempotencyKey'] : []),
    'timeoutSeconds: $timeoutSeconds',
  ].filter((part) => part !== 'query: null' && part !== 'body: null');
  const { answers, doc, before, after, run, reader } = answerOf(operation);
  const comment = linesOfCall(operation, 110).map((line) => `     * ${line}\n`);
  return `    /**
${comment.join('')}${docs + doc === '' ? '' : '     *\n'}${docs}${doc}     */
    public function ${operation.name}(
${parameters.map((parameter) => `        ${parameter},\n`).join('')}    ): ${answers} {
        ${before}$this->transport->${run}(
${[...(reader === undefined ? [] : [reader]), ...call].map((part) => `            ${part},\n`).join('')}        )${after};
    }
`;
}

/** PHP has one array for lists and objects: an empty object must not leave as a list. */
const encode = (type: TypeModel, value: string): string =>
  type.kind === 'map' ? `${value} === null ? null : (object) ${value}` : value;

function sentNative(api: ApiModel, type: TypeModel, isRequired: boolean): string {
  const choices = type.kind === 'union' ? type.of : [type];
  const [text = 'mixed', ...others] = new Set(choices.map((choice) => sentBareNative(api, choice)));
  if (others.length > 0) return [text, ...others, ...(isRequired ? [] : ['null'])].join('|');
  return isRequired || text === 'mixed' ? text : `?${text}`;
}

function sentBareNative(api: ApiModel, type: TypeModel): string {
  const isArray = type.kind === 'named' && typeOf(api, type.name).kind === 'object';
  return isArray ? 'array' : bareNative(api, type);
}

function sentDoc(api: ApiModel, type: TypeModel, isRequired: boolean): string {
  return isRequired ? sentBare(api, type) : `${sentBare(api, type)}|null`;
}

function sentBare(api: ApiModel, type: TypeModel): string {
  if (type.kind === 'text' && type.values !== undefined) return type.values.map((value) => `'${value}'`).join('|');
  if (type.kind === 'list') return `list<${sentBare(api, type.of)}>`;
  if (type.kind === 'map') return `array<string, ${sentBare(api, type.of)}>`;
  if (type.kind === 'union') return type.of.map((one) => sentBare(api, one)).join('|');
  if (type.kind !== 'named') return bareNative(api, type);
  const named = typeOf(api, type.name);
  if (named.kind === 'words') return named.values.map((value) => `'${value}'`).join('|');
  const fields = named.fields.map(
    (field) => `${field.name}${field.isRequired ? '' : '?'}: ${sentBare(api, field.type)}`,
  );
  return `array{${fields.join(', ')}}`;
}

interface AnswerText {
  answers: string;
  doc: string;
  before: string;
  after: string;
  run: string;
  reader?: string;
}

function answerOf({ answer }: OperationModel): AnswerText {
  if (answer.kind === 'nothing') return { answers: 'void', doc: '', before: '', after: '', run: 'call' };
  if (answer.kind === 'text') return { answers: 'string', doc: '', before: 'return ', after: '', run: 'call' };
  const type = answer.kind === 'page' ? answer.item : answer.type;
  const name = type.kind === 'named' ? type.name : '';
  if (answer.kind === 'page') {
    const doc = `     * @return Pages<${name}>\n`;
    return { answers: 'Pages', doc, before: 'return ', after: '', run: 'pages', reader: `${name}::fromArray(...)` };
  }
  return { answers: name, doc: '', before: `return ${name}::fromArray(`, after: ')', run: 'call' };
}
