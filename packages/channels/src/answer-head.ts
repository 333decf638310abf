/** How the body behind a head is read: so many bytes, chunks that tell their sizes, or all until the connection ends. */
export interface Framing {
  state: 'sized' | 'chunk-size' | 'until-end';
  length: number;
  reusable: boolean;
}

/** What stands in front of a body. */
export interface AnswerHead {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** Null for what announces an answer and is none. */
  framing: Framing | null;
}

/** What is said of bytes that are no answer of HTTP/1.1. */
export const NOT_HTTP = 'the answer does not begin as HTTP/1.1 does';
const STATUS_LINE = /^HTTP\/1\.([01]) ([1-5]\d\d)(?: [^\0\r\n]*)?$/;
const HEADER = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+):[ \t]*([^\0\r\n]*)$/;

/** Reads a head without the empty line behind it (RFC 9112 sections 3 to 5). Throws an Error that says what breaks the rules. */
export function readHead(text: string): AnswerHead {
  const [first = '', ...lines] = text.split('\r\n');
  const line = STATUS_LINE.exec(first);
  if (line === null) throw new Error(NOT_HTTP);
  const headers: Record<string, string> = {};
  for (const one of lines) {
    const header = HEADER.exec(one);
    if (header === null) throw new Error('a header of the answer is malformed');
    const name = (header[1] as string).toLowerCase();
    const value = (header[2] as string).trimEnd();
    headers[name] = Object.hasOwn(headers, name) ? `${headers[name]}, ${value}` : value;
  }
  const status = Number(line[2]);
  if (status === 101) throw new Error('the answer changes the protocol');
  return { status, headers, framing: status < 200 ? null : framingOf(line[1] === '1', status, headers) };
}

/** How the body of an answer to a POST is framed (RFC 9112 section 6.3). */
function framingOf(isNew: boolean, status: number, headers: Readonly<Record<string, string>>): Framing {
  const { 'transfer-encoding': coding, 'content-length': length, connection = '' } = headers;
  const says = (word: string) =>
    connection
      .toLowerCase()
      .split(/\s*,\s*/)
      .includes(word);
  const reusable = isNew ? !says('close') : says('keep-alive');
  if (coding !== undefined) {
    // With both, two readers could see two answers.
    if (length !== undefined || !isNew) throw new Error('the answer has two lengths');
    if (coding.toLowerCase() !== 'chunked') throw new Error('the answer has an unknown transfer coding');
  }
  if (length !== undefined && !/^\d{1,15}$/.test(length)) throw new Error('the length of the answer is no number');
  if (status === 204 || status === 304) return { state: 'sized', length: 0, reusable };
  if (coding !== undefined) return { state: 'chunk-size', length: 0, reusable };
  if (length !== undefined) return { state: 'sized', length: Number(length), reusable };
  return { state: 'until-end', length: 0, reusable: false };
}

/** The size in front of a chunk in bytes (RFC 9112 section 7.1); throws when there is none. */
export function readChunkSize(line: string): number {
  const [size = ''] = line.split(';', 1);
  if (!/^[0-9a-fA-F]{1,12}[ \t]*$/.test(size)) throw new Error('the size of a chunk is no number');
  return Number.parseInt(size, 16);
}
