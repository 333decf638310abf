import type {
  ChannelAdapter,
  ChannelHost,
  ConnectionSnapshot,
  SubmitAnswer,
  SubmitRequest,
} from '@signalbox/contracts';
import type { DeliverSm, SubmitResult, SubmitSm } from '@signalbox/smpp';
import { Bind } from './bind.ts';
import { Flight, type FlightHome } from './flight.ts';
import { readDelivered } from './receipts.ts';
import type { SmppSettings } from './settings.ts';
import { StatusBook } from './tally.ts';
import { SubmitWriter } from './translate.ts';

/** Parts given to one bind before the next choice of a bind, when there are several. */
const CHUNK = 64;

type OnAnswer = (index: number, answer: SubmitAnswer) => void;

/** Opens an SMPP provider: as many binds as the settings say, each reconnecting by itself. */
export function openSmpp(settings: SmppSettings, host: ChannelHost): ChannelAdapter {
  return new SmppAdapter(settings, host);
}

class SmppAdapter implements ChannelAdapter {
  readonly #settings: SmppSettings;
  readonly #host: ChannelHost;
  readonly #writer: SubmitWriter;
  readonly #home: FlightHome;
  readonly #flights = new Set<Flight>();
  #binds: readonly Bind[] = [];
  #resends: { flight: Flight; index: number }[] = [];
  #stopped = false;

  constructor(settings: SmppSettings, host: ChannelHost) {
    this.#settings = settings;
    this.#host = host;
    this.#writer = new SubmitWriter(settings);
    this.#home = {
      settings,
      book: new StatusBook(settings),
      resend: (flight, index) => this.#resend(flight, index),
      landed: (flight) => this.#flights.delete(flight),
    };
  }

  start(): void {
    if (this.#binds.length > 0 || this.#stopped) return;
    const kinds =
      this.#settings.bind_mode === 'trx' ? (['transceiver'] as const) : (['transmitter', 'receiver'] as const);
    const hooks = { onDelivered: (pdus: readonly DeliverSm[]) => this.#delivered(pdus) };
    const numbers = Array.from({ length: this.#settings.bind_count }, (_, index) => index + 1);
    this.#binds = kinds.flatMap((kind) =>
      numbers.map((number) => new Bind(this.#settings, kind, number, this.#host, hooks)),
    );
    for (const bind of this.#binds) this.#host.onConnection(bind.snapshot());
  }

  submit(requests: readonly SubmitRequest[], onAnswer: OnAnswer): void {
    if (!this.isUp()) {
      for (let index = 0; index < requests.length; index += 1) onAnswer(index, this.#unreachable());
      return;
    }
    const limit = this.#binds.length > 1 ? CHUNK : Number.POSITIVE_INFINITY;
    let urgent: Flight | undefined;
    let normal: Flight | undefined;
    for (let index = 0; index < requests.length; index += 1) {
      const request = requests[index] as SubmitRequest;
      let flight = request.urgent ? urgent : normal;
      if (flight === undefined) {
        flight = new Flight(this.#home, request.urgent, onAnswer);
        if (request.urgent) urgent = flight;
        else normal = flight;
      }
      this.#board(flight, request, index, onAnswer);
      if (flight.pdus.length < limit) continue;
      this.#launch(flight);
      if (request.urgent) urgent = undefined;
      else normal = undefined;
    }
    if (urgent) this.#launch(urgent);
    if (normal) this.#launch(normal);
  }

  isUp(): boolean {
    for (const bind of this.#binds) if (bind.canSend && bind.isUp) return !this.#stopped;
    return false;
  }

  connections(): readonly ConnectionSnapshot[] {
    return this.#binds.map((bind) => bind.snapshot());
  }

  async stop(withinMs: number): Promise<void> {
    this.#stopped = true;
    const closed = Promise.all(this.#binds.map((bind) => bind.session.close({ drainMs: withinMs })));
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, withinMs);
    await Promise.race([closed, late]);
    clearTimeout(timer);
    // The library may still wait for the answer to its unbind; ours must not wait with it.
    for (const flight of this.#flights) flight.abandon();
  }

  #board(flight: Flight, request: SubmitRequest, index: number, onAnswer: OnAnswer): void {
    const { submission } = request;
    if (submission.kind !== 'sms' || submission.parts.length === 0) {
      const raw =
        submission.kind === 'sms' ? 'parts: a text needs at least one' : 'submission: this provider carries texts only';
      onAnswer(index, { kind: 'rejected', reason: 'content.invalid', raw });
      return;
    }
    try {
      flight.own(index, this.#writer.write(request, submission, flight.pdus));
    } catch (error) {
      onAnswer(index, {
        kind: 'rejected',
        reason: 'content.invalid',
        raw: error instanceof Error ? error.message : String(error),
      });
    }
  }

  #launch(flight: Flight): void {
    if (flight.pdus.length === 0) return;
    const bind = this.#freest();
    this.#flights.add(flight);
    if (bind === undefined) {
      for (let index = 0; index < flight.pdus.length; index += 1)
        flight.land(index, { kind: 'unwritten', cause: 'not_bound' });
      return;
    }
    bind.load += flight.pdus.length;
    bind.session.submit(flight.pdus, flight, (index, result) => {
      bind.load -= 1;
      flight.land(index, result);
    });
  }

  #freest(): Bind | undefined {
    let best: Bind | undefined;
    for (const bind of this.#binds) {
      if (bind.canSend && bind.isUp && (best === undefined || bind.load < best.load)) best = bind;
    }
    return best;
  }

  #resend(flight: Flight, index: number): boolean {
    if (this.#stopped || this.#freest() === undefined) return false;
    this.#resends.push({ flight, index });
    // A bind that drops hands back its whole queue in one go: that becomes one batch for the next bind.
    if (this.#resends.length === 1) queueMicrotask(() => this.#flushResends());
    return true;
  }

  #flushResends(): void {
    const again = this.#resends;
    this.#resends = [];
    for (const urgent of [true, false]) {
      const entries = again.filter(({ flight }) => flight.urgent === urgent);
      const bind = entries.length > 0 ? this.#freest() : undefined;
      const land = (at: number, result: SubmitResult): void => {
        const entry = entries[at];
        if (bind) bind.load -= 1;
        entry?.flight.land(entry.index, result);
      };
      if (bind) {
        bind.load += entries.length;
        bind.session.submit(
          entries.map(({ flight, index }) => flight.pdus[index] as SubmitSm),
          { urgent },
          land,
        );
      } else for (const at of entries.keys()) land(at, { kind: 'unwritten', cause: 'not_bound' });
    }
  }

  async #delivered(pdus: readonly DeliverSm[]): Promise<void> {
    const { receipts, replies } = readDelivered(this.#settings, pdus);
    // Both must be durable before any of this batch is acknowledged (reliability section 2, receipts).
    if (receipts.length > 0) await this.#host.onReceipts(receipts);
    if (replies.length > 0) await this.#host.onReplies(replies);
  }

  #unreachable(): SubmitAnswer {
    const refused = this.#binds.map((bind) => bind.snapshot().lastError).find((error) => error !== null);
    return { kind: 'unsent', reason: 'provider.unavailable', raw: refused ?? 'no bound connection; nothing was sent' };
  }
}
