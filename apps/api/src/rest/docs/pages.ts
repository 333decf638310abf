import { createHash } from 'node:crypto';
import { ERRORS, type ErrorCode, SignalboxError } from '@signalbox/contracts';
import type { Reply } from '../../http/reply.ts';
import type { OpenApiDocument } from '../openapi.ts';
import { escapeHtml, prose } from './html.ts';
import { operationSection, type PlacedOperation, table } from './operation.ts';
import { DOCS_STYLE } from './style.ts';

/** The pages of the reference, drawn once from the OpenAPI document: no script, nothing fetched from anywhere. */
export interface DocsPages {
  reference(): Reply;
  /** The page a problem's `type` leads to; an unknown code is `not_found`. */
  error(code: string): Reply;
}

const RETRY_WORDS = {
  never: 'Repeating the call as it is will not help.',
  later: 'The same call may be repeated later.',
  after_fix: 'Repeat the call after the correction.',
} as const;

/** Draws the pages; `publicUrl` is the address shown in the examples. */
export function createDocsPages(document: OpenApiDocument, publicUrl: string): DocsPages {
  const reference = htmlReply(page('Signalbox API', referenceBody(document, publicUrl)));
  return {
    reference: () => ({ ...reference, headers: { ...reference.headers } }),
    error(code) {
      if (!Object.hasOwn(ERRORS, code))
        throw new SignalboxError('not_found', { detail: 'There is no error of that code.' });
      return htmlReply(page(`${code}: Signalbox API`, errorBody(code as ErrorCode)));
    },
  };
}

function referenceBody(document: OpenApiDocument, publicUrl: string): string {
  const placed: PlacedOperation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const byTag = document.tags.map(({ name }) => ({
    name,
    placed: placed.filter(({ operation }) => operation.tags.includes(name)),
  }));
  const links = byTag
    .map(({ name, placed: own }) => {
      const items = own.map(
        ({ operation }) => `<li><a href="#${operation.operationId}">${escapeHtml(operation.summary)}</a></li>`,
      );
      return `<h2>${escapeHtml(name)}</h2><ul>${items.join('')}</ul>`;
    })
    .join('');
  const sections = byTag.flatMap(({ placed: own }) => own.map((one) => operationSection(document, one, publicUrl)));
  return `<div class="page"><nav aria-label="Operations"><strong>Signalbox API</strong>
<ul><li><a href="#start">Start here</a></li><li><a href="#errors">Errors</a></li><li><a href="/openapi.json">OpenAPI 3.1 document</a></li></ul>
${links}</nav><main>${startSection(publicUrl)}${sections.join('\n')}${errorsSection()}</main></div>`;
}

function startSection(publicUrl: string): string {
  return `<h1 id="start">Signalbox API</h1>
<p class="lead">Send messages, and see what happened to each of them and why.</p>
<h3>Address and key</h3>
<p>Everything below stands at <code>${escapeHtml(publicUrl)}</code>. Send an API key of your workspace with every call, as
<code>Authorization: Bearer &lt;api key&gt;</code>. The key chooses the environment: live or sandbox.</p>
<h3>Repeating a call</h3>
<p>Give each send an <code>Idempotency-Key</code> of its own. The same call with the same key is answered as the first was, with
<code>Idempotent-Replayed: true</code>; another body under the same key is refused. Keys are kept for 24 hours; <code>client_ref</code> guards for ever.</p>
<h3>Pages</h3>
<p>Lists take <code>limit</code> and <code>cursor</code> and answer <code>data</code> and <code>next_cursor</code>.</p>
<h3>Errors</h3>
<p>A refusal is a problem document (RFC 9457) with a stable <code>code</code>, a <code>cure</code>, the fields at fault in <code>errors</code>,
and the <code>request_id</code> that every answer also carries in <code>X-Request-Id</code>.</p>`;
}

function errorsSection(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, row]) =>
      `<tr><td><a href="/docs/errors/${code}"><code>${code}</code></a></td><td>${row.status}</td><td>${prose(row.title)}</td><td>${prose(row.cure)}</td></tr>`,
  );
  return `<h2 id="errors">Errors</h2>${table(['Code', 'Status', 'What is wrong', 'What to do'], rows)}`;
}

function errorBody(code: ErrorCode): string {
  const row = ERRORS[code];
  return `<main><p><a href="/docs#errors">Signalbox API</a></p><h1><code>${code}</code></h1>
<p class="lead">${prose(row.title)}</p><h3>Status</h3><p>${row.status}</p>
<h3>What to do</h3><p>${prose(row.cure)}</p><h3>Repeating</h3><p>${RETRY_WORDS[row.retry]}</p></main>`;
}

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title><link rel="icon" href="data:,"><style>${DOCS_STYLE}</style></head><body>${body}</body></html>`;

const STYLE_HASH = createHash('sha256').update(DOCS_STYLE).digest('base64');

function htmlReply(body: string): Reply {
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-cache',
    },
    body,
  };
}
