import { connect as connectTcp } from 'node:net';
import { connect, type PDU } from 'smpp';
import { afterEach, describe, expect, it } from 'vitest';
import { Inbox, startWatched } from './carrier.case.ts';
import { decodePdu, encodePdu, type Pdu } from './codec.ts';
import type { ReceivedMessage } from './message.ts';
import { makeSelfSigned } from './self-signed.case.ts';
import { createSmppServer } from './server.ts';
import type { DownReason, ServerOptions, SmppPeer, SubmitResult } from './session-types.ts';
import { makeTlv } from './tlv.ts';

const cleanups: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function startServer(options: Partial<ServerOptions> = {}) {
  const peers = new Inbox<SmppPeer>();
  const submitted = new Inbox<ReceivedMessage>();
  const downs = new Inbox<DownReason>();
  const server = createSmppServer({
    refusalDelayMs: 5,
    onBind: ({ systemId, password }, peer) => {
      peers.push(peer);
      return systemId === 'shop' && password === 'secret' ? { status: 0, systemId: 'ours' } : { status: 0x0e };
    },
    onSubmit: (pdus, peer) => {
      for (const pdu of pdus) {
        submitted.push(pdu);
        peer.answer(pdu.sequence, 0, `m${pdu.destinationAddr}`);
      }
    },
    onDown: (_peer, reason) => downs.push(reason),
    ...options,
  });
  cleanups.push(() => server.close());
  const { port } = await server.listen(0);
  return { server, port, peers, submitted, downs };
}

function foreignClient(port: number) {
  const session = connect({ host: '127.0.0.1', port });
  session.on('error', () => {});
  cleanups.push(() => session.destroy());
  const ask = (command: 'submit_sm' | 'bind_transceiver' | 'bind_transmitter' | 'bind_receiver' | 'query_sm') => {
    return (fields: Record<string, unknown>) => new Promise<PDU>((resolve) => session[command](fields, resolve));
  };
  const bind = { system_id: 'shop', password: 'secret' };
  return {
    session,
    ask,
    bind: (how: 'bind_transceiver' | 'bind_transmitter' | 'bind_receiver' = 'bind_transceiver') => ask(how)(bind),
  };
}

describe('with a client of the npm package smpp', () => {
  it('binds, takes texts, sends receipts within its window and sees them acknowledged', async () => {
    const { port, peers, submitted } = await startServer({ window: 5 });
    const client = foreignClient(port);
    expect(await client.bind()).toMatchObject({ command_status: 0, system_id: 'ours', sc_interface_version: 0x34 });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        client.ask('submit_sm')({ source_addr: 'SHOP', destination_addr: String(i), short_message: `text ${i}` }),
      ),
    );
    expect(answers.map(({ message_id }) => message_id)).toEqual(answers.map((_, i) => `m${i}`));
    expect(Buffer.from(submitted.all[7]?.shortMessage ?? []).toString()).toBe('text 7');
    const ids = new Inbox<unknown>();
    client.session.on('deliver_sm', (pdu: PDU) => {
      ids.push(pdu.receipted_message_id);
      client.session.send(pdu.response());
    });
    const ends = new Inbox<SubmitResult>();
    const batch = answers.map((_, i) => ({
      destinationAddr: 'SHOP',
      esmClass: 4,
      tlvs: [makeTlv('receipted_message_id', `m${i}`), makeTlv('message_state', 2)],
    }));
    peers.all[0]?.deliver(batch, {}, (_index, result) => ends.push(result));
    await ends.count(50);
    expect(ends.all.every((end) => end.kind === 'response' && end.status === 0)).toBe(true);
    expect(ids.all).toEqual(answers.map((_, i) => `m${i}`));
  });

  it('a wrong password is refused after a wait, and the connection ends', async () => {
    const { port, downs } = await startServer({ refusalDelayMs: 60 });
    const client = foreignClient(port);
    const startedAt = performance.now();
    const answer = await client.ask('bind_transceiver')({ system_id: 'shop', password: 'guess' });
    expect(answer.command_status).toBe(0x0e);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(59);
    expect(await downs.first(() => true)).toMatchObject({ kind: 'bind_refused', status: 0x0e });
  });

  it('submits without a bind or on a receiver bind are refused', async () => {
    const { port, submitted } = await startServer();
    const unbound = foreignClient(port);
    expect(await unbound.ask('submit_sm')({ destination_addr: '1' })).toMatchObject({ command_status: 4 });
    const receiver = foreignClient(port);
    await receiver.bind('bind_receiver');
    expect(await receiver.ask('submit_sm')({ destination_addr: '1' })).toMatchObject({ command_status: 4 });
    expect(submitted.all).toEqual([]);
  });

  it('a second bind on a connection is refused as already bound', async () => {
    const { port } = await startServer();
    const client = foreignClient(port);
    await client.bind();
    expect(await client.bind()).toMatchObject({ command_status: 5 });
  });

  it('a transmitter gets no deliver_sm: it ends unwritten', async () => {
    const { port, peers } = await startServer();
    await foreignClient(port).bind('bind_transmitter');
    const ends: SubmitResult[] = [];
    peers.all[0]?.deliver([{ destinationAddr: '1' }], {}, (_index, result) => ends.push(result));
    expect(ends).toEqual([{ kind: 'unwritten', cause: 'not_bound' }]);
  });

  it('other requests go to the handler, and without one are refused as unknown', async () => {
    const { port } = await startServer();
    const client = foreignClient(port);
    await client.bind();
    expect(await client.ask('query_sm')({ message_id: 'a' })).toMatchObject({ command_status: 3 });
    const served = await startServer({
      onRequest: (pdu: Pdu) => ({
        status: 0,
        fields: { messageId: 'messageId' in pdu ? pdu.messageId : '', messageState: 2 },
      }),
    });
    const other = foreignClient(served.port);
    await other.bind();
    expect(await other.ask('query_sm')({ message_id: 'a' })).toMatchObject({ message_id: 'a', message_state: 2 });
  });
});

