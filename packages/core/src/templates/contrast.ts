import { decodeEntities, OPEN_MAX, VOID_ELEMENTS, walkHtml } from './walk-html.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** What a text must stand out by (WCAG 2.2, 1.4.3), and what is enough for large letters. */
const ENOUGH = 4.5;
const ENOUGH_LARGE = 3;
const LARGE_PX = 24;
const LARGE_BOLD_PX = 18.66;

const NAMED: Readonly<Record<string, Colour>> = {
  black: [0, 0, 0],
  white: [255, 255, 255],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  silver: [192, 192, 192],
  red: [255, 0, 0],
  maroon: [128, 0, 0],
  green: [0, 128, 0],
  lime: [0, 255, 0],
  blue: [0, 0, 255],
  navy: [0, 0, 128],
  yellow: [255, 255, 0],
  orange: [255, 165, 0],
  purple: [128, 0, 128],
  teal: [0, 128, 128],
};

/** A colour as styles write it; null for one that cannot be told, such as a half transparent one. */
function colourOf(given: string): Colour | null {
  const text = given.trim().toLowerCase();
  const named = Object.hasOwn(NAMED, text) ? NAMED[text] : undefined;
  if (named !== undefined) return named;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  const hex = short === null ? text : `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}`;
  if (/^#[0-9a-f]{6}$/.test(hex)) {
    return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;
  }
  const rgb = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/.exec(text);
  return rgb === null ? null : [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])];
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = Math.min(255, part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How much two colours stand out from each other, 1 to 21 (WCAG 2.2). */
export function contrastOf(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

interface Looks {
  /** Null where it cannot be told, as over a picture. */
  ink: Colour | null;
  ground: Colour | null;
  px: number;
  isBold: boolean;
  isHidden: boolean;
}

const hexOf = (colour: Colour): string => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** The texts that stand out too little from what they stand on, by the styles at the elements; each with its colours and by how much. */
export function contrastFaults(html: string): string[] {
  const found: string[] = [];
  const open: { name: string; looks: Looks }[] = [];
  let looks: Looks = { ink: [0, 0, 0], ground: [255, 255, 255], px: 16, isBold: false, isHidden: false };
  walkHtml(html, {
    open(name, attributes, _at, isClosed) {
      if (isClosed || VOID_ELEMENTS.has(name) || open.length >= OPEN_MAX) return;
      open.push({ name, looks });
      looks = looksOf(name, attributes, looks);
    },
    close(name) {
      const at = open.findLastIndex((element) => element.name === name);
      if (at < 0) return;
      looks = open[at]?.looks ?? looks;
      open.length = at;
    },
    text(raw) {
      const said = decodeEntities(raw).replace(/\s+/g, ' ').trim();
      const { ink, ground, px, isBold, isHidden } = looks;
      if (isHidden || px === 0 || ink === null || ground === null || !/[\p{L}\p{N}]/u.test(said)) return;
      const contrast = contrastOf(ink, ground);
      const isLarge = px >= LARGE_PX || (isBold && px >= LARGE_BOLD_PX);
      if (contrast >= (isLarge ? ENOUGH_LARGE : ENOUGH)) return;
      const text = [...said].slice(0, 40).join('');
      found.push(`“${text}” ${hexOf(ink)} / ${hexOf(ground)} (${Math.floor(contrast * 10) / 10} : 1)`);
    },
  });
  return found;
}

function looksOf(name: string, attributes: ReadonlyMap<string, string>, from: Looks): Looks {
  const looks = { ...from };
  if (['head', 'style', 'script', 'title'].includes(name)) looks.isHidden = true;
  if (['b', 'strong', 'h1', 'h2', 'h3', 'th'].includes(name)) looks.isBold = true;
  // What mailboxes make of a link that says nothing of its colour.
  if (name === 'a' && attributes.has('href')) looks.ink = [0, 0, 238];
  const ground = attributes.get('bgcolor');
  if (ground !== undefined) looks.ground = colourOf(ground);
  if (attributes.has('background')) looks.ground = null;
  for (const declared of (attributes.get('style') ?? '').split(';')) {
    const colon = declared.indexOf(':');
    const property = declared.slice(0, colon).trim().toLowerCase();
    const value = declared
      .slice(colon + 1)
      .replace(/!important/i, '')
      .trim();
    if (property === 'color') looks.ink = colourOf(value);
    if (property === 'background-color' || property === 'background') {
      const colour = colourOf(value.split(' ')[0] ?? '');
      if (/url\(|gradient/i.test(value)) looks.ground = null;
      else if (!/^(transparent|none|inherit)/i.test(value)) looks.ground = colour;
    }
    if (property === 'background-image' && value !== 'none') looks.ground = null;
    if (property === 'font-size' && /^[\d.]+px$/.test(value)) looks.px = Number.parseFloat(value);
    if (property === 'font-weight') looks.isBold = value === 'bold' || Number(value) >= 700;
    if ((property === 'display' && value === 'none') || (property === 'visibility' && value === 'hidden')) {
      looks.isHidden = true;
    }
  }
  return looks;
}
