import { ConfigProvider, type GlobalToken, theme } from 'antd';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { antdTheme } from './antd-theme.ts';
import { PALETTES, type Scheme, type Tone } from './palette.ts';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = channels.map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** The tokens as a component receives them, after algorithm and overrides. */
function resolvedTokens(scheme: Scheme): GlobalToken {
  const seen: GlobalToken[] = [];
  const Probe = () => {
    seen.push(theme.useToken().token);
    return null;
  };
  renderToString(createElement(ConfigProvider, { theme: antdTheme(scheme) }, createElement(Probe)));
  const [token] = seen;
  if (token === undefined) throw new Error('nothing was rendered');
  return token;
}

describe.each<Scheme>(['light', 'dark'])('%s scheme', (scheme) => {
  const c = PALETTES[scheme];
  const grounds = {
    page: c.page,
    side: c.side,
    surface: c.surface,
    raised: c.raised,
    sunken: c.sunken,
    hover: c.hover,
  };

  it('keeps every text at 4.5:1 or more on every ground', () => {
    const texts = { text: c.text, textSoft: c.textSoft, textFaint: c.textFaint, accentText: c.accentText };
    const weak: string[] = [];
    for (const [name, text] of Object.entries(texts)) {
      for (const [ground, back] of Object.entries({ ...grounds, accentSoft: c.accentSoft })) {
        const ratio = contrast(text, back);
        if (ratio < 4.5) weak.push(`${name} on ${ground}: ${ratio.toFixed(2)}`);
      }
    }
    expect(weak).toEqual([]);
  });

  it('keeps the words of filled buttons at 4.5:1, also while hovered or pressed', () => {
    for (const fill of [c.accent, c.accentHover, c.accentPress, c.danger, c.dangerHover])
      expect(contrast(c.onAccent, fill)).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps edges of controls, focus rings and filled controls at 3:1 or more', () => {
    const weak: string[] = [];
    for (const [name, edge] of Object.entries({
      control: c.control,
      focus: c.focus,
      accent: c.accent,
      danger: c.danger,
    })) {
      for (const [ground, back] of Object.entries({ page: c.page, surface: c.surface, raised: c.raised })) {
        const ratio = contrast(edge, back);
        if (ratio < 3) weak.push(`${name} on ${ground}: ${ratio.toFixed(2)}`);
      }
    }
    expect(weak).toEqual([]);
  });

  it('keeps every tone readable: text on its soft ground and on cards 4.5:1, solids in charts 3:1', () => {
    const weak: string[] = [];
    for (const [tone, colours] of Object.entries(c.tones) as [Tone, (typeof c.tones)[Tone]][]) {
      for (const back of [colours.soft, c.surface, c.page]) {
        const ratio = contrast(colours.text, back);
        if (ratio < 4.5) weak.push(`${tone} text on ${back}: ${ratio.toFixed(2)}`);
      }
      const solid = contrast(colours.solid, c.surface);
      if (solid < 3) weak.push(`${tone} solid: ${solid.toFixed(2)}`);
    }
    expect(weak).toEqual([]);
  });

  it('hands Ant Design the same colours: what it derives is not lighter than what was proved', () => {
    const token = resolvedTokens(scheme);
    expect(token.colorText).toBe(c.text);
    expect(token.colorTextPlaceholder).toBe(c.textFaint);
    expect(token.colorTextDescription).toBe(c.textFaint);
    expect(token.colorBorder).toBe(c.control);
    expect(token.colorLink).toBe(c.accentText);
    expect(token.colorPrimary).toBe(c.accent);
    expect(token.colorPrimaryHover).toBe(c.accentHover);
    expect(token.colorBgContainer).toBe(c.surface);
    expect(token.colorBgElevated).toBe(c.raised);
    expect(token.colorErrorText).toBe(c.tones.bad.text);
  });
});
