import { PALETTES, type Palette, type Scheme } from './palette.ts';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function declarations(palette: Palette): string {
  const { tones, ...plain } = palette;
  const lines = Object.entries(plain).map(([name, value]) => `--sb-${kebab(name)}:${value}`);
  for (const [tone, colours] of Object.entries(tones)) {
    for (const [part, value] of Object.entries(colours)) lines.push(`--sb-${tone}-${part}:${value}`);
  }
  return lines.join(';');
}

const block = (scheme: Scheme): string =>
  `:root[data-theme="${scheme}"]{color-scheme:${scheme};${declarations(PALETTES[scheme])}}`;

/** Both palettes as custom properties: the attribute on <html> chooses, so a change of theme needs no new style sheet. */
export const themeCss = block('light') + block('dark');
