import {
  type ApiModel,
  type ObjectModel,
  type OperationModel,
  pascalCase,
  pythonName,
  snakeCase,
  type TypeModel,
} from '@signalbox/contracts/clients';
import { byResource, fieldsOfCall, findUses, linesOfCall, NOTICE, typeOf, typesIn } from './uses.ts';

const ROOM = 'packages/sdk-python/src/signalbox';

/** The generated files of the Python client, by path. */
export function emitPython(api: ApiModel, version: string): Map<string, string> {
  return new Map([
    [`${ROOM}/types.py`, types(api)],
    [`${ROOM}/_resources.py`, resources(api)],
    [`${ROOM}/_version.py`, `"""${NOTICE}"""\n\nVERSION = "${version}"\n`],
  ]);
}

function types(api: ApiModel): string {
  const { sent, received } = findUses(api, { merged: true });
  const drawn = typesIn(api, new Set([...sent, ...received])).map((type) =>
    type.kind === 'words'
      ? `${type.name} = ${literal(type.values)}`
      : typedDict(api, type, received.has(type.name) && !sent.has(type.name)),
  );
  return `"""The shapes of requests and answers.

Answers are dictionaries as they came; fields and words this version does not know are kept.

${NOTICE}
"""

from typing import Any, Dict, List, Literal, Optional, TypedDict, Union

${drawn.join('\n\n')}
`;
}

const literal = (values: readonly string[]): string => `Literal[${values.map((value) => `"${value}"`).join(', ')}]`;

/** Fields may be words of the language (\`from\`, \`class\`), so the functional writing is needed. */
function typedDict(api: ApiModel, { name, fields }: ObjectModel, isOpen: boolean): string {
  const lines = (isRequired: boolean) =>
    fields
      .filter((field) => field.isRequired === isRequired)
      .map((field) => `        "${field.name}": ${typeText(api, field.type, isOpen)},\n`)
      .join('');
  const [needed, free] = [lines(true), lines(false)];
  const made = (as: string, inner: string, total: string) =>
    `TypedDict(\n    "${as}",\n    {\n${inner}    },${total}\n)`;
  if (free === '') return `${name} = ${made(name, needed, '')}`;
  if (needed === '') return `${name} = ${made(name, free, '\n    total=False,')}`;
  return `_${name}Needed = ${made(`_${name}Needed`, needed, '')}
_${name}Free = ${made(`_${name}Free`, free, '\n    total=False,')}


class ${name}(_${name}Needed, _${name}Free):
    pass

`;
}

function typeText(api: ApiModel, type: TypeModel, isOpen: boolean): string {
  const text = bareText(api, type, isOpen);
  return type.nullable ? `Optional[${text}]` : text;
}

function bareText(api: ApiModel, type: TypeModel, isOpen: boolean): string {
  if (type.kind === 'text') {
    if (type.values === undefined) return 'str';
    return isOpen ? `Union[${literal(type.values)}, str]` : literal(type.values);
  }
  if (type.kind === 'integer') return 'int';
  if (type.kind === 'number') return 'float';
  if (type.kind === 'boolean') return 'bool';
  if (type.kind === 'anything') return 'Any';
  if (type.kind === 'list') return `List[${typeText(api, type.of, isOpen)}]`;
  if (type.kind === 'map') return `Dict[str, ${typeText(api, type.of, isOpen)}]`;
  if (type.kind === 'union') return `Union[${type.of.map((one) => typeText(api, one, isOpen)).join(', ')}]`;
  return isOpen && typeOf(api, type.name).kind === 'words' ? `Union[${type.name}, str]` : type.name;
}

const className = (resource: string): string => `${pascalCase(resource)}Resource`;

function resources(api: ApiModel): string {
  const groups = [...byResource(api)];
  const classes = groups.map(([resource, operations]) => {
    const methods = operations.map((operation) => method(api, operation)).join('\n');
    return `class ${className(resource)}:
    """Calls of \`\`client.${snakeCase(resource)}\`\`."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

${methods}`;
  });
  const used = new Set(classes.join('\n').match(/\b[A-Z]\w+\b/g));
  const { sent, received } = findUses(api, { merged: true });
  const names = [...new Set([...sent, ...received])].filter((name) => used.has(name)).sort();
  return `"""${NOTICE}"""

from __future__ import annotations

from typing import Any, Dict, List, Literal, Optional, Union

from ._pages import Pages
from ._transport import Transport, segment
from .types import (
${names.map((name) => `    ${name},\n`).join('')})


${classes.join('\n\n')}

class Resources:
    """Every resource of the api."""

    def __init__(self, transport: Transport) -> None:
${groups.map(([resource]) => `        self.${snakeCase(resource)} = ${className(resource)}(transport)\n`).join('')}`;
}

function method(api: ApiModel, operation: OperationModel): string {
  const fields = fieldsOfCall(api, operation);
  const keywords = fields.map(({ name, type, isRequired }) => {
    const text = typeText(api, type, false);
    return isRequired ? `${pythonName(name)}: ${text}` : `${pythonName(name)}: Optional[${text}] = None`;
  });
  if (operation.takesIdempotencyKey) keywords.push('idempotency_key: Optional[str] = None');
  keywords.push('timeout: Optional[float] = None');
  const parameters = ['self', ...operation.pathParameters.map((name) => `${pythonName(name)}: str`), '*', ...keywords];
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `{segment(${pythonName(name)})}`);
  const entries = fields.map(({ name }) => `                "${name}": ${pythonName(name)},\n`).join('');
  const dict = `{\n${entries}            }`;
  const call = [
    `"${operation.method}"`,
    `${path === operation.path ? '' : 'f'}"${path}"`,
    ...(operation.query === undefined ? [] : [`query=${dict}`]),
    ...(operation.body === undefined ? [] : [`body=${dict}`]),
    ...(operation.takesIdempotencyKey ? ['takes_key=True', 'idempotency_key=idempotency_key'] : []),
    'timeout=timeout',
  ].map((line) => `            ${line},\n`);
  const { answers, run, before } = answerOf(api, operation);
  return `    def ${pythonName(snakeCase(operation.name))}(
${parameters.map((parameter) => `        ${parameter},\n`).join('')}    ) -> ${answers}:
        """${linesOfCall(operation, 100).join('\n        ')}"""
        ${before}self._transport.${run}(
${call.join('')}        )
`;
}

function answerOf(api: ApiModel, { answer }: OperationModel): { answers: string; run: string; before: string } {
  if (answer.kind === 'page') {
    return { answers: `Pages[${typeText(api, answer.item, true)}]`, run: 'pages', before: 'return ' };
  }
  if (answer.kind === 'nothing') return { answers: 'None', run: 'call', before: '' };
  if (answer.kind === 'text') return { answers: 'str', run: 'call', before: 'return ' };
  return { answers: typeText(api, answer.type, true), run: 'call', before: 'return ' };
}
