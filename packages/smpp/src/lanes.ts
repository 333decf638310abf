import type { MessageInput } from './message.ts';
import type { OnResult } from './session-types.ts';

/** A batch in a queue: `next` is the first message not yet written. No object is made per message. */
export type Batch = { readonly pdus: readonly MessageInput[]; readonly onResult: OnResult; next: number };

/** A first-in first-out queue of batches, counted in messages. */
class Lane {
  size = 0;
  private batches: Batch[] = [];
  private head = 0;

  push(batch: Batch): void {
    this.batches.push(batch);
    this.size += batch.pdus.length - batch.next;
  }

  /** The batch whose `next` message is first in line, or undefined when the lane is empty. */
  peek(): Batch | undefined {
    return this.batches[this.head];
  }

  /** Takes the first message of the first batch out and returns its index. */
  advance(batch: Batch): number {
    const index = batch.next++;
    this.size--;
    if (batch.next === batch.pdus.length) this.dropHead();
    return index;
  }

  private dropHead(): void {
    this.head++;
    if (this.head === this.batches.length || this.head > 1024) {
      this.batches = this.batches.slice(this.head);
      this.head = 0;
    }
  }
}

/** The two queues of a connection: urgent messages are always taken before the others. */
export class Lanes {
  private readonly urgent = new Lane();
  private readonly ordinary = new Lane();

  get size(): number {
    return this.urgent.size + this.ordinary.size;
  }

  get urgentSize(): number {
    return this.urgent.size;
  }

  push(batch: Batch, urgent: boolean): void {
    if (batch.pdus.length > 0) (urgent ? this.urgent : this.ordinary).push(batch);
  }

  /** The batch to take the next message from, or undefined when both queues are empty. */
  peek(): Batch | undefined {
    return this.urgent.size > 0 ? this.urgent.peek() : this.ordinary.peek();
  }

  /** Takes the next message of the batch `peek` gave out of its queue and returns its index. */
  advance(batch: Batch): number {
    return this.urgent.peek() === batch ? this.urgent.advance(batch) : this.ordinary.advance(batch);
  }

  /** Empties both queues; `give` gets each message that was never written. */
  drain(give: (batch: Batch, index: number) => void): void {
    for (let batch = this.peek(); batch !== undefined; batch = this.peek()) give(batch, this.advance(batch));
  }
}
