import { describe, expect, it } from 'vitest';
import { firstMjml } from './[key]/first-mjml.ts';

describe('a mail in MJML to begin with', () => {
  it('says what the text said: signs as signs, braces as they are', () => {
    const source = firstMjml({ locale: 'en', text: 'a < b & c\n{{ x | default: "<&" }}{% if a < b %}' }, false);
    expect(source).toContain('a &lt; b &amp; c<br />');
    expect(source).toContain('{{ x | default: "<&" }}{% if a < b %}');
    expect(source).not.toContain('unsubscribe_url');
  });

  it('has the link to stop once where a marketing mail needs it', () => {
    expect(firstMjml({ locale: 'en', text: 'Sale' }, true).split('href="{{ unsubscribe_url }}"')).toHaveLength(2);
    expect(
      firstMjml({ locale: 'en', text: 'Stop: {{ unsubscribe_url }}' }, true).split('unsubscribe_url'),
    ).toHaveLength(2);
  });
});
