/** Thrown by every encoder when a value cannot be written; names the field and the cure. Decoders never throw. */
export class EncodeError extends Error {
  override readonly name = 'EncodeError';
  /** The field at fault, spelled as in the input. */
  readonly field: string;

  constructor(field: string, message: string) {
    super(`${field}: ${message}`);
    this.field = field;
  }
}

/** The largest PDU in octets this library writes or reads unless told otherwise; 64 KiB holds a full message_payload. */
export const MAX_PDU_LENGTH = 65_536;

const FIRST_SIZE = 16_384;

/** A growing output buffer that many PDUs share, so that no PDU costs an allocation or a socket write of its own. */
export class OutBuffer {
  /** The storage; only the first `length` octets are meant. */
  bytes: Buffer;
  /** Octets written so far. */
  length = 0;

  constructor(size = FIRST_SIZE) {
    this.bytes = Buffer.allocUnsafeSlow(size);
  }

  /** Makes room for `extra` more octets and returns the storage. */
  reserve(extra: number): Buffer {
    const needed = this.length + extra;
    if (needed > this.bytes.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2));
      this.bytes.copy(grown, 0, 0, this.length);
      this.bytes = grown;
    }
    return this.bytes;
  }
}

/** Writes an unsigned 32-bit big-endian integer at `at`; the caller has reserved the room. */
export function writeInt32(bytes: Buffer, at: number, value: number): void {
  bytes[at] = value >>> 24;
  bytes[at + 1] = value >>> 16;
  bytes[at + 2] = value >>> 8;
  bytes[at + 3] = value;
}

/** Reads an unsigned 32-bit big-endian integer at `at`; the caller has checked the bounds. */
export function readInt32(bytes: Uint8Array, at: number): number {
  return (
    (((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number)) >>>
    0
  );
}

/** Writes a PDU header at `at`; the length is filled in by `writeInt32` once it is known. */
export function writeHeader(bytes: Buffer, at: number, commandId: number, status: number, sequence: number): void {
  writeInt32(bytes, at + 4, commandId);
  writeInt32(bytes, at + 8, status);
  writeInt32(bytes, at + 12, sequence);
}

/** Writes text and its NUL at `at` and returns the next position; refuses text over `max` octets with its NUL, and what Latin-1 cannot carry. */
export function writeCString(bytes: Buffer, at: number, value: string, max: number, field: string): number {
  const length = value.length;
  if (length >= max) throw new EncodeError(field, `has ${length} characters, at most ${max - 1} fit; shorten it`);
  for (let i = 0; i < length; i++) {
    const code = value.charCodeAt(i);
    if (code === 0 || code > 0xff) {
      throw new EncodeError(field, `character ${i + 1} is outside Latin-1 or NUL; use characters U+0001 to U+00FF`);
    }
    bytes[at + i] = code;
  }
  bytes[at + length] = 0;
  return at + length + 1;
}

/** Writes raw octets at `at` and returns the next position. */
export function writeOctets(bytes: Buffer, at: number, value: Uint8Array): number {
  const length = value.length;
  // Below a few dozen octets a plain loop beats the call into native code.
  if (length <= 48) for (let i = 0; i < length; i++) bytes[at + i] = value[i] as number;
  else bytes.set(value, at);
  return at + length;
}

/** Checks an unsigned integer of `octets` octets, or throws an EncodeError naming the field. */
export function checkInteger(value: number, octets: number, field: string): number {
  if (Number.isInteger(value) && value >= 0 && value < 256 ** octets) return value;
  throw new EncodeError(field, `is ${value}; give a whole number from 0 to ${256 ** octets - 1}`);
}
