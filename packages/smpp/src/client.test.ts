import type { Server } from 'node:net';
import { createServer, type PDU, type Session } from 'smpp';
import { afterEach, describe, expect, it } from 'vitest';
import { Inbox, listenAnywhere, startCarrier, startWatched } from './carrier.case.ts';
import type { PduInput } from './codec.ts';
import { parseReceipt } from './receipt.ts';
import { makeTlv } from './tlv.ts';

const cleanups: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function foreignServer(
  onSession: (session: Session) => void,
): Promise<{ port: number; sessions: Inbox<Session> }> {
  const sessions = new Inbox<Session>();
  const server: Server = createServer((session) => {
    session.on('error', () => {});
    session.on('bind_transceiver', (pdu: PDU) => session.send(pdu.response({ system_id: 'foreign' })));
    session.on('enquire_link', (pdu: PDU) => session.send(pdu.response()));
    session.on('unbind', (pdu: PDU) => session.send(pdu.response()));
    onSession(session);
    sessions.push(session);
  });
  const port = await listenAnywhere(server);
  cleanups.push(() => {
    for (const session of sessions.all) session.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return { port, sessions };
}

async function carrier(...args: Parameters<typeof startCarrier>) {
  const started = await startCarrier(...args);
  cleanups.push(started.close);
  return started;
}

function watch(...args: Parameters<typeof startWatched>) {
  const watched = startWatched(...args);
  cleanups.push(() => watched.session.close({ drainMs: 0 }));
  return watched;
}

const accept: Parameters<typeof startCarrier>[0] = (pdu, line) => {
  if (pdu.command !== 'submit_sm') return;
  line.send({ command: 'submit_sm_resp', sequence: pdu.sequence, messageId: `id-${pdu.destinationAddr}` });
};

describe('against a server of the npm package smpp', () => {
  it('binds, sends a window many times over, and hands over and acknowledges every receipt', async () => {
    const acknowledged = new Inbox<number>();
    const { port } = await foreignServer((session) => {
      session.on('submit_sm', (pdu: PDU) => {
        session.send(pdu.response({ message_id: `m${pdu.destination_addr}` }));
        session.deliver_sm(
          {
            source_addr: pdu.destination_addr,
            destination_addr: pdu.source_addr,
            esm_class: 4,
            short_message: `id:m${pdu.destination_addr} stat:DELIVRD err:000 text:`,
            receipted_message_id: `m${pdu.destination_addr}`,
            message_state: 2,
          },
          (resp) => acknowledged.push(resp.command_status),
        );
      });
    });
    const watched = watch(port, { window: 20 });
    expect(await watched.bound()).toMatchObject({ peerSystemId: 'foreign' });
    const ends = await watched.submit(500, { sourceAddr: 'SHOP', shortMessage: Buffer.from('hello') }).count(500);
    expect(ends.every(({ index, result }) => result.kind === 'response' && result.messageId === `m${index}`)).toBe(
      true,
    );
    const receipts = await watched.delivered.count(500);
    expect(receipts.map((pdu) => parseReceipt(pdu)).every((one) => one.kind === 'receipt' && one.receipt.final)).toBe(
      true,
    );
    expect((await acknowledged.count(500)).every((status) => status === 0)).toBe(true);
    await watched.session.close();
    expect(watched.states.all.at(-1)).toEqual({ state: 'closed', reason: { kind: 'closed_by_us' }, final: true });
  });

  it('an error status and a query reach the caller as the server meant them', async () => {
    const { port } = await foreignServer((session) => {
      session.on('submit_sm', (pdu: PDU) => session.send(pdu.response({ command_status: 0x0b })));
      session.on('query_sm', (pdu: PDU) =>
        session.send(pdu.response({ message_id: pdu.message_id, message_state: 6 })),
      );
    });
    const watched = watch(port);
    await watched.bound();
    const [end] = await watched.submit(1).count(1);
    expect(end?.result).toMatchObject({ kind: 'response', status: 0x0b, messageId: '' });
    const answer = await watched.session.request('query_sm', { messageId: 'abc' });
    expect(answer).toMatchObject({ kind: 'response', status: 0, pdu: { messageId: 'abc', messageState: 6 } });
  });
});

describe('sending', () => {
  it('never has more than the window outstanding, and fills it', async () => {
    const { port, lines } = await carrier();
    const watched = watch(port, { window: 7 });
    await watched.bound();
    const ends = watched.submit(20);
    const line = await lines.first(() => true);
    await line.pdus.count(8);
    expect(watched.session.figures()).toMatchObject({ outstanding: 7, queued: 13, written: 7 });
    for (const { sequence } of line.pdus.all.slice(1)) line.send({ command: 'submit_sm_resp', sequence });
    await line.pdus.count(15);
    await ends.count(7);
    expect(watched.session.figures()).toMatchObject({ outstanding: 7, queued: 6, responses: 7 });
  });

  it('writes everything queued in one tick with one socket write', async () => {
    const { port, lines } = await carrier(accept);
    const watched = watch(port, { window: 100 });
    await watched.bound();
    const line = await lines.first(() => true);
    const chunks: Buffer[] = [];
    line.socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ends = [watched.submit(10), watched.submit(10), watched.submit(10)];
    await Promise.all(ends.map((one) => one.count(10)));
    expect(chunks.length).toBe(1);
  });

  it('an urgent message takes the next free slot before everything queued earlier', async () => {
    const { port, lines } = await carrier();
    const watched = watch(port, { window: 2 });
    await watched.bound();
    watched.submit(10, { sourceAddr: 'bulk' });
    const line = await lines.first(() => true);
    await line.pdus.count(3);
    watched.submit(1, { sourceAddr: 'otp' }, true);
    line.send({ command: 'submit_sm_resp', sequence: line.pdus.all[1]?.sequence ?? 0 });
    const [, , , next] = await line.pdus.count(4);
    expect(next).toMatchObject({ sourceAddr: 'otp' });
  });

  it('keeps to the parts per second', async () => {
    const { port } = await carrier(accept);
    const watched = watch(port, { window: 100, partsPerSecond: 200 });
    await watched.bound();
    const startedAt = performance.now();
    await watched.submit(100).count(100);
    // 200 per second with a burst of 20: the last of 100 leaves after 0.4 s.
    expect(performance.now() - startedAt).toBeGreaterThan(350);
  });

  it('pauses and slows down after a throttle answer, and the caller gets the status', async () => {
    let throttled = 0;
    const { port } = await carrier((pdu, line) => {
      if (pdu.command !== 'submit_sm') return;
      const status = ++throttled <= 2 ? 0x58 : 0;
      line.send({ command: 'submit_sm_resp', sequence: pdu.sequence, status });
    });
    const watched = watch(port, { window: 2, partsPerSecond: 1_000, throttlePauseMs: 150 });
    await watched.bound();
    const startedAt = performance.now();
    const ends = await watched.submit(4).count(4);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(149);
    expect(ends.map(({ result }) => result.kind === 'response' && result.status)).toEqual([0x58, 0x58, 0, 0]);
    expect(watched.problems.all).toEqual([{ kind: 'throttled', pauseMs: 150, partsPerSecond: 500 }]);
  });

  it('a message that can not be encoded ends unwritten with the reason and hurts no other', async () => {
    const { port } = await carrier(accept);
    const watched = watch(port);
    await watched.bound();
    const ends = new Inbox<{ index: number; kind: string; message?: string }>();
    const batch = ['1', '2'.repeat(30), '3'].map((destinationAddr) => ({ destinationAddr }));
    watched.session.submit(batch, {}, (index, result) =>
      ends.push({ index, kind: result.kind, message: result.kind === 'unwritten' ? result.message : undefined }),
    );
    await ends.count(3);
    expect(ends.all.toSorted((a, b) => a.index - b.index)).toMatchObject([
      { kind: 'response' },
      { kind: 'unwritten', message: expect.stringMatching(/^destinationAddr: .*shorten/) },
      { kind: 'response' },
    ]);
  });

  it('a callback that throws is reported and hurts no other message', async () => {
    const { port } = await carrier(accept);
    const watched = watch(port);
    await watched.bound();
    const ends = new Inbox<number>();
    watched.session.submit([{ destinationAddr: '1' }, { destinationAddr: '2' }], {}, (index) => {
      ends.push(index);
      if (index === 0) throw new Error('mine');
    });
    await ends.count(2);
    expect(watched.problems.all).toMatchObject([{ kind: 'handler_threw', handler: 'onResult' }]);
  });

  it('refuses beyond the queue limit, without a bind, and after close, always unwritten', async () => {
    const { port } = await carrier();
    const watched = watch(port, { window: 1, maxQueued: 5 });
    expect(watched.submit(1).all[0]?.result).toEqual({ kind: 'unwritten', cause: 'not_bound' });
    await watched.bound();
    watched.submit(5);
    expect(watched.submit(1).all[0]?.result).toEqual({ kind: 'unwritten', cause: 'queue_full' });
    const closing = watched.session.close({ drainMs: 10 });
    expect(watched.submit(1).all[0]?.result).toEqual({ kind: 'unwritten', cause: 'closed' });
    await closing;
  });

  it('settings out of range and bind fields that do not fit are refused at once by name', () => {
    expect(() => startWatched(1, { window: 0 })).toThrow(/^window: /);
    expect(() => startWatched(0)).toThrow(/^port: /);
    expect(() => startWatched(1, { partsPerSecond: -1 })).toThrow(/^partsPerSecond: /);
    expect(() => startWatched(1, { password: 'far too long' })).toThrow(/^password: /);
  });
});

describe('receipts and inbound messages', () => {
  const deliver = (sequence: number, messageId = String(sequence)): PduInput => ({
    command: 'deliver_sm',
    sequence,
    esmClass: 4,
    tlvs: [makeTlv('receipted_message_id', messageId)],
  });
  const batchOf = async (count: number) => {
    const { encodePdu } = await import('./codec.ts');
    return Buffer.concat(Array.from({ length: count }, (_, i) => encodePdu(deliver(i + 1))));
  };

  it('all that is read in one tick is one batch, acknowledged in one write', async () => {
    const { port, lines } = await carrier();
    const watched = watch(port);
    await watched.bound();
    const line = await lines.first(() => true);
    const chunks: Buffer[] = [];
    line.socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    line.send(await batchOf(50));
    await line.pdus.count(51);
    expect(watched.batches.all.map((batch) => batch.length)).toEqual([50]);
    expect(chunks.length).toBe(1);
    expect(line.pdus.all.slice(1).map(({ sequence }) => sequence)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });

  it('none is acknowledged before the promise resolves', async () => {
    const { port, lines } = await carrier();
    const stored = Promise.withResolvers<void>();
    const handed = new Inbox<number>();
    const watched = watch(port, {
      onDeliver: (pdus) => {
        handed.push(pdus.length);
        return stored.promise;
      },
    });
    await watched.bound();
    const line = await lines.first(() => true);
    line.send(await batchOf(3));
    await handed.count(1);
    // An answered enquire_link proves that the session had the time to acknowledge, and did not.
    line.send({ command: 'enquire_link', sequence: 99 });
    await line.pdus.first(({ command }) => command === 'enquire_link_resp');
    expect(line.pdus.all.filter(({ command }) => command === 'deliver_sm_resp')).toEqual([]);
    expect(watched.session.figures().unacknowledgedDelivers).toBe(3);
    stored.resolve();
    await line.pdus.count(5);
    expect(line.pdus.all.filter(({ command }) => command === 'deliver_sm_resp').map(({ status }) => status)).toEqual([
      0, 0, 0,
    ]);
  });

  for (const [name, onDeliver] of [
    ['rejects', () => Promise.reject(new Error('database away'))],
    [
      'throws',
      () => {
        throw new Error('database away');
      },
    ],
  ] as const) {
    it(`when the handler ${name}, the carrier is told to send again`, async () => {
      const { port, lines } = await carrier();
      const watched = watch(port, { onDeliver });
      await watched.bound();
      const line = await lines.first(() => true);
      line.send(deliver(7));
      expect(await line.pdus.first(({ command }) => command === 'deliver_sm_resp')).toMatchObject({
        status: 0x58,
        sequence: 7,
      });
      expect(await watched.problems.first(() => true)).toMatchObject({ kind: 'handler_threw', handler: 'onDeliver' });
    });
  }

  it('what exceeds the limit of unacknowledged ones is refused as queue full, the rest is taken', async () => {
    const { port, lines } = await carrier();
    const watched = watch(port, { maxUnacknowledgedDelivers: 4, onDeliver: () => new Promise(() => {}) });
    await watched.bound();
    const line = await lines.first(() => true);
    line.send(await batchOf(6));
    await line.pdus.count(3);
    expect(line.pdus.all.slice(1)).toMatchObject([
      { sequence: 5, status: 0x14 },
      { sequence: 6, status: 0x14 },
    ]);
    expect(watched.session.figures().unacknowledgedDelivers).toBe(4);
  });

  it('a receipt in data_sm is handed over and answered by data_sm_resp', async () => {
    const { port, lines } = await carrier();
    const watched = watch(port);
    await watched.bound();
    const line = await lines.first(() => true);
    line.send({ command: 'data_sm', sequence: 3, esmClass: 4, tlvs: [makeTlv('receipted_message_id', 'x')] });
    expect(await line.pdus.first(({ command }) => command === 'data_sm_resp')).toMatchObject({
      sequence: 3,
      status: 0,
    });
    expect(watched.delivered.all[0]).toMatchObject({ command: 'data_sm', esmClass: 4 });
  });

  it('deliver_sm before the bind answer is handed over and acknowledged', async () => {
    const { port, lines } = await carrier((pdu, line) => {
      if (pdu.command !== 'bind_transceiver') return false;
      line.send(deliver(9));
      line.send({ command: 'bind_transceiver_resp', sequence: pdu.sequence });
      return true;
    });
    const watched = watch(port);
    await watched.bound();
    await watched.delivered.count(1);
    const line = await lines.first(() => true);
    expect(await line.pdus.first(({ command }) => command === 'deliver_sm_resp')).toMatchObject({
      sequence: 9,
      status: 0,
    });
  });
});
