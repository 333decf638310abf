import type { SmppBehaviour } from './behaviour.ts';
import type { ReadMessage } from './short-message.ts';
import type { Pdu } from './smpp-wire.ts';

/** What an operator in India has on its ledger, as the control API sets it. */
export type Ledger = NonNullable<SmppBehaviour['scrub']>;

/** What the scrubbing looks at. */
export interface Scrubbed {
  pdu: Pdu;
  destination: string;
  sender: string;
  read: ReadMessage;
}

/** Codes of the common list of Indian operators. */
const CODE = {
  entityUnknown: '600',
  entityMissing: '604',
  chainMissing: '614',
  chainUnknown: '615',
  headerUnknown: '620',
  headerOfOther: '623',
  templateUnknown: '630',
  textDiffers: '633',
  headerNotLinked: '634',
  variableTooLong: '635',
  templateMissing: '637',
  linkUnknown: '642',
} as const;

const LONGEST_VARIABLE = 40;
const MAX_WAITING = 10_000;
const KINDS: Readonly<Record<string, string>> = {
  numeric: '[0-9]',
  alphanumeric: '[\\p{L}\\p{M}\\p{N} ]',
  url: '\\S',
  urlott: '\\S',
  cbn: '[0-9+ -]',
  email: '\\S',
};

/** Remembers the parts of long texts until they are whole: only then can a text be compared. */
export function createScrubber() {
  const waiting = new Map<string, string[]>();

  /** The whole text once its last part is here; null before. */
  function wholeText({ sender, destination, read }: Scrubbed): string | null {
    if (read.part === null) return read.text;
    const key = `${sender}|${destination}|${read.part.ref}`;
    const parts = waiting.get(key) ?? [];
    parts[read.part.number - 1] = read.text;
    const isWhole = Object.keys(parts).length === read.part.total;
    if (isWhole) waiting.delete(key);
    else {
      if (waiting.size >= MAX_WAITING) waiting.clear();
      waiting.set(key, parts);
    }
    return isWhole ? parts.join('') : null;
  }

  return {
    /** The code by which an operator refuses a submit, or null when it passes. Of a long text the ids are judged with each part, the text with the last. */
    codeOf(ledger: Ledger, given: Scrubbed): string | null {
      if (!given.destination.replace('+', '').startsWith('91')) return null;
      const text = wholeText(given);
      return idsCode(ledger, given) ?? (text === null ? null : textCode(ledger, given, text));
    },
  };
}

/** An operator's scrubbing, with the parts it waits for. */
export type Scrubber = ReturnType<typeof createScrubber>;

/** The id in an optional parameter, with or without a zero octet behind it; empty when it is absent. */
function idIn(pdu: Pdu, tag: number): string {
  const value = pdu[tag];
  return Buffer.isBuffer(value) ? value.toString('latin1').replace(/\0$/, '') : '';
}

function idsCode(ledger: Ledger, { pdu, sender }: Scrubbed): string | null {
  const [entity, template, chain] = ledger.tags.map((tag) => idIn(pdu, tag)) as [string, string, string];
  if (entity === '') return CODE.entityMissing;
  if (!ledger.entities.includes(entity)) return CODE.entityUnknown;
  if (ledger.chains !== null) {
    if (chain === '') return CODE.chainMissing;
    if (!ledger.chains.includes(chain)) return CODE.chainUnknown;
  }
  const owner = ledger.headers.find(({ header }) => header === sender)?.entity;
  if (owner === undefined) return CODE.headerUnknown;
  if (owner !== entity) return CODE.headerOfOther;
  if (template === '') return CODE.templateMissing;
  const registered = ledger.templates.find(({ id }) => id === template);
  if (registered === undefined) return CODE.templateUnknown;
  return registered.headers.includes(sender) ? null : CODE.headerNotLinked;
}

function textCode(ledger: Ledger, { pdu }: Scrubbed, text: string): string | null {
  const template = ledger.templates.find(({ id }) => id === idIn(pdu, ledger.tags[1] ?? 0));
  if (template === undefined) return CODE.templateUnknown;
  if (!patternOf(template.text, LONGEST_VARIABLE).test(text)) {
    return patternOf(template.text, null).test(text) ? CODE.variableTooLong : CODE.textDiffers;
  }
  const links = text.match(/(?:https?:\/\/|www\.)\S+/gi) ?? [];
  const isListed = (link: string) => ledger.links.some((listed) => link.startsWith(listed));
  return links.every((link) => isListed(link.replace(/[.,;:!?)]+$/, ''))) ? null : CODE.linkUnknown;
}

/** A template as a pattern; placeholders side by side take so many times as much. */
function patternOf(template: string, longest: number | null): RegExp {
  const pieces = template.split(/((?:\{#\w+#\})+)/).map((piece, index) => {
    if (index % 2 === 0) return piece.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    const tags = [...piece.matchAll(/\{#(\w+)#\}/g)].map(([, tag]) => tag ?? 'var');
    const kinds = new Set(tags.map((tag) => KINDS[tag] ?? '[^]'));
    const taken = kinds.size === 1 ? [...kinds][0] : '[^]';
    const isLimited = longest !== null && tags.every((tag) => tag === 'var' || tag.endsWith('numeric'));
    return `${taken}{1,${isLimited ? longest * tags.length : ''}}`;
  });
  return new RegExp(`^${pieces.join('')}$`, 'u');
}
