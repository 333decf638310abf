import type { FollowUpStep } from '../lifecycle/index.ts';
import { duration } from './facts.ts';

/** One plain English sentence for what follows a channel of a send. */
export function followUpText({ when, next, afterSeconds }: FollowUpStep): string {
  const channel = next ?? 'no other channel';
  switch (when) {
    case 'delivered':
      return 'A delivery is the end: no other channel goes.';
    case 'no_receipt':
      return `Without a receipt${afterSeconds === null ? '' : ` within ${duration(afterSeconds)}`} of being sent it goes on by ${channel}.`;
    case 'taken':
      return 'A provider that sends no receipts ends it by taking the message, unless it reports a failure within that time.';
    case 'ended':
      return `Refused, not delivered or stopped on this channel, it goes on by ${channel} at once.`;
    case 'ended_for_person':
      return 'An end that holds for the person on every channel, such as an opt-out or a cancel, is the end of all.';
    case 'held':
      return 'Held, it keeps its place and the wait for its receipt begins with its release; when it could only go after its validity, the next channel goes at once.';
    case 'any':
      return 'Whatever it comes to, nothing follows.';
  }
}
