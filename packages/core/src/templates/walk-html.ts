/** What a walk through HTML tells, in the order of the source. Names are in small letters; `at` is a place in the source, `end` the one behind the tag. */
export interface HtmlVisitor {
  open?(name: string, attributes: ReadonlyMap<string, string>, at: number, isClosed: boolean, end: number): void;
  close?(name: string, at: number, end: number): void;
  /** Text as it stands, entities and all. */
  text?(raw: string, at: number): void;
}

/** Elements that have no end. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** Elements whose content is no markup. */
const RAW: ReadonlySet<string> = new Set(['style', 'script', 'title', 'textarea', 'mj-style']);
const NAME = /[A-Za-z][\w:-]*/y;
const SPACE = /[\s/]*/y;
const ATTRIBUTE = /[^\s=>"'/]+/y;
const EQUALS = /\s*=\s*/y;
const BARE = /[^\s>]+/y;

/** An attribute where it stands: from its name to behind its value, quotes included. `valueFrom` is where the value itself begins. */
export interface AttributePlace {
  name: string;
  value: string;
  from: number;
  valueFrom: number;
  to: number;
}

const take = (source: string, pattern: RegExp, from: number): string => {
  pattern.lastIndex = from;
  return pattern.exec(source)?.[0] ?? '';
};

const behind = (source: string, end: string, from: number): number => {
  const found = source.indexOf(end, from);
  return found < 0 ? source.length : found + end.length;
};

/** The attributes of a tag, from behind its name; `end` is behind the tag. Where one stands twice, both are told. */
export function readAttributes(
  source: string,
  from: number,
): { attributes: AttributePlace[]; end: number; isClosed: boolean } {
  const attributes: AttributePlace[] = [];
  let here = from;
  for (;;) {
    const space = take(source, SPACE, here);
    here += space.length;
    if (here >= source.length || source[here] === '>') {
      return { attributes, end: Math.min(source.length, here + 1), isClosed: space.endsWith('/') };
    }
    const begin = here;
    const name = take(source, ATTRIBUTE, here);
    // A quote or an equals sign that belongs to nothing.
    here += Math.max(1, name.length);
    if (name === '') continue;
    const equals = take(source, EQUALS, here);
    let value = '';
    let valueFrom = here;
    if (equals !== '') {
      here += equals.length;
      const quote = source[here];
      if (quote === '"' || quote === "'") {
        const end = behind(source, quote, here + 1);
        valueFrom = here + 1;
        value = source.slice(valueFrom, end - 1);
        here = end;
      } else {
        valueFrom = here;
        value = take(source, BARE, here);
        here += value.length;
      }
    }
    attributes.push({ name: name.toLowerCase(), value, from: begin, valueFrom, to: here });
  }
}

/** Reads HTML from end to end without ever going back, so that work is linear in its length whatever it holds. Comments, those for Outlook included, are passed over. */
export function walkHtml(source: string, visitor: HtmlVisitor): void {
  let at = 0;
  const after = (end: string, from: number): number => behind(source, end, from);
  while (at < source.length) {
    const tag = source.indexOf('<', at);
    const end = tag < 0 ? source.length : tag;
    if (end > at) visitor.text?.(source.slice(at, end), at);
    if (tag < 0) return;
    at = tag;
    const next = source[at + 1] ?? '';
    if (source.startsWith('<!--', at)) at = after('-->', at + 4);
    else if (next === '!' || next === '?') at = after('>', at);
    else if (next === '/') {
      const name = take(source, NAME, at + 2).toLowerCase();
      const end = after('>', at);
      if (name !== '') visitor.close?.(name, at, end);
      at = end;
    } else {
      const name = take(source, NAME, at + 1).toLowerCase();
      if (name === '') {
        visitor.text?.('<', at);
        at += 1;
        continue;
      }
      const { attributes, end, isClosed } = readAttributes(source, at + 1 + name.length);
      visitor.open?.(name, new Map(attributes.map(({ name: key, value }) => [key, value])), at, isClosed, end);
      at = end;
      if (!RAW.has(name) || isClosed) continue;
      const close = new RegExp(`</${name}`, 'gi');
      close.lastIndex = at;
      const closed = close.exec(source)?.index ?? source.length;
      if (closed > at) visitor.text?.(source.slice(at, closed), at);
      at = closed;
    }
  }
}

/** How deep the walkers remember what stands open: whatever is written, an end is looked for among so many. */
export const OPEN_MAX = 200;

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', copy: '©', reg: '®', trade: '™', euro: '€' },
  ...{ pound: '£', yen: '¥', cent: '¢', mdash: '—', ndash: '–', hellip: '…', bull: '•', middot: '·', times: '×' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', rarr: '→', larr: '←', deg: '°' },
  ...{ zwnj: '', zwj: '', shy: '' },
};

/** Text of HTML with its entities as characters; one that is not known stays as it is. */
export const decodeEntities = (raw: string): string =>
  raw.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g, (whole, tens, hex, name) => {
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
    const point = tens === undefined ? Number.parseInt(hex, 16) : Number(tens);
    return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : whole;
  });
