import {
  type ApiModel,
  camelCase,
  constantCase,
  javaName,
  type ObjectModel,
  type OperationModel,
  pascalCase,
  type TypeModel,
  type WordsModel,
} from '@signalbox/contracts/clients';
import { byResource, findUses, linesOfCall, NOTICE, objectOf, typeOf, typesIn, type Uses } from './uses.ts';

const ROOM = 'packages/sdk-java/src/main/java/io/signalbox';

/** The generated files of the Java client, by path: one public type a file. */
export function emitJava(api: ApiModel, version: string): Map<string, string> {
  const uses = findUses(api, { merged: true });
  const files = new Map<string, string>();
  for (const type of typesIn(api, new Set([...uses.sent, ...uses.received]))) {
    const code = type.kind === 'words' ? wordsClass(type) : record(api, type, uses);
    files.set(`${ROOM}/${type.name}.java`, java(code));
  }
  for (const [resource, operations] of byResource(api)) {
    files.set(`${ROOM}/${className(resource)}.java`, java(resourceClass(api, resource, operations)));
  }
  files.set(`${ROOM}/Resources.java`, java(resourcesClass(api)));
  const versionClass = `/** Version of this client. */\nfinal class Version {\n    static final String NAME = "${version}";\n\n    private Version() {}\n}`;
  files.set(`${ROOM}/Version.java`, java(versionClass));
  return files;
}

function java(code: string): string {
  const imports = ['List', 'Map', 'LinkedHashMap'].filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  const lines = imports.sort().map((name) => `import java.util.${name};\n`);
  return `// ${NOTICE}\n\npackage io.signalbox;\n\n${lines.join('')}${lines.length > 0 ? '\n' : ''}${code}\n`;
}

const className = (resource: string): string => `${pascalCase(resource)}Resource`;

function wordsClass({ name, values }: WordsModel): string {
  const constants = values.map((value) => `    public static final String ${constantCase(value)} = "${value}";\n`);
  return `/** The words known to this version; answers may bring others. */
public final class ${name} {
${constants.join('')}
    private ${name}() {}
}`;
}

function record(api: ApiModel, type: ObjectModel, uses: Uses): string {
  const isSent = uses.sent.has(type.name);
  const { name, fields } = type;
  const docs = fields
    .filter(({ description }) => description !== undefined)
    .map((field) => ` * @param ${javaName(field.name)} ${field.description}\n`);
  const components = fields.map((field) => `        ${typeText(api, field.type)} ${javaName(field.name)}`).join(',\n');
  const parts = [
    ...(uses.received.has(name) ? [reader(api, type)] : []),
    ...(isSent ? [writer(type), builder(api, type)] : []),
  ];
  const note = isSent ? 'Made by its builder; what is null is not sent.' : 'A field is null where the api gave none.';
  return `/**
 * ${name}. ${note}
${docs.length > 0 ? ' *\n' : ''}${docs.join('')} */
public record ${name}(
${components}
)${isSent ? ' implements JsonObject' : ''} {
${parts.join('\n')}}`;
}

function reader(api: ApiModel, { name, fields }: ObjectModel): string {
  const read = fields.map((field) => `            ${decode(api, field.type, `json.get("${field.name}")`)}`);
  return `    static ${name} fromJson(Map<String, Object> json) {
        return new ${name}(
${read.join(',\n')});
    }
`;
}

function writer({ fields }: ObjectModel): string {
  const puts = fields.map(
    (field) => `        if (${javaName(field.name)} != null) json.put("${field.name}", ${javaName(field.name)});\n`,
  );
  return `    @Override
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
${puts.join('')}        return json;
    }

    public static Builder builder() {
        return new Builder();
    }
`;
}

function builder(api: ApiModel, { name, fields }: ObjectModel): string {
  const held = fields.map((field) => `        private ${typeText(api, field.type)} ${javaName(field.name)};\n`);
  const setters = fields.flatMap((field) => {
    const choices = field.type.kind === 'union' ? field.type.of : [field.type];
    const comment = field.description === undefined ? '' : `        /** ${field.description} */\n`;
    return choices.map(
      (choice) => `${comment}        public Builder ${javaName(field.name)}(${settingText(api, choice)} value) {
            this.${javaName(field.name)} = value;
            return this;
        }
`,
    );
  });
  const checks = fields
    .filter(({ isRequired }) => isRequired)
    .map((field) => `            Json.need("${name}", "${field.name}", ${javaName(field.name)});\n`);
  return `    /** Collects the fields of a ${name}. */
    public static final class Builder {
${held.join('')}
        private Builder() {}

${setters.join('\n')}
        /** Throws IllegalArgumentException naming a field that is needed and not set. */
        public ${name} build() {
${checks.join('')}            return new ${name}(${fields.map((field) => javaName(field.name)).join(', ')});
        }
    }
`;
}

function typeText(api: ApiModel, type: TypeModel): string {
  if (type.kind === 'text') return 'String';
  if (type.kind === 'integer') return 'Long';
  if (type.kind === 'number') return 'Double';
  if (type.kind === 'boolean') return 'Boolean';
  if (type.kind === 'anything') return 'Object';
  if (type.kind === 'list') return `List<${typeText(api, type.of)}>`;
  if (type.kind === 'map') return `Map<String, ${typeText(api, type.of)}>`;
  // A choice of shapes is what they have in common; the setters take each of them and nothing else.
  if (type.kind === 'union') return type.of.every((choice) => isObject(api, choice)) ? 'JsonObject' : 'Object';
  return isObject(api, type) ? type.name : 'String';
}

