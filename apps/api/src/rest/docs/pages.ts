import { createHash } from 'node:crypto';
import { SignalboxError } from '@signalbox/contracts';
import { SANDBOX_RECIPIENTS } from '@signalbox/services';
import type { Reply } from '../../http/reply.ts';
import type { OpenApiDocument } from '../openapi.ts';
import { errorPage, errorTable } from './errors.ts';
import { escapeHtml, prose } from './html.ts';
import { operationSection, type PlacedOperation, table } from './operation.ts';
import { reasonPage, reasonTable } from './reasons.ts';
import { DOCS_STYLE } from './style.ts';

/** The pages of the reference, drawn once from the OpenAPI document: no script, nothing fetched from anywhere. */
export interface DocsPages {
  reference(): Reply;
  /** Every refusal in one table. */
  errors(): Reply;
  /** The page a problem's `type` leads to; an unknown code is `not_found`. */
  error(code: string): Reply;
  /** Every reason why a message did not go, in one table. */
  reasons(): Reply;
  /** The page of one reason; an unknown code is `not_found`. */
  reason(code: string): Reply;
}

/** Draws the pages; `publicUrl` is the address shown in the examples. */
export function createDocsPages(document: OpenApiDocument, publicUrl: string): DocsPages {
  const reference = htmlReply(page('Signalbox API', referenceBody(document, publicUrl)));
  const errors = htmlReply(page('Errors: Signalbox API', listBody('Errors', ERRORS_LEAD, errorTable())));
  const reasons = htmlReply(page('Reasons: Signalbox API', listBody('Reasons', REASONS_LEAD, reasonTable())));
  const copyOf = (reply: Reply): Reply => ({ ...reply, headers: { ...reply.headers } });
  const found = (code: string, body: string | undefined): Reply => {
    if (body === undefined) throw new SignalboxError('not_found', { detail: 'There is no page of that code.' });
    return htmlReply(page(`${code}: Signalbox API`, `<main>${body}</main>`));
  };
  return {
    reference: () => copyOf(reference),
    errors: () => copyOf(errors),
    error: (code) => found(code, errorPage(code, publicUrl)),
    reasons: () => copyOf(reasons),
    reason: (code) => found(code, reasonPage(code)),
  };
}

const ERRORS_LEAD = 'Why a call is refused: nothing was done, and the answer names the code.';
const REASONS_LEAD =
  'Why a message did not go or did not arrive: the call was taken, and the code stands in the message, its timeline and its webhooks.';

const listBody = (title: string, lead: string, rows: string): string =>
  `<main><p><a href="/docs">Signalbox API</a></p><h1>${title}</h1><p class="lead">${lead}</p>${rows}</main>`;

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
<ul><li><a href="#start">Start here</a></li><li><a href="#sandbox">Sandbox recipients</a></li><li><a href="#errors">Errors</a></li><li><a href="/docs/reasons">Reasons</a></li><li><a href="/openapi.json">OpenAPI 3.1 document</a></li></ul>
${links}</nav><main>${startSection(publicUrl)}${sections.join('\n')}${sandboxSection()}${errorsSection()}</main></div>`;
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
<h3>Sandbox</h3>
<p>A key of the sandbox sends nothing out and costs nothing: every message is delivered, but for <a href="#sandbox">recipients that show each other outcome</a>.</p>
<h3>Pages</h3>
<p>Lists take <code>limit</code> and <code>cursor</code> and answer <code>data</code> and <code>next_cursor</code>.</p>
<h3>Errors</h3>
<p>A refusal is a problem document (RFC 9457) with a stable <code>code</code>, a <code>cure</code>, the fields at fault in <code>errors</code>,
and the <code>request_id</code> that every answer also carries in <code>X-Request-Id</code>.</p>`;
}

/** The recipients the sandbox acts on, as it acts on them. */
function sandboxSection(): string {
  const rows = SANDBOX_RECIPIENTS.map(
    ({ numberEnds, mailbox, does, reason }) =>
      `<tr><td><code>…${numberEnds}</code></td><td><code>${mailbox}@…</code></td><td>${prose(does)}</td><td>${
        reason === null ? '' : `<a href="/docs/reasons/${reason}"><code>${reason}</code></a>`
      }</td></tr>`,
  );
  return `<h2 id="sandbox">Sandbox recipients</h2><p>Numbers by their last six digits, such as <code>+525512990001</code>; mail addresses by the name before the <code>@</code>,
at any domain. Everybody else gets every message, and its receipt half a second later.</p>${table(['Number', 'Mail', 'What happens', 'Reason'], rows)}`;
}

function errorsSection(): string {
  return `<h2 id="errors">Errors</h2><p>Each code has <a href="/docs/errors">a page of its own</a>, to which the <code>type</code> of a problem leads.
Why a message that was taken did not arrive is told by <a href="/docs/reasons">reasons</a>.</p>${errorTable()}`;
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
