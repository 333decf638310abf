/** The two looks of the console. */
export type Scheme = 'light' | 'dark';

/** Meanings that wear a colour; each also has an icon and a word wherever it is shown. */
export type Tone = 'neutral' | 'info' | 'waiting' | 'good' | 'warn' | 'bad' | 'doubt' | 'blocked';

/** One meaning in one scheme: text on its soft background, and the solid used in charts and dots. */
export interface ToneColours {
  text: string;
  soft: string;
  line: string;
  solid: string;
}

/** Every colour of one scheme; theme/contrast.test.ts proves the pairs against WCAG 2.2 (1.4.3 and 1.4.11). */
export interface Palette {
  page: string;
  side: string;
  surface: string;
  raised: string;
  sunken: string;
  hover: string;
  text: string;
  textSoft: string;
  textFaint: string;
  /** Edge of things that can be operated: at least 3:1. */
  control: string;
  /** Lines that only separate. */
  line: string;
  accent: string;
  accentHover: string;
  accentPress: string;
  onAccent: string;
  accentText: string;
  accentSoft: string;
  focus: string;
  danger: string;
  dangerHover: string;
  shadow: string;
  mask: string;
  tones: Record<Tone, ToneColours>;
}

/** The palettes by scheme. */
export const PALETTES: Record<Scheme, Palette> = {
  light: {
    page: '#f6f7f9',
    side: '#fbfcfd',
    surface: '#ffffff',
    raised: '#ffffff',
    sunken: '#f1f3f6',
    hover: '#eef1f5',
    text: '#151a23',
    textSoft: '#465063',
    textFaint: '#5f6979',
    control: '#8590a2',
    line: '#e3e6ec',
    accent: '#1f55d0',
    accentHover: '#1a48b3',
    accentPress: '#163d99',
    onAccent: '#ffffff',
    accentText: '#1d4fc4',
    accentSoft: '#e9effc',
    focus: '#1f55d0',
    danger: '#c0262d',
    dangerHover: '#a31d24',
    shadow: 'rgba(21, 26, 35, 0.10)',
    mask: 'rgba(17, 22, 32, 0.38)',
    tones: {
      neutral: { text: '#465063', soft: '#eef0f4', line: '#d5dae2', solid: '#7d889a' },
      info: { text: '#1d4fc4', soft: '#e9effc', line: '#c3d3f6', solid: '#4a7be8' },
      waiting: { text: '#2f5f78', soft: '#e6f1f6', line: '#bcd8e4', solid: '#4b93b4' },
      good: { text: '#0e6b3b', soft: '#e4f4ea', line: '#b4dec5', solid: '#1f9a58' },
      warn: { text: '#85500a', soft: '#fdf1dc', line: '#f0d29b', solid: '#c17f0e' },
      bad: { text: '#b3232a', soft: '#fdebeb', line: '#f3c3c4', solid: '#d9434a' },
      doubt: { text: '#6b3fb0', soft: '#f1ebfb', line: '#d8c8f2', solid: '#8b62cf' },
      blocked: { text: '#7c3a5c', soft: '#f8ebf2', line: '#e5c6d6', solid: '#ad5f86' },
    },
  },
  dark: {
    page: '#0b0e13',
    side: '#0e1218',
    surface: '#12171f',
    raised: '#191f29',
    sunken: '#0d1117',
    hover: '#1b222d',
    text: '#e9ecf1',
    textSoft: '#b4bcc9',
    textFaint: '#98a3b3',
    control: '#6b7789',
    line: '#242c38',
    accent: '#3a69dc',
    accentHover: '#3260cf',
    accentPress: '#2b55bb',
    onAccent: '#ffffff',
    accentText: '#8fb1ff',
    accentSoft: '#17243f',
    focus: '#8fb1ff',
    danger: '#ce3a41',
    dangerHover: '#bf3138',
    shadow: 'rgba(0, 0, 0, 0.45)',
    mask: 'rgba(3, 5, 9, 0.62)',
    tones: {
      neutral: { text: '#b4bcc9', soft: '#1d242f', line: '#323c4a', solid: '#7c889b' },
      info: { text: '#9bb9ff', soft: '#17243f', line: '#2a4176', solid: '#5a88ee' },
      waiting: { text: '#93c9e0', soft: '#11252f', line: '#235064', solid: '#4b9cbf' },
      good: { text: '#7fd6a4', soft: '#0f271b', line: '#1f5537', solid: '#2fa968' },
      warn: { text: '#ecc27a', soft: '#2b2110', line: '#5d471c', solid: '#cf9025' },
      bad: { text: '#ff9da0', soft: '#32181b', line: '#6d2d32', solid: '#e2595f' },
      doubt: { text: '#c9b0f5', soft: '#231b35', line: '#4a3872', solid: '#9a77da' },
      blocked: { text: '#e7abc9', soft: '#2d1824', line: '#5f3249', solid: '#bd7298' },
    },
  },
};
