import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createUuidSource,
  decodeId,
  encodeId,
  ID_PREFIXES,
  type IdKind,
  isUuid,
  uuidFloor,
  uuidTimeMs,
} from './ids.ts';

const kinds = Object.keys(ID_PREFIXES) as IdKind[];
const anyKind = fc.constantFrom(...kinds);

describe('public ids', () => {
  it('spell the bits of a UUID in Crockford base 32', () => {
    expect(encodeId('message', '00000000-0000-0000-0000-000000000000')).toBe(`msg_${'0'.repeat(26)}`);
    expect(encodeId('message', 'ffffffff-ffff-ffff-ffff-ffffffffffff')).toBe(`msg_7${'z'.repeat(25)}`);
    expect(encodeId('request', '01890a5d-ac96-774b-bcce-b302099a8057')).toBe('req_01h455vb4pex5vsknk084sn02q');
  });

  it('read back to the UUID they were made of, for their own kind only', () => {
    fc.assert(
      fc.property(anyKind, anyKind, fc.uuid(), (kind, other, uuid) => {
        const id = encodeId(kind, uuid);
        expect(id).toHaveLength(ID_PREFIXES[kind].length + 27);
        expect(decodeId(kind, id)).toBe(uuid);
        expect(decodeId(kind, encodeId(kind, uuid.toUpperCase()))).toBe(uuid);
        if (other !== kind) expect(decodeId(other, id)).toBeUndefined();
      }),
    );
  });

  it('sort as their UUIDs do', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (a, b) => {
        expect(encodeId('message', a) < encodeId('message', b)).toBe(a < b);
      }),
    );
  });

  it('are refused when they are anything else, without a throw', () => {
    for (const id of [
      '',
      'msg_',
      'msg_doesnotexist',
      `msg_8${'0'.repeat(25)}`,
      `msg_${'u'.repeat(26)}`,
      `msg_${'0'.repeat(27)}`,
    ]) {
      expect(decodeId('message', id)).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const uuid = decodeId('message', text);
        expect(uuid === undefined || isUuid(uuid)).toBe(true);
      }),
    );
  });
});

describe('a source of UUIDs', () => {
  it('gives greater ones each time, whatever the clock does, and keeps the instant inside', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1e12, max: 2e12 }), { minLength: 1, maxLength: 50 }), (instants) => {
        let at = 0;
        const source = createUuidSource({ nowMs: () => instants[at] ?? 0, fillRandom: (bytes) => bytes.fill(at) });
        let before = '';
        let latest = 0;
        for (at = 0; at < instants.length; at += 1) {
          const uuid = source.next();
          latest = Math.max(latest, instants[at] ?? 0);
          expect(isUuid(uuid)).toBe(true);
          expect(uuid > before).toBe(true);
          expect(uuidTimeMs(uuid)).toBe(latest);
          expect(uuid >= uuidFloor(latest)).toBe(true);
          before = uuid;
        }
      }),
    );
  });

  it('borrows the next millisecond when one is full', () => {
    const source = createUuidSource({ nowMs: () => 1_700_000_000_000, fillRandom: () => undefined });
    const made = Array.from({ length: 5000 }, () => source.next());
    expect(new Set(made).size).toBe(5000);
    expect([...made].sort()).toEqual(made);
  });
});
