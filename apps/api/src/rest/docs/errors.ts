import { ERRORS, type ErrorCode, SignalboxError } from '@signalbox/contracts';
import { createProblemWriter } from '../problem.ts';
import { ERROR_NOTES } from './error-notes.ts';
import { escapeHtml, prose } from './html.ts';
import { table } from './operation.ts';

/** Whether a call may be sent again, in words. */
const RETRY_WORDS = {
  never: 'It is safe, and of no use: the same call will be refused again.',
  later:
    'Yes, later and as it is. Wait longer after each refusal, with some chance in it, and send the same Idempotency-Key.',
  after_fix: 'Yes, after the correction. As it is it will be refused again. Nothing was stored.',
} as const;

/** A fault of ours is the one refusal after which it is not known what was done. */
const INTERNAL_RETRY =
  'Yes, with the same Idempotency-Key: what was done by the first call is not done again. Without a key, look first whether it was done.';

const EXAMPLE_REQUEST_ID = 'req_01kb1c9h2rf6ga6v0x4w8m3t5y';

/** The table of all refusals. */
export function errorTable(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, row]) =>
      `<tr><td><a href="/docs/errors/${code}"><code>${code}</code></a></td><td>${row.status}</td><td>${prose(row.title)}</td><td>${prose(row.cure)}</td></tr>`,
  );
  return table(['Code', 'Status', 'What is wrong', 'What to do'], rows);
}

const isCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code);

/** What there is to know of one refusal, or undefined when there is no such code. */
export function errorPage(code: string, publicUrl: string): string | undefined {
  if (!isCode(code)) return undefined;
  const row = ERRORS[code];
  const { causes } = ERROR_NOTES[code];
  return `<p><a href="/docs">Signalbox API</a> / <a href="/docs/errors">Errors</a></p><h1><code>${code}</code></h1>
<p class="lead">${prose(row.title)}</p><h3>Status</h3><p>${row.status}</p>
<h3>Causes</h3><ul>${causes.map((cause) => `<li>${prose(cause)}</li>`).join('')}</ul>
<h3>What to do</h3><p>${prose(row.cure)}</p>
<h3>Safe to repeat?</h3><p>${code === 'internal' ? INTERNAL_RETRY : RETRY_WORDS[row.retry]}</p>
<h3>Example</h3><pre><code>${escapeHtml(exampleAnswer(code, publicUrl))}</code></pre>`;
}

/** An answer as the api writes it, drawn by the same writer. */
function exampleAnswer(code: ErrorCode, publicUrl: string): string {
  const { detail, errors, headers = {} } = ERROR_NOTES[code].example;
  const written = createProblemWriter(`${publicUrl}/docs`)(
    new SignalboxError(code, { ...(detail === undefined ? {} : { detail }), fields: errors ?? [] }),
    EXAMPLE_REQUEST_ID,
  );
  const shown = ['Content-Type', 'X-Request-Id', 'WWW-Authenticate'].flatMap((name) =>
    written.headers[name] === undefined ? [] : [`${name}: ${written.headers[name]}`],
  );
  const more = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [
    `HTTP/1.1 ${written.status}`,
    ...shown,
    ...more,
    '',
    JSON.stringify(JSON.parse(written.body), undefined, 2),
  ].join('\n');
}
