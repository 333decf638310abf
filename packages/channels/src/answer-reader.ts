import { type AnswerHead, NOT_HTTP, readChunkSize, readHead } from './answer-head.ts';

/** An answer over HTTP/1.1: header names in lower case, values of a repeated header joined by commas. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** The connection may carry another request. */
  reusable: boolean;
}

/** Reads answers from one connection, one after the other (RFC 9112). What breaks the rules throws an Error that says what; the connection is then of no use. */
export interface AnswerReader {
  /** Takes what arrived, the first `length` of these bytes; the answer once it is complete. The bytes are only looked at during the call. */
  push(bytes: Buffer, length: number): Answer | undefined;
  /** The other side ended the connection: the answer, when that is what ends it. */
  end(): Answer | undefined;
  /** True once a byte of the answer under way has been seen. */
  hasBegun(): boolean;
}

type State = 'head' | 'sized' | 'until-end' | 'chunk-size' | 'chunk' | 'chunk-end' | 'trailers';

const MAX_HEAD = 16 * 1024;
const MAX_CHUNK_LINE = 1024;
const BEGINNING = 'HTTP/1.';
const EMPTY = Buffer.alloc(0);

/** Builds the reader of a connection; a body longer than `maxBodyBytes` is refused. */
export function createAnswerReader(maxBodyBytes: number): AnswerReader {
  let state: State = 'head';
  let begun = false;
  let text = '';
  let answer: Answer | undefined;
  let parts: Buffer[] = [];
  let held = 0;
  let left = 0;
  // Of the bytes at hand, where they end.
  let stop = 0;
  // An endpoint says the same again and again, to the second: what was read of it last is not read anew.
  let lastText = '';
  let last: AnswerHead | undefined;

  /** Gathers text up to `end`; where the bytes go on behind it, -1 when it has not come yet. */
  function gather(bytes: Buffer, at: number, end: string, most: number): number {
    const seen = text.length;
    const room = most + end.length;
    text += bytes.toString('latin1', at, Math.min(stop, at + room - seen));
    const found = text.indexOf(end, Math.max(0, seen - end.length + 1));
    if (found < 0 && text.length >= room) throw new Error('a line of the answer, or its head, is too long');
    if (found < 0) return -1;
    text = text.slice(0, found);
    return at + found + end.length - seen;
  }

  function keep(bytes: Buffer, from: number, to: number): void {
    held += to - from;
    if (held > maxBodyBytes) throw new Error(`the answer is longer than ${maxBodyBytes} bytes`);
    // A copy: the connection reads the next bytes to the same place.
    if (to > from) parts.push(Buffer.from(bytes.subarray(from, to)));
  }

  function complete(): Answer {
    const whole = answer as Answer;
    if (parts.length > 0) whole.body = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    state = 'head';
    begun = false;
    text = '';
    answer = undefined;
    parts = [];
    held = 0;
    return whole;
  }

  /** Reads the head in `text`. True when the answer ends with it. */
  function openAnswer(): boolean {
    if (last === undefined || text !== lastText) {
      last = readHead(text);
      lastText = text;
    }
    text = '';
    // 100 and 103 announce the answer; it follows.
    if (last.framing === null) return false;
    answer = { status: last.status, headers: last.headers, body: EMPTY, reusable: last.framing.reusable };
    state = last.framing.state;
    left = last.framing.length;
    if (left > maxBodyBytes) throw new Error(`the answer is longer than ${maxBodyBytes} bytes`);
    return state === 'sized' && left === 0;
  }

  /** One step; where it goes on, -1 when more bytes are needed, -2 when the answer is complete. */
  function step(bytes: Buffer, at: number): number {
    switch (state) {
      case 'head': {
        const next = gather(bytes, at, '\r\n\r\n', MAX_HEAD);
        if (next < 0 && !BEGINNING.startsWith(text.slice(0, BEGINNING.length))) throw new Error(NOT_HTTP);
        return next >= 0 && openAnswer() ? done(next) : next;
      }
      case 'sized':
      case 'chunk': {
        const take = Math.min(left, stop - at);
        keep(bytes, at, at + take);
        left -= take;
        if (left > 0) return -1;
        if (state === 'sized') return done(at + take);
        state = 'chunk-end';
        return at + take;
      }
      case 'until-end':
        keep(bytes, at, stop);
        return -1;
      case 'chunk-size': {
        const next = gather(bytes, at, '\r\n', MAX_CHUNK_LINE);
        if (next < 0) return -1;
        left = readChunkSize(text);
        text = '';
        state = left === 0 ? 'trailers' : 'chunk';
        return next;
      }
      case 'chunk-end': {
        const next = gather(bytes, at, '\r\n', 0);
        if (next < 0) return -1;
        state = 'chunk-size';
        return next;
      }
      case 'trailers': {
        const next = gather(bytes, at, '\r\n', MAX_HEAD);
        if (next < 0) return -1;
        if (text === '') return done(next);
        text = '';
        return next;
      }
    }
  }

  function done(next: number): number {
    // Nothing was asked for: what stands behind the answer belongs to nobody.
    if (next < stop && answer !== undefined) answer.reusable = false;
    return -2;
  }

  return {
    push(bytes, length) {
      stop = length;
      begun ||= length > 0;
      let at = 0;
      while (at >= 0 && at < length) at = step(bytes, at);
      return at === -2 ? complete() : undefined;
    },
    end: () => (state === 'until-end' ? complete() : undefined),
    hasBegun: () => begun,
  };
}
