import { ERRORS, REASONS } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { DOORS } from '../doors.ts';
import { buildDocument } from '../openapi.ts';
import { escapeHtml } from './html.ts';
import { createDocsPages } from './pages.ts';

const pages = createDocsPages(buildDocument(DOORS), 'http://127.0.0.1:4000');
const html = pages.reference().body;

describe('the reference page', () => {
  it('shows every operation with its words', () => {
    for (const door of DOORS) {
      expect(html).toContain(`id="${door.operationId}"`);
      expect(html).toContain(escapeHtml(door.summary));
    }
  });

  it('leads nowhere that is not there', () => {
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(anchor);
    for (const [, code] of html.matchAll(/href="\/docs\/errors\/([^"]+)"/g)) expect(ERRORS).toHaveProperty(code ?? '');
  });

  it('lists a recipient for each outcome a developer must be ready for', () => {
    for (const reason of [
      'recipient.absent',
      'recipient.unknown',
      'recipient.barred',
      'recipient.mailbox_full',
      'recipient.invalid_address',
      'recipient.opted_out',
      'recipient.channel_unavailable',
      'content.rejected_spam',
      'provider.throttled',
      'provider.indeterminate',
      'network.expired',
    ])
      expect(html).toContain(`href="/docs/reasons/${reason}"`);
  });

  it('fetches nothing and runs nothing', () => {
    expect(html).not.toMatch(/<script|<link[^>]+href="http|src="http|@import|url\(/);
    expect(pages.reference().headers['Content-Security-Policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  it('explains every error with cause, cure, and an answer as it looks, on the page its type leads to', () => {
    for (const [code, row] of Object.entries(ERRORS)) {
      const { body } = pages.error(code);
      expect(body).toContain(row.title.slice(0, 12));
      for (const head of ['Causes', 'What to do', 'Safe to repeat?', 'Example'])
        expect(body).toContain(`<h3>${head}</h3>`);
      expect(body).toContain(escapeHtml(`"type": "http://127.0.0.1:4000/docs/errors/${code}"`));
      expect(pages.errors().body).toContain(`href="/docs/errors/${code}"`);
    }
    for (const code of ['nonsense', 'toString', '__proto__']) expect(() => pages.error(code)).toThrow();
  });

  it('explains every reason with its cure and what follows', () => {
    for (const code of Object.keys(REASONS)) {
      expect(pages.reason(code).body).toMatch(/<h3>What to do<\/h3><p>\w[^<]{8}/);
      expect(pages.reasons().body).toContain(`href="/docs/reasons/${code}"`);
    }
    for (const code of ['nonsense', 'toString', '__proto__']) expect(() => pages.reason(code)).toThrow();
  });

  it('escapes what it is given', () => {
    expect(escapeHtml(`<img src=x onerror="a" b='c'>&`)).toBe(
      '&lt;img src=x onerror=&quot;a&quot; b=&#39;c&#39;&gt;&amp;',
    );
  });
});
