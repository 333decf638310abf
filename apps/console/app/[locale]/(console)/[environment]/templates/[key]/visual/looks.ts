import { attributeOf, type MailNode, type MailTree } from '@signalbox/core/mail-tree';
import type { CSSProperties } from 'react';

const LENGTH = /^-?\d{1,4}(\.\d+)?(px|%|em)?$/;
const COLOUR = /^(#[0-9a-f]{3,8}|[a-z]{3,20}|(rgb|hsl)a?\([\d\s.,%/]+\))$/i;

/** A colour that a style takes; whatever else the source says is left out. */
export const colourOf = (value: string | undefined): string | undefined =>
  value !== undefined && COLOUR.test(value.trim()) ? value.trim() : undefined;

/** A length that a style takes; MJML reads a number alone as pixels. */
function lengthOf(value: string | undefined): string | undefined {
  const given = value?.trim() ?? '';
  if (!LENGTH.test(given)) return undefined;
  return /\d$/.test(given) ? `${given}px` : given;
}

const ALIGNED = { left: 'left', center: 'center', right: 'right', justify: 'justify' } as const;
const alignOf = (value: string | undefined) =>
  value === undefined ? undefined : ALIGNED[value as keyof typeof ALIGNED];

/** Space around what a part holds, by its attributes and what holds without them. */
function paddingOf(given: (name: string) => string | undefined, standard: string): CSSProperties {
  const all = (given('padding') ?? standard).split(/\s+/).map((one) => lengthOf(one) ?? '0');
  const style: CSSProperties = { padding: all.slice(0, 4).join(' ') };
  for (const side of ['Top', 'Right', 'Bottom', 'Left'] as const) {
    const own = lengthOf(given(`padding-${side.toLowerCase()}`));
    if (own !== undefined) style[`padding${side}`] = own;
  }
  return style;
}

/** How a part is drawn: near enough to work with. What is exact is the preview, which is made by the compiler. */
export function looksOf(tree: MailTree, node: MailNode): { box: CSSProperties; inner: CSSProperties } {
  const given = (name: string) => attributeOf(tree, node, name);
  const words: CSSProperties = {
    color: colourOf(given('color')) ?? '#000000',
    fontSize: lengthOf(given('font-size')) ?? '13px',
    fontFamily: given('font-family') ?? 'Ubuntu, Helvetica, Arial, sans-serif',
    lineHeight: lengthOf(given('line-height')) ?? 1.2,
    textAlign: alignOf(given('align')) ?? 'left',
  };
  const background = colourOf(given('background-color'));
  switch (node.name) {
    case 'mj-body':
      return { box: { backgroundColor: background }, inner: { maxWidth: lengthOf(given('width')) ?? '600px' } };
    case 'mj-wrapper':
    case 'mj-section':
      return { box: { backgroundColor: background, ...paddingOf(given, '20px 0') }, inner: {} };
    case 'mj-column':
      return {
        box: { backgroundColor: background, flexBasis: lengthOf(given('width')), ...paddingOf(given, '0') },
        inner: {},
      };
    case 'mj-button':
      return {
        box: { ...paddingOf(given, '10px 25px'), textAlign: alignOf(given('align')) ?? 'center' },
        inner: {
          ...words,
          color: colourOf(given('color')) ?? '#ffffff',
          backgroundColor: background ?? '#414141',
          borderRadius: lengthOf(given('border-radius')) ?? '3px',
          textAlign: 'center',
        },
      };
    case 'mj-image':
      return {
        box: { ...paddingOf(given, '10px 25px'), textAlign: alignOf(given('align')) ?? 'center' },
        inner: { width: lengthOf(given('width')) ?? '100%' },
      };
    case 'mj-divider':
      return {
        box: paddingOf(given, '10px 25px'),
        inner: {
          borderTop: `${lengthOf(given('border-width')) ?? '4px'} solid ${colourOf(given('border-color')) ?? '#000000'}`,
        },
      };
    case 'mj-spacer':
      return { box: {}, inner: { height: lengthOf(given('height')) ?? '20px' } };
    case 'mj-social':
      return {
        box: { ...paddingOf(given, '10px 25px'), textAlign: alignOf(given('align')) ?? 'center' },
        inner: {},
      };
    default:
      return { box: paddingOf(given, '10px 25px'), inner: words };
  }
}
