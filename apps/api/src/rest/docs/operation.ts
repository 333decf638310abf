import type { OpenApiDocument, OpenApiOperation } from '../openapi.ts';
import { escapeHtml, prose } from './html.ts';
import { limitsOf, type SchemaRow, schemaRows, typeOf } from './schema-rows.ts';

/** One operation with its place, as the reference lists it. */
export interface PlacedOperation {
  method: string;
  path: string;
  operation: OpenApiOperation;
}

/** The section of one operation: what it takes, what it answers, how it refuses, and a call to copy. */
export function operationSection(document: OpenApiDocument, placed: PlacedOperation, publicUrl: string): string {
  const { method, path, operation } = placed;
  const body = operation.requestBody?.content['application/json'];
  const [status, answered] = Object.entries(operation.responses).find(([code]) => code.startsWith('2')) ?? [];
  const shape = answered?.content?.['application/json']?.schema;
  return [
    `<h2 id="${operation.operationId}">${escapeHtml(operation.summary)}</h2>`,
    `<p class="where"><span class="method ${method}">${method}</span><code>${escapeHtml(path)}</code></p>`,
    `<p>${prose(operation.description)}</p>`,
    `<p>Needs a key, or an access token of one, with the permission ${permissionsOf(operation)}.</p>`,
    operation.parameters.length === 0 ? '' : `<h3>Parameters</h3>${parameterTable(document, operation)}`,
    body === undefined ? '' : `<h3>Body</h3>${fieldTable(schemaRows(document, body.schema), true)}`,
    `<h3>Example</h3><pre><code>${escapeHtml(exampleCall(placed, publicUrl))}</code></pre>`,
    `<h3>Answer ${escapeHtml(status ?? '')}</h3><p>${prose(answered?.description ?? '')}</p>`,
    shape === undefined ? '' : fieldTable(schemaRows(document, shape), false),
    `<h3>Refusals</h3>${refusalTable(operation)}`,
  ].join('\n');
}

const permissionsOf = (operation: OpenApiOperation): string =>
  [...new Set(operation.security.flatMap((scheme) => Object.values(scheme).flat()))]
    .map((permission) => `<code>${escapeHtml(permission)}</code>`)
    .join(', ');

function exampleCall({ method, path, operation }: PlacedOperation, publicUrl: string): string {
  const body = operation.requestBody?.content['application/json']?.example;
  const lines = [
    `curl${method === 'get' ? '' : ` -X ${method.toUpperCase()}`} ${publicUrl}${path}`,
    `-H 'Authorization: Bearer <api key>'`,
  ];
  if (operation.parameters.some((parameter) => parameter.name === 'Idempotency-Key')) {
    lines.push(`-H "Idempotency-Key: $(uuidgen)"`);
  }
  if (body !== undefined) {
    lines.push(`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(body, undefined, 2)}'`);
  }
  return lines.join(' \\\n  ');
}

function parameterTable(document: OpenApiDocument, operation: OpenApiOperation): string {
  const rows = operation.parameters.map((parameter) => {
    const said = [limitsOf(document, parameter.schema), parameter.description ?? ''].filter(Boolean).join('. ');
    const need = parameter.required ? 'required' : 'optional';
    return `<tr><td><code>${escapeHtml(parameter.name)}</code></td><td>${parameter.in}<br><span class="need">${need}</span></td><td>${escapeHtml(typeOf(document, parameter.schema))}</td><td>${prose(said)}</td></tr>`;
  });
  return table(['Name', 'In', 'Type', 'Limits'], rows);
}

function fieldTable(rows: readonly SchemaRow[], saysNeed: boolean): string {
  const lines = rows.map((row) => {
    const need = saysNeed && row.required ? ' <span class="need">required</span>' : '';
    return `<tr><td class="d${row.depth}"><code>${escapeHtml(row.name)}</code>${need}</td><td>${escapeHtml(row.type)}</td><td>${prose(row.limits)}</td></tr>`;
  });
  return table(['Field', 'Type', 'Limits'], lines);
}

function refusalTable(operation: OpenApiOperation): string {
  const rows = Object.entries(operation.responses)
    .filter(([status]) => !status.startsWith('2'))
    .map(([status, response]) => {
      const linked = prose(response.description).replaceAll(
        /<code>([a-z_]+)<\/code>/g,
        '<a href="/docs/errors/$1"><code>$1</code></a>',
      );
      return `<tr><td>${status}</td><td>${linked}</td></tr>`;
    });
  return table(['Status', 'Codes'], rows);
}

/** A table that scrolls by itself on a narrow screen. */
export function table(heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((name) => `<th scope="col">${name}</th>`).join('');
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
