import { AlertKind, Locale } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { type ToldAlert, writeAlertLetter } from './alert-letter.ts';

const alert = (change: Partial<ToldAlert> = {}): ToldAlert => ({
  route: 'First',
  country: 'MX',
  kind: 'breaker_open',
  startedAtMs: Date.parse('2026-11-27T10:00:00Z'),
  endedAtMs: null,
  ...change,
});
const write = (alerts: readonly ToldAlert[], locale: Locale = 'en') =>
  writeAlertLetter(locale, {
    workspace: 'Shop',
    alerts,
    link: 'https://console.test/en/live/health',
    timeZone: 'America/Mexico_City',
  });

describe('a mail about alerts', () => {
  it('tells one alert in its subject: what, where, and since when by the clock of the workspace', () => {
    const { subject, text } = write([alert()]);
    expect(subject).toBe('Shop: First (Mexico): it failed too often and is left for a while');
    expect(text).toContain('04:00 (America/Mexico_City)');
    expect(text).toContain('https://console.test/en/live/health');
    expect(write([alert({ endedAtMs: Date.parse('2026-11-27T10:05:00Z') })]).subject).toMatch(/^Shop: Over: First/);
  });

  it('is a digest of several, with a line for each and a count of what is beyond fifty', () => {
    const { subject, text } = write(Array.from({ length: 53 }, () => alert()));
    expect(subject).toBe('Shop: 53 alerts about routes');
    expect(text.match(/^- First/gm)).toHaveLength(50);
    expect(text).toContain('- … 3\n');
  });

  it('has words for each kind in each language, no two alike', () => {
    const subjects = Locale.options.flatMap((locale) =>
      AlertKind.options.map((kind) => write([alert({ kind })], locale).subject),
    );
    expect(new Set(subjects).size).toBe(Locale.options.length * AlertKind.options.length);
  });

  it('keeps names that people typed on their line', () => {
    const { subject, text } = write([alert({ route: 'First\nBcc: all@example.com\n\n- Second' })]);
    expect(subject).not.toContain('\n');
    expect(text.split('\n')).toHaveLength(4);
  });
});
