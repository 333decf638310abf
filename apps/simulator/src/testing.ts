import { once } from 'node:events';
import smpp, { type Fields, type Pdu, type Session } from 'smpp';
import { type Simulator, startSimulator } from './simulator.ts';

/** A simulator on free ports, without faults, with a fixed seed. */
export function startTestSimulator(
  settings: { seed?: number; logFile?: string; logCapacity?: number } = {},
): Promise<Simulator> {
  const free = { httpPort: 0, smppPort: 0, smtpPort: 0, vendorPort: 0 };
  return startSimulator({ host: '127.0.0.1', ...free, seed: 1, logCapacity: 10_000, ...settings });
}

export interface Answer {
  status: number;
  type: string;
  // The tests look into answers of many shapes; each names the shape it expects.
  body: unknown;
}

/** A caller of the control interface. */
export function controlOf(simulator: Simulator) {
  const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const init =
      body === undefined ? { method } : { method, body: typeof body === 'string' ? body : JSON.stringify(body) };
    const response = await fetch(`${simulator.url}${path}`, {
      ...init,
      headers: { 'content-type': 'application/json' },
    });
    const text = await response.text();
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      body: text === '' ? null : JSON.parse(text),
    };
  };
  const list = async <T>(path: string): Promise<T[]> => ((await call('GET', path)).body as { data: T[] }).data;
  return {
    call,
    list,
    behave: async (carrier: string, patch: unknown) => {
      const { status, body } = await call('PUT', `/v1/carriers/${carrier}/behaviour`, patch);
      if (status !== 200) throw new Error(JSON.stringify(body));
    },
  };
}

export interface Customer {
  session: Session;
  /** Every deliver_sm so far; all are answered with status 0 unless `answerDeliver` says otherwise. */
  delivered: Pdu[];
  /** Every PDU so far. */
  seen: Pdu[];
  submit(fields: Fields): Promise<Pdu>;
  /** The next PDU, past or to come, for which the test holds. */
  wait(test: (pdu: Pdu) => boolean): Promise<Pdu>;
  closed: Promise<unknown>;
  end(): void;
}

type Bind = 'bind_transceiver' | 'bind_transmitter' | 'bind_receiver';

/** A customer on the npm package `smpp`, connected and bound; the bind's answer is in `seen`. */
export async function bindCustomer(
  port: number,
  options: { systemId?: string; password?: string; bind?: Bind; answerDeliver?: (pdu: Pdu) => number | null } = {},
): Promise<Customer> {
  const customer = connectCustomer(port, options);
  await once(customer.session, 'connect');
  const { systemId = 'aurora', password = 'secret01', bind = 'bind_transceiver' } = options;
  customer.session[bind]({ system_id: systemId, password, interface_version: 0x34 });
  await Promise.race([customer.wait((pdu) => pdu.command === `${bind}_resp`), customer.closed]);
  return customer;
}

export function connectCustomer(
  port: number,
  { answerDeliver = () => 0 }: { answerDeliver?: (pdu: Pdu) => number | null } = {},
): Customer {
  const session = smpp.connect({ host: '127.0.0.1', port });
  const seen: Pdu[] = [];
  const delivered: Pdu[] = [];
  const waits: { test: (pdu: Pdu) => boolean; found: (pdu: Pdu) => void }[] = [];
  session.on('error', () => session.destroy());
  session.on('pdu', (pdu: Pdu) => {
    seen.push(pdu);
    if (pdu.command === 'deliver_sm') {
      delivered.push(pdu);
      const status = answerDeliver(pdu);
      if (status !== null)
        session.send(new smpp.PDU('deliver_sm_resp', { sequence_number: pdu.sequence_number, command_status: status }));
    } else if (!pdu.isResponse() && pdu.command !== 'unknown' && pdu.command !== 'outbind') {
      session.send(new smpp.PDU(`${pdu.command}_resp`, { sequence_number: pdu.sequence_number }));
    }
    for (const wait of waits.filter(({ test }) => test(pdu))) wait.found(pdu);
  });
  return {
    session,
    seen,
    delivered,
    submit: (fields) =>
      new Promise((resolve) =>
        session.submit_sm({ registered_delivery: 1, ...sms('+5215512340000', 'hi'), ...fields }, resolve),
      ),
    wait(test) {
      const found = seen.find(test);
      return found ? Promise.resolve(found) : new Promise((resolve) => waits.push({ test, found: resolve }));
    },
    closed: new Promise((resolve) => session.on('close', resolve)),
    end: () => session.destroy(),
  };
}

/** Fields of a submit_sm with a plain ASCII text, which is the same in the GSM alphabet for letters and digits. */
export function sms(to: string, text: string): Fields {
  return {
    source_addr: 'ACME',
    source_addr_ton: 5,
    destination_addr: to.replace('+', ''),
    dest_addr_ton: 1,
    dest_addr_npi: 1,
    data_coding: 0,
    short_message: Buffer.from(text, 'latin1'),
  };
}

/** The text of a receipt or reply as it stands on the wire. */
export function textOf(pdu: Pdu): string {
  return Buffer.isBuffer(pdu.short_message) ? pdu.short_message.toString('latin1') : '';
}