const isObject = (api: ApiModel, type: TypeModel): boolean =>
  type.kind === 'named' && typeOf(api, type.name).kind === 'object';

/** What a setter takes: plain numbers, so that `6` may be written. */
function settingText(api: ApiModel, type: TypeModel): string {
  return { integer: 'long', number: 'double', boolean: 'boolean' }[type.kind as string] ?? typeText(api, type);
}

function decode(api: ApiModel, type: TypeModel, value: string): string {
  if (type.kind === 'text') return `Json.text(${value})`;
  if (type.kind === 'integer') return `Json.whole(${value})`;
  if (type.kind === 'number') return `Json.decimal(${value})`;
  if (type.kind === 'boolean') return `Json.flag(${value})`;
  if (type.kind === 'list' || type.kind === 'map') {
    // Java knows no second variable of the same name within a lambda.
    const each = /^(sub)*item$/.test(value) ? `sub${value}` : 'item';
    return `Json.${type.kind}(${value}, ${each} -> ${decode(api, type.of, each)})`;
  }
  if (type.kind !== 'named') return value;
  return isObject(api, type) ? `Json.object(${value}, ${type.name}::fromJson)` : `Json.text(${value})`;
}

function resourcesClass(api: ApiModel): string {
  const names = [...byResource(api).keys()];
  return `/** Every resource of the api. */
abstract class Resources {
${names.map((name) => `    private final ${className(name)} ${name};\n`).join('')}
    Resources(Transport transport) {
${names.map((name) => `        this.${name} = new ${className(name)}(transport);\n`).join('')}    }
${names.map((name) => `\n    public ${className(name)} ${name}() {\n        return ${name};\n    }\n`).join('')}}`;
}

function resourceClass(api: ApiModel, resource: string, operations: OperationModel[]): string {
  return `/** Calls of {@code client.${resource}()}. */
public final class ${className(resource)} {
    private final Transport transport;

    ${className(resource)}(Transport transport) {
        this.transport = transport;
    }
${operations.map((operation) => methods(api, operation)).join('')}}`;
}

/** One method with options, and the shorter ones that call it. */
function methods(api: ApiModel, operation: OperationModel): string {
  const { query, body } = operation;
  const path = operation.pathParameters.map((name) => ({ type: 'String', name: javaName(camelCase(name)) }));
  const given = [
    query === undefined ? [] : [{ type: query, name: 'query' }],
    body === undefined ? [] : [{ type: body, name: 'body' }],
  ].flat();
  const parameters = [...path, ...given];
  const answers = answerText(api, operation);
  const keyword = answers === 'void' ? '' : 'return ';
  const name = javaName(operation.name);
  const list = (all: { type: string; name: string }[]) => all.map((one) => `${one.type} ${one.name}`).join(', ');
  const names = (all: { name: string }[], ...more: string[]) => [...all.map((one) => one.name), ...more].join(', ');
  const comment = `\n    /**\n${linesOfCall(operation, 105)
    .map((line) => `     * ${line.replaceAll(/`([^`]*)`/g, '{@code $1}')}\n`)
    .join('')}     */\n`;
  const short = `${comment}    public ${answers} ${name}(${list(parameters)}) {
        ${keyword}${name}(${names(parameters, 'RequestOptions.none()')});
    }
`;
  const isFree = query !== undefined && !objectOf(api, query).fields.some(({ isRequired }) => isRequired);
  const shortest = isFree
    ? `${comment}    public ${answers} ${name}(${list(path)}) {
        ${keyword}${name}(${names(path, `${query}.builder().build()`)});
    }
`
    : '';
  return `${shortest}${short}${comment}    public ${answers} ${name}(${list([...parameters, { type: 'RequestOptions', name: 'options' }])}) {
        ${keyword}${callText(api, operation)};
    }
`;
}

function answerText(api: ApiModel, { answer }: OperationModel): string {
  if (answer.kind === 'nothing') return 'void';
  if (answer.kind === 'text') return 'String';
  return answer.kind === 'page' ? `Pages<${typeText(api, answer.item)}>` : typeText(api, answer.type);
}

function callText(api: ApiModel, operation: OperationModel): string {
  const { answer, method, query, body, takesIdempotencyKey } = operation;
  const path = `"${operation.path.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => `" + Transport.segment(${javaName(camelCase(name))}) + "`,
  )}"`.replace(/ \+ ""$/, '');
  const call = `new Transport.Call("${method}", ${path}, ${query === undefined ? 'null' : 'query'}, ${
    body === undefined ? 'null' : 'body'
  }, ${takesIdempotencyKey}, options)`;
  if (answer.kind === 'page') return `transport.pages(${call}, item -> ${decode(api, answer.item, 'item')})`;
  if (answer.kind === 'nothing') return `transport.call(${call})`;
  if (answer.kind === 'text') return `Json.text(transport.call(${call}))`;
  return decode(api, answer.type, `transport.call(${call})`);
}
