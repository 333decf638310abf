import { MAX_PDU_LENGTH, readInt32 } from './out-buffer.ts';

/** Called for each whole PDU; it fills `bytes` from `start` to `end`. The octets are never reused, so slices may be kept. */
export type OnFrame = (bytes: Buffer, start: number, end: number) => void;

/** The announced command_length was below 16 or above the limit: the stream can not be trusted any more and must be closed. */
export type FramingProblem = { problem: 'framing'; length: number };

const NOTHING = Buffer.alloc(0);

/**
 * Cuts a byte stream into PDUs without copying those that lie whole in a chunk. A length is checked before anything is allocated for it,
 * so a hostile length costs nothing; how the stream was sliced into chunks makes no difference.
 */
export class FrameReader {
  private readonly onFrame: OnFrame;
  private readonly maxLength: number;
  private carry: Buffer = NOTHING;
  private carried = 0;
  private broken: FramingProblem | undefined = undefined;

  constructor(onFrame: OnFrame, maxLength = MAX_PDU_LENGTH) {
    this.onFrame = onFrame;
    this.maxLength = maxLength;
  }

  /** Takes the next chunk; returns the problem once the stream is broken, after which every chunk is refused. */
  push(chunk: Buffer): FramingProblem | undefined {
    if (this.broken !== undefined) return this.broken;
    let at = this.carried > 0 ? this.completeCarry(chunk) : 0;
    const end = chunk.length;
    while (this.broken === undefined && end - at >= 4) {
      const length = readInt32(chunk, at);
      if (!this.accepts(length)) break;
      if (at + length > end) break;
      this.onFrame(chunk, at, at + length);
      at += length;
    }
    if (this.broken === undefined && at < end) this.keepRest(chunk, at);
    return this.broken;
  }

  private accepts(length: number): boolean {
    if (length >= 16 && length <= this.maxLength) return true;
    this.broken = { problem: 'framing', length };
    return false;
  }

  private keepRest(chunk: Buffer, at: number): void {
    const rest = chunk.length - at;
    this.carry = Buffer.allocUnsafeSlow(rest >= 4 ? readInt32(chunk, at) : 4);
    chunk.copy(this.carry, 0, at);
    this.carried = rest;
  }

  /** Fills up the PDU begun by earlier chunks; returns how much of this chunk it took. */
  private completeCarry(chunk: Buffer): number {
    let at = 0;
    if (this.carried < 4) {
      at = this.fill(chunk, at, 4);
      if (this.carried < 4) return at;
      const length = readInt32(this.carry, 0);
      if (!this.accepts(length)) return at;
      const whole = Buffer.allocUnsafeSlow(length);
      this.carry.copy(whole, 0, 0, 4);
      this.carry = whole;
    }
    at = this.fill(chunk, at, this.carry.length);
    if (this.carried < this.carry.length) return at;
    const frame = this.carry;
    this.carry = NOTHING;
    this.carried = 0;
    this.onFrame(frame, 0, frame.length);
    return at;
  }

  private fill(chunk: Buffer, at: number, upTo: number): number {
    const take = Math.min(upTo - this.carried, chunk.length - at);
    chunk.copy(this.carry, this.carried, at, at + take);
    this.carried += take;
    return at + take;
  }
}
