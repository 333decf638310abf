import { request } from 'node:http';
import { Duplex } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, createAnswerReader } from './answer-reader.ts';

const MOST = 5000;

/** Feeds bytes in pieces of the sizes given, again and again, through one buffer that is written over as a socket's is. */
function read(bytes: Buffer, sizes: readonly number[] = [bytes.length], reader = createAnswerReader(MOST)) {
  const arrived = Buffer.alloc(Math.max(1, ...sizes));
  const answers: Answer[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = Math.min(sizes[turn % sizes.length] ?? 1, bytes.length - at);
    bytes.copy(arrived, 0, at, at + size);
    const answer = reader.push(arrived, size);
    if (answer !== undefined) answers.push(answer);
    arrived.fill(0xff);
    at += size;
  }
  const last = reader.end();
  return last === undefined ? answers : [...answers, last];
}
const only = (text: string) => {
  const [answer, ...more] = read(Buffer.from(text, 'latin1'));
  expect(more).toEqual([]);
  return answer;
};
const shown = (answer: Answer | undefined) => answer && { ...answer, body: answer.body.toString('latin1') };

describe('an answer', () => {
  it('is read by its length, by its chunks or to the end of the connection, and says whether the connection serves again', () => {
    expect(shown(only('HTTP/1.1 200 OK\r\nContent-Length: 3\r\nX-A:  b \r\nx-a: c\r\n\r\nabc'))).toEqual({
      status: 200,
      headers: { 'content-length': '3', 'x-a': 'b, c' },
      body: 'abc',
      reusable: true,
    });
    const chunked =
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n3;x=y\r\nabc\r\n00A \r\n0123456789\r\n0\r\nt: 1\r\n\r\n';
    expect(shown(only(chunked))).toMatchObject({ body: 'abc0123456789', reusable: true });
    expect(shown(only('HTTP/1.1 200 OK\r\n\r\nto the end'))).toMatchObject({ body: 'to the end', reusable: false });
    expect(shown(only('HTTP/1.1 204\r\nContent-Length: 7\r\n\r\n'))).toMatchObject({
      status: 204,
      body: '',
      reusable: true,
    });
    expect(only('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: x, Close\r\n\r\n')?.reusable).toBe(false);
    expect(only('HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n')?.reusable).toBe(false);
    expect(only('HTTP/1.0 200 OK\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n')?.reusable).toBe(true);
  });

  it('that is announced comes behind the announcement', () => {
    const text =
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\nHTTP/1.1 201 Made\r\nContent-Length: 0\r\n\r\n';
    expect(only(text)).toMatchObject({ status: 201, headers: { 'content-length': '0' } });
  });

  it('with something behind it does not leave the connection to the next request', () => {
    const [answer] = read(Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nabc'));
    expect(shown(answer)).toMatchObject({ body: 'a', reusable: false });
  });

  it('is not there before its last byte, and its beginning shows', () => {
    const reader = createAnswerReader(MOST);
    expect(reader.hasBegun()).toBe(false);
    const text = Buffer.from('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r');
    expect([reader.push(text, text.length), reader.hasBegun(), reader.end()]).toEqual([undefined, true, undefined]);
    expect(reader.push(Buffer.from('\n'), 1)?.body.toString()).toBe('a');
    expect(reader.hasBegun()).toBe(false);
  });

  it.each([
    ['no HTTP', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['another version', 'HTTP/2 200\r\n\r\n'],
    ['no status', 'HTTP/1.1 OK\r\n\r\n'],
    ['a status out of range', 'HTTP/1.1 600 X\r\n\r\n'],
    ['a change of the protocol', 'HTTP/1.1 101 Switching\r\nupgrade: x\r\n\r\n'],
    ['a header without a name', 'HTTP/1.1 200 OK\r\n: x\r\n\r\n'],
    ['a space in front of the colon', 'HTTP/1.1 200 OK\r\nContent-Length : 3\r\n\r\nabc'],
    ['a folded header', 'HTTP/1.1 200 OK\r\nx: a\r\n b\r\n\r\n'],
    ['a lone line feed in a header', 'HTTP/1.1 200 OK\r\nx: a\nContent-Length: 3\r\n\r\nabc'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc'],
    ['a length and chunks', 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a length with a sign', 'HTTP/1.1 200 OK\r\nContent-Length: +3\r\n\r\nabc'],
    ['an unknown coding', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n'],
    ['chunks in HTTP/1.0', 'HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a size that is none', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0x3\r\nabc'],
    ['a chunk that does not end where it says', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n'],
    ['a head without end', `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(20_000)}`],
    ['a chunk line without end', `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${'0'.repeat(2000)}`],
    ['more than may be read, by its length', 'HTTP/1.1 200 OK\r\nContent-Length: 5001\r\n\r\n'],
    ['more than may be read, as it comes', `HTTP/1.1 200 OK\r\n\r\n${'a'.repeat(5001)}`],
  ])('that breaks the rules is refused: %s', (_what, text) => {
    for (const sizes of [[text.length], [1], [7, 3]]) expect(() => read(Buffer.from(text, 'latin1'), sizes)).toThrow();
  });
});

interface Given {
  status: number;
  framing: 'length' | 'chunks' | 'end';
  headers: readonly [string, string][];
  parts: readonly Uint8Array[];
}

const given = fc.record({
  status: fc.constantFrom(200, 201, 202, 302, 404, 410, 429, 500, 503),
  framing: fc.constantFrom('length', 'chunks', 'end'),
  headers: fc.array(
    fc.tuple(fc.stringMatching(/^x-[a-z0-9-]{1,12}$/), fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/)),
    { maxLength: 4 },
  ),
  parts: fc.array(fc.uint8Array({ minLength: 1, maxLength: 400 }), { maxLength: 5 }),
}) as fc.Arbitrary<Given>;

function spell({ status, framing, headers, parts }: Given): Buffer {
  const body = Buffer.concat(parts);
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const frame = {
    length: `Content-Length: ${body.length}\r\n`,
    chunks: 'Transfer-Encoding: chunked\r\n',
    end: 'Connection: close\r\n',
  }[framing];
  const head = Buffer.from(`HTTP/1.1 ${status} Some Words\r\n${lines}${frame}\r\n`);
  if (framing !== 'chunks') return Buffer.concat([head, body]);
  const chunks = parts.flatMap((part) => [Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]);
  return Buffer.concat([head, ...chunks, Buffer.from('0\r\n\r\n')]);
}

/** What the client of Node reads from the same bytes. */
function readByNode(bytes: Buffer): Promise<{ status: number | undefined; body: string; headers: object }> {
  return new Promise((resolve, reject) => {
    const wire = new Duplex({
      read() {
        this.push(bytes);
        this.push(null);
      },
      write: (_bytes, _encoding, done) => done(),
    });
    const asked = request({ method: 'POST', createConnection: () => wire as never }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          body: Buffer.concat(parts).toString('latin1'),
          headers: response.headers,
        }),
      );
    });
    asked.once('error', reject).end();
  });
}

describe('the reader of answers', () => {
  it('reads what the client of Node reads, however the bytes are cut', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(given, sizes, async (one, cuts) => {
        const bytes = spell(one);
        const whole = read(bytes).map(shown);
        expect(read(bytes, cuts).map(shown)).toEqual(whole);
        const node = await readByNode(bytes);
        expect(whole).toEqual([expect.objectContaining({ ...node, reusable: one.framing !== 'end' })]);
      }),
    );
  });

  it('reads one answer after the other from a connection, the same again and others', () => {
    const framed = given.filter(({ framing }) => framing !== 'end');
    fc.assert(
      fc.property(fc.array(framed, { minLength: 1, maxLength: 6 }), (list) => {
        const reader = createAnswerReader(MOST);
        for (const one of [...list, ...list]) {
          const bytes = spell(one);
          expect(read(bytes, [bytes.length], reader).map(shown)).toEqual(read(bytes).map(shown));
        }
      }),
    );
  });

  it('says something of any bytes, and never returns an answer beyond its limit', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), fc.integer({ min: 1, max: 50 }), (bytes, size) => {
        const text = Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n'), bytes]);
        try {
          for (const answer of read(text, [size])) expect(answer.body.length).toBeLessThanOrEqual(MOST);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
    );
  });
});
