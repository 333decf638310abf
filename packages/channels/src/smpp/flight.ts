import type { SubmitAnswer } from '@signalbox/contracts';
import type { SubmitResult, SubmitSm } from '@signalbox/smpp';
import type { SmppSettings } from './settings.ts';
import { answerToOne, answerToParts, isThrottle, type StatusBook } from './tally.ts';

const MAX_TRIES = 5;

/** What a flight needs from its owner. */
export interface FlightHome {
  settings: SmppSettings;
  book: StatusBook;
  /** Sends one part again on whatever bind is up; false when there is none, so that the result stands. */
  resend: (flight: Flight, index: number) => boolean;
  landed: (flight: Flight) => void;
}

/** The parts of one text of several, as their results come in. */
interface Gathering {
  first: number;
  results: (SubmitResult | undefined)[];
  left: number;
  tries: number;
}

/**
 * The submit_sm of a batch on their way: collects results by their place and gives one answer for each request. One object for a
 * batch, none for a message, unless a text has parts.
 */
export class Flight {
  readonly pdus: SubmitSm[] = [];
  readonly urgent: boolean;
  readonly #home: FlightHome;
  readonly #onAnswer: (index: number, answer: SubmitAnswer) => void;
  readonly #owners: number[] = [];
  readonly #done: boolean[] = [];
  #gatherings: Map<number, Gathering> | undefined;
  #tries: Map<number, number> | undefined;
  #left = 0;

  constructor(home: FlightHome, urgent: boolean, onAnswer: (index: number, answer: SubmitAnswer) => void) {
    this.#home = home;
    this.urgent = urgent;
    this.#onAnswer = onAnswer;
  }

  /** Notes that the last `count` PDUs belong to the request at `index`. */
  own(index: number, count: number): void {
    const first = this.pdus.length - count;
    for (let part = 0; part < count; part += 1) {
      this.#owners.push(index);
      this.#done.push(false);
    }
    this.#left += count;
    if (count === 1) return;
    this.#gatherings ??= new Map();
    this.#gatherings.set(index, { first, results: new Array(count).fill(undefined), left: count, tries: 0 });
  }

  /** Takes the result of the PDU at `index`; a second one for the same PDU is ignored. */
  land(index: number, result: SubmitResult): void {
    if (this.#done[index] !== false) return;
    if (result.kind === 'unwritten' && this.#mayResend(index, result.cause) && this.#home.resend(this, index)) return;
    this.#done[index] = true;
    this.#left -= 1;
    const owner = this.#owners[index] ?? 0;
    const gathering = this.#gatherings?.get(owner);
    if (gathering) this.#gather(owner, gathering, index, result);
    else this.#onAnswer(owner, answerToOne(this.#home.settings, this.#home.book, result));
    if (this.#left === 0) this.#home.landed(this);
  }

  /** Ends whatever has no result yet as lost with its connection. */
  abandon(): void {
    for (const [index, done] of this.#done.entries()) {
      if (!done) this.land(index, { kind: 'indeterminate', cause: 'disconnected' });
    }
  }

  #gather(owner: number, gathering: Gathering, index: number, result: SubmitResult): void {
    gathering.results[index - gathering.first] = result;
    gathering.left -= 1;
    if (gathering.left > 0 || this.#sendThrottledAgain(gathering)) return;
    this.#gatherings?.delete(owner);
    const results = gathering.results.filter((entry) => entry !== undefined);
    this.#onAnswer(owner, answerToParts(this.#home.settings, this.#home.book, results));
  }

  // Part of the text is with the carrier already: to give up for pace alone would leave a torso on somebody's phone.
  #sendThrottledAgain(gathering: Gathering): boolean {
    const { results } = gathering;
    const isAccepted = (entry: SubmitResult | undefined): boolean => entry?.kind === 'response' && entry.status === 0;
    const isAgain = (entry: SubmitResult | undefined): boolean => isThrottle(this.#home.book, entry);
    if (gathering.tries >= MAX_TRIES || !results.some(isAccepted) || !results.some(isAgain)) return false;
    if (!results.every((entry) => isAccepted(entry) || isAgain(entry))) return false;
    const again = [...results.keys()].filter((part) => isAgain(results[part]));
    gathering.tries += 1;
    let sent = 0;
    for (const part of again) {
      const index = gathering.first + part;
      this.#done[index] = false;
      if (this.#home.resend(this, index)) sent += 1;
      else this.#done[index] = true;
    }
    gathering.left += sent;
    this.#left += sent;
    return sent > 0;
  }

  #mayResend(index: number, cause: string): boolean {
    if (cause !== 'disconnected' && cause !== 'not_bound') return false;
    this.#tries ??= new Map();
    const tries = this.#tries.get(index) ?? 0;
    this.#tries.set(index, tries + 1);
    return tries < MAX_TRIES;
  }
}