describe('connections that misbehave', () => {
  it('one that never binds is closed in time', async () => {
    const { port, downs } = await startServer({ bindTimeoutMs: 30 });
    const socket = connectTcp(port, '127.0.0.1');
    cleanups.push(() => socket.destroy());
    expect(await downs.first(() => true)).toEqual({ kind: 'bind_timeout' });
  });

  it('another protocol is refused before anything is allocated for it', async () => {
    const { port, downs } = await startServer();
    const socket = connectTcp(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\n\r\n'));
    cleanups.push(() => socket.destroy());
    const received = new Inbox<Buffer>();
    socket.on('data', (chunk: Buffer) => received.push(chunk));
    expect(await downs.first(() => true)).toEqual({ kind: 'framing', length: 0x47455420 });
    const decoded = decodePdu(await received.first(() => true));
    expect(decoded.kind === 'pdu' && decoded.pdu).toMatchObject({ command: 'generic_nack', status: 2 });
  });

  it('receipts in the window of a cut connection are indeterminate, queued ones unwritten', async () => {
    const { port, peers, downs } = await startServer({ window: 2 });
    const client = foreignClient(port);
    const got = new Inbox<PDU>();
    client.session.on('deliver_sm', (pdu: PDU) => got.push(pdu));
    await client.bind();
    const ends: string[] = [];
    peers.all[0]?.deliver(
      Array.from({ length: 5 }, () => ({ destinationAddr: '1' })),
      {},
      (_index, result) => ends.push(result.kind),
    );
    await got.count(2);
    client.session.destroy();
    await downs.first(() => true);
    expect(ends).toEqual(['indeterminate', 'indeterminate', 'unwritten', 'unwritten', 'unwritten']);
  });

  it('a bind handler that throws refuses the bind as system error', async () => {
    const { port } = await startServer({
      onBind: () => {
        throw new Error('database away');
      },
    });
    expect(await foreignClient(port).bind()).toMatchObject({ command_status: 8 });
  });

  it('more connections than allowed are turned away', async () => {
    const { port, server, peers } = await startServer({ maxConnections: 1 });
    await foreignClient(port).bind();
    const second = connectTcp(port, '127.0.0.1');
    second.on('error', () => {});
    await new Promise((resolve) => second.on('close', resolve));
    expect([server.peers.size, peers.all.length]).toEqual([1, 1]);
  });
});

describe('with our own client', () => {
  it('the server unbinds politely', async () => {
    const { port, peers, server } = await startServer();
    const watched = startWatched(port);
    await watched.bound();
    await peers.all[0]?.unbind();
    expect(await watched.closedBy()).toEqual({ kind: 'peer_unbind' });
    expect(server.peers.size).toBe(0);
  });

  it('speaks TLS, and a certificate that is not trusted is refused unless that is spelled out', async () => {
    const { cert, key } = makeSelfSigned();
    const { port } = await startServer({ tls: { cert, key } });
    const wary = startWatched(port, { host: 'localhost', tls: true });
    expect(await wary.closedBy()).toMatchObject({ kind: 'connect_failed', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    for (const tls of [{ ca: cert }, { rejectUnauthorized: false }]) {
      const watched = startWatched(port, { host: 'localhost', tls, window: 50 });
      await watched.bound();
      const ends = await watched.submit(500, { shortMessage: Buffer.alloc(200, 0x41) }).count(500);
      expect(ends.every(({ index, result }) => result.kind === 'response' && result.messageId === `m${index}`)).toBe(
        true,
      );
      await watched.session.close();
    }
  });

  it('any sequence a client chooses is echoed', async () => {
    const { port } = await startServer();
    const socket = connectTcp(port, '127.0.0.1');
    cleanups.push(() => socket.destroy());
    const received = new Inbox<Buffer>();
    socket.on('data', (chunk: Buffer) => received.push(chunk));
    socket.write(encodePdu({ command: 'enquire_link', sequence: 0xffffffff }));
    const decoded = decodePdu(await received.first(() => true));
    expect(decoded.kind === 'pdu' && decoded.pdu).toMatchObject({ command: 'enquire_link_resp', sequence: 0xffffffff });
  });
});
