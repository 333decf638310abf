import type { Batch } from './lanes.ts';

/** The largest sequence number (SMPP 3.4 section 3.2); 1 follows it. */
export const LAST_SEQUENCE = 0x7fffffff;

/** Gives sequence numbers 1 to 0x7FFFFFFF and wraps. */
export class Sequencer {
  private following: number;

  constructor(first = 1) {
    this.following = first;
  }

  next(): number {
    const sequence = this.following;
    this.following = sequence >= LAST_SEQUENCE ? 1 : sequence + 1;
    return sequence;
  }
}

const NO_BATCH: Batch = { pdus: [], onResult: () => {}, next: 0 };

/**
 * The messages that await their answer, in flat arrays found by the low bits of the sequence number: no map, no object, no timer per
 * message. There are at least twice as many places as the window is wide; a number whose place is still taken by a slow one is skipped.
 */
export class Window {
  /** Most messages outstanding. */
  readonly size: number;
  outstanding = 0;
  private readonly mask: number;
  private readonly sequences: Int32Array;
  private readonly writes: Float64Array;
  private readonly since: Float64Array;
  private readonly indexes: Int32Array;
  private readonly batches: Batch[];

  constructor(size: number) {
    this.size = size;
    const places = 2 ** Math.ceil(Math.log2(size * 2));
    this.mask = places - 1;
    this.sequences = new Int32Array(places);
    this.writes = new Float64Array(places);
    this.since = new Float64Array(places);
    this.indexes = new Int32Array(places);
    this.batches = new Array<Batch>(places).fill(NO_BATCH);
  }

  /** A sequence number whose place is free. The caller has checked that the window is not full. */
  nextSequence(sequencer: Sequencer): number {
    let sequence = sequencer.next();
    while (this.sequences[sequence & this.mask] !== 0) sequence = sequencer.next();
    return sequence;
  }

  /** Notes that a message is written by the write numbered `write` at `nowMs`. */
  claim(sequence: number, batch: Batch, index: number, write: number, nowMs: number): void {
    const place = sequence & this.mask;
    this.sequences[place] = sequence;
    this.batches[place] = batch;
    this.indexes[place] = index;
    this.writes[place] = write;
    this.since[place] = nowMs;
    this.outstanding++;
  }

  /** The place of an outstanding sequence number, or -1. */
  find(sequence: number): number {
    const place = sequence & this.mask;
    return sequence !== 0 && this.sequences[place] === sequence ? place : -1;
  }

  batchAt(place: number): Batch {
    return this.batches[place] as Batch;
  }

  indexAt(place: number): number {
    return this.indexes[place] as number;
  }

  sinceAt(place: number): number {
    return this.since[place] as number;
  }

  /** Frees a place. */
  release(place: number): void {
    this.sequences[place] = 0;
    this.batches[place] = NO_BATCH;
    this.outstanding--;
  }

  /** Starts the clock of everything the write numbered `write` carried, once that write is known to be flushed. */
  restart(write: number, nowMs: number): void {
    for (let place = 0; place <= this.mask; place++) {
      if (this.sequences[place] !== 0 && this.writes[place] === write) this.since[place] = nowMs;
    }
  }

  /** Frees every message flushed at or before `beforeMs`, and gives each; those in writes later than `flushedWrite` still wait in the socket. */
  expire(beforeMs: number, flushedWrite: number, give: (sequence: number, batch: Batch, index: number) => void): void {
    for (let place = 0; place <= this.mask; place++) {
      const sequence = this.sequences[place] as number;
      if (sequence === 0 || (this.writes[place] as number) > flushedWrite) continue;
      if ((this.since[place] as number) > beforeMs) continue;
      const batch = this.batchAt(place);
      this.release(place);
      give(sequence, batch, this.indexAt(place));
    }
  }

  /** Frees everything and gives each message. */
  drain(give: (sequence: number, batch: Batch, index: number) => void): void {
    this.expire(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, give);
  }
}
