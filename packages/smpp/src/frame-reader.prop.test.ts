import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameReader } from './frame-reader.ts';

const frame = fc.uint8Array({ maxLength: 300 }).map((body) => {
  const bytes = Buffer.concat([Buffer.alloc(16), body]);
  bytes.writeUInt32BE(bytes.length, 0);
  return bytes;
});

function collect(maxLength?: number) {
  const frames: string[] = [];
  const take = (bytes: Buffer, start: number, end: number): void => {
    frames.push(bytes.toString('hex', start, end));
  };
  return { frames, reader: new FrameReader(take, maxLength) };
}

function slices(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  const edges = [0, ...places, bytes.length];
  return edges.slice(1).map((end, i) => bytes.subarray(edges[i], end));
}

describe('the frame reader', () => {
  it('finds the same PDUs however the stream is sliced', () => {
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 8 }), fc.array(fc.nat(), { maxLength: 20 }), (frames, cuts) => {
        const { frames: found, reader } = collect();
        for (const slice of slices(Buffer.concat(frames), cuts)) expect(reader.push(slice)).toBeUndefined();
        expect(found).toEqual(frames.map((one) => one.toString('hex')));
      }),
      { numRuns: 500 },
    );
  });

  it('finds the same PDUs octet by octet', () => {
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 4 }), (frames) => {
        const { frames: found, reader } = collect();
        const stream = Buffer.concat(frames);
        for (let i = 0; i < stream.length; i++) reader.push(stream.subarray(i, i + 1));
        expect(found).toEqual(frames.map((one) => one.toString('hex')));
      }),
    );
  });

  it('stops at the same bad length however the stream is sliced, after giving every PDU before it', () => {
    const bad = fc.constantFrom(0, 15, 65_537, 2 ** 31, 0x414d4540).map((length) => {
      const bytes = Buffer.alloc(20);
      bytes.writeUInt32BE(length, 0);
      return bytes;
    });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 4 }), bad, fc.array(fc.nat()), (frames, last, cuts) => {
        const { frames: found, reader } = collect();
        const results = slices(Buffer.concat([...frames, last]), cuts).map((slice) => reader.push(slice));
        expect(results.at(-1)).toEqual({ problem: 'framing', length: last.readUInt32BE(0) });
        expect(found).toEqual(frames.map((one) => one.toString('hex')));
        expect(reader.push(Buffer.alloc(32))).toEqual(results.at(-1));
      }),
    );
  });

  it('takes a PDU of exactly 16 octets and of exactly the limit, and none longer', () => {
    const sized = (length: number): Buffer => {
      const bytes = Buffer.alloc(length);
      bytes.writeUInt32BE(length, 0);
      return bytes;
    };
    const { frames, reader } = collect(64);
    expect(reader.push(Buffer.concat([sized(16), sized(64)]))).toBeUndefined();
    expect(frames.length).toBe(2);
    expect(reader.push(sized(65))).toEqual({ problem: 'framing', length: 65 });
  });
});
