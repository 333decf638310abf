import type { MailNode } from '@signalbox/core/mail-tree';

/** Parts that are drawn and changed in sight, by their elements; every other one is shown as code. */
const KINDS = {
  'mj-body': 'mail',
  'mj-wrapper': 'wrapper',
  'mj-section': 'section',
  'mj-column': 'column',
  'mj-text': 'text',
  'mj-button': 'button',
  'mj-image': 'image',
  'mj-divider': 'divider',
  'mj-spacer': 'spacer',
  'mj-social': 'social',
  'mj-social-element': 'network',
  'mj-raw': 'raw',
  'mj-table': 'table',
} as const satisfies Record<string, string>;
/** What a part is called: a kind that is drawn, or code. */
export type Kind = (typeof KINDS)[keyof typeof KINDS] | 'code';

/** The kind of a part; what is in a head, unknown or loose is code. */
export const kindOf = ({ name }: MailNode): Kind =>
  Object.hasOwn(KINDS, name) ? KINDS[name as keyof typeof KINDS] : 'code';

/** Parts that are drawn around others. */
export const HOLDERS: ReadonlySet<Kind> = new Set(['mail', 'wrapper', 'section', 'column', 'social']);

/** How a value is given. */
type Input = 'colour' | 'length' | 'pixels' | 'align' | 'font' | 'address' | 'alt' | 'network';
/** An attribute that a part may have. */
export interface Field {
  attribute: string;
  name: FieldName;
  input: Input;
  /** What holds while it is not given. */
  standard?: string;
}
/** What a value is of. */
type FieldName =
  | 'background'
  | 'colour'
  | 'width'
  | 'height'
  | 'space'
  | 'align'
  | 'size'
  | 'font'
  | 'link'
  | 'image'
  | 'alt'
  | 'round'
  | 'lineColour'
  | 'lineWidth'
  | 'network';

const BACKGROUND: Field = { attribute: 'background-color', name: 'background', input: 'colour' };
const SPACE: Field = { attribute: 'padding', name: 'space', input: 'length', standard: '10px 25px' };
const ALIGN: Field = { attribute: 'align', name: 'align', input: 'align', standard: 'center' };
const COLOUR: Field = { attribute: 'color', name: 'colour', input: 'colour', standard: '#000000' };
const SIZE: Field = { attribute: 'font-size', name: 'size', input: 'pixels', standard: '13px' };
const FONT: Field = { attribute: 'font-family', name: 'font', input: 'font' };
const LINK: Field = { attribute: 'href', name: 'link', input: 'address' };

/** What may be set of each kind, what matters most first. */
export const FIELDS: Readonly<Record<Kind, readonly Field[]>> = {
  mail: [BACKGROUND, { attribute: 'width', name: 'width', input: 'pixels', standard: '600px' }],
  wrapper: [BACKGROUND, { ...SPACE, standard: '20px 0' }],
  section: [BACKGROUND, { ...SPACE, standard: '20px 0' }],
  column: [{ attribute: 'width', name: 'width', input: 'length' }, BACKGROUND, { ...SPACE, standard: '0' }],
  text: [{ ...ALIGN, standard: 'left' }, COLOUR, SIZE, FONT, SPACE],
  button: [
    LINK,
    ALIGN,
    { ...BACKGROUND, standard: '#414141' },
    { ...COLOUR, standard: '#ffffff' },
    SIZE,
    { attribute: 'border-radius', name: 'round', input: 'pixels', standard: '3px' },
    SPACE,
  ],
  image: [
    { attribute: 'src', name: 'image', input: 'address' },
    { attribute: 'alt', name: 'alt', input: 'alt' },
    LINK,
    { attribute: 'width', name: 'width', input: 'pixels' },
    ALIGN,
    SPACE,
  ],
  divider: [
    { attribute: 'border-color', name: 'lineColour', input: 'colour', standard: '#000000' },
    { attribute: 'border-width', name: 'lineWidth', input: 'pixels', standard: '4px' },
    SPACE,
  ],
  spacer: [{ attribute: 'height', name: 'height', input: 'pixels', standard: '20px' }],
  social: [ALIGN, { attribute: 'icon-size', name: 'size', input: 'pixels', standard: '20px' }, SPACE],
  network: [
    { attribute: 'name', name: 'network', input: 'network' },
    LINK,
    { attribute: 'src', name: 'image', input: 'address' },
  ],
  raw: [],
  table: [COLOUR, SIZE, FONT, SPACE],
  code: [],
};

/** Fonts that people have. */
export const FONTS = [
  'Arial, Helvetica, sans-serif',
  'Verdana, Geneva, sans-serif',
  'Tahoma, Geneva, sans-serif',
  'Georgia, serif',
  'Times New Roman, Times, serif',
  'Courier New, Courier, monospace',
] as const;
