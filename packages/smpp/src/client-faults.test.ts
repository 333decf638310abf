import { createServer as createTcpServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Inbox, listenAnywhere, startCarrier, startWatched } from './carrier.case.ts';
import { encodePdu } from './codec.ts';
import type { SubmitSm } from './message.ts';
import { readWire } from './pdu.case.ts';

const cleanups: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

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

async function bindTo(script: Parameters<typeof startCarrier>[0], options: Parameters<typeof startWatched>[1] = {}) {
  const { port, lines } = await carrier(script);
  const watched = watch(port, options);
  await watched.bound();
  return { ...watched, line: await lines.first(() => true), lines };
}

const indeterminate = (cause: 'timeout' | 'disconnected') => ({ kind: 'indeterminate', cause });

describe('octets that are no SMPP (B-04)', () => {
  for (const [name, octets] of [
    ['0', '00000000'],
    ['15', '0000000F'],
    ['2^31', '80000000'],
    ['0x414D4540 ("AM.@", another protocol)', '414D4540'],
    ['above the limit', '00010001'],
  ] as const) {
    it(`a length of ${name} ends the connection with generic_nack, and the window is indeterminate`, async () => {
      const { line, submit, closedBy } = await bindTo(undefined);
      const ends = submit(3);
      await line.pdus.count(4);
      line.send(readWire(octets));
      expect(await closedBy()).toEqual({ kind: 'framing', length: Number.parseInt(octets, 16) });
      expect(ends.all.map(({ result }) => result)).toEqual(Array(3).fill(indeterminate('disconnected')));
      expect(await line.pdus.first(({ command }) => command === 'generic_nack')).toMatchObject({ status: 0x02 });
    });
  }

  it('a length of 16 with an unknown command is answered by generic_nack 0x03 and the link lives on', async () => {
    const { line, problems } = await bindTo(undefined);
    line.send(readWire('00000010 00000099 00000000 00000007'));
    expect(await line.pdus.first(({ command }) => command === 'generic_nack')).toMatchObject({
      status: 3,
      sequence: 7,
    });
    line.send({ command: 'enquire_link', sequence: 8 });
    expect(await line.pdus.first(({ command }) => command === 'enquire_link_resp')).toMatchObject({ sequence: 8 });
    expect(problems.all).toEqual([{ kind: 'undecodable', commandId: 0x99, sequence: 7, status: 3 }]);
  });

  it('an unknown answer is not answered', async () => {
    const { line } = await bindTo(undefined);
    line.send(readWire('00000010 80000099 00000000 00000007'));
    line.send({ command: 'enquire_link', sequence: 8 });
    await line.pdus.first(({ command }) => command === 'enquire_link_resp');
    expect(line.pdus.all.some(({ command }) => command === 'generic_nack')).toBe(false);
  });

  it('a deliver_sm cut short is refused by its own answer and the link lives on', async () => {
    const { line, delivered } = await bindTo(undefined);
    line.send(readWire("00000014 00000005 00000000 00000007 00 01 01 'x'"));
    expect(await line.pdus.first(({ command }) => command === 'deliver_sm_resp')).toMatchObject({
      status: 2,
      sequence: 7,
    });
    expect(delivered.all).toEqual([]);
  });

  it('a request that a client does not serve is refused, and alert_notification is only told', async () => {
    const { line, problems } = await bindTo(undefined);
    line.send({ command: 'alert_notification', sequence: 4, sourceAddr: '1', esmeAddr: '2' });
    line.send({ command: 'submit_sm', sequence: 5, destinationAddr: '1' });
    expect(await line.pdus.first(({ command }) => command === 'submit_sm_resp')).toMatchObject({
      status: 4,
      sequence: 5,
    });
    expect(problems.all.map(({ kind }) => kind)).toEqual(['unexpected_request', 'unexpected_request']);
  });
});

describe('a stream in odd slices', () => {
  it('answers and receipts sent octet by octet are all understood', async () => {
    const { line, submit, delivered } = await bindTo((pdu, { socket }) => {
      if (pdu.command !== 'submit_sm') return;
      const octets = Buffer.concat([
        encodePdu({ command: 'submit_sm_resp', sequence: pdu.sequence, messageId: `id${pdu.destinationAddr}` }),
        encodePdu({ command: 'deliver_sm', sequence: pdu.sequence, shortMessage: Buffer.from(pdu.destinationAddr) }),
      ]);
      for (let i = 0; i < octets.length; i++) socket.write(octets.subarray(i, i + 1));
    });
    line.socket.setNoDelay(true);
    const ends = await submit(20).count(20);
    expect(ends.map(({ index, result }) => result.kind === 'response' && result.messageId === `id${index}`)).toEqual(
      Array(20).fill(true),
    );
    await delivered.count(20);
    expect(delivered.all.map((pdu) => Buffer.from(pdu.shortMessage).toString())).toEqual(ends.map((_, i) => String(i)));
  });

  it('an answer that drips in over many ticks is understood', async () => {
    const { line, submit } = await bindTo(undefined);
    line.socket.setNoDelay(true);
    const ends = submit(1);
    const { sequence } = await line.pdus.first(({ command }) => command === 'submit_sm');
    const octets = encodePdu({ command: 'submit_sm_resp', sequence, messageId: 'drip' });
    for (const octet of octets) {
      await new Promise((resolve) => line.socket.write(Buffer.of(octet), resolve));
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect((await ends.count(1))[0]?.result).toMatchObject({ messageId: 'drip' });
  });
});

describe('answers that do not come, come late, twice or wrong', () => {
  it('no answer in time is indeterminate by timeout, and the slot is free again', async () => {
    const { line, session, submit } = await bindTo(undefined, { window: 1, responseTimeoutMs: 80 });
    const startedAt = performance.now();
    const ends = submit(2);
    await ends.count(1);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(79);
    expect(ends.all[0]).toEqual({ index: 0, result: indeterminate('timeout') });
    await line.pdus.count(3);
    await ends.count(2);
    expect(session.figures()).toMatchObject({ timeouts: 2, outstanding: 0 });
  });

  it('a late answer is told once with the submit it belongs to, and changes no result', async () => {
    const { line, submit, lates, problems } = await bindTo(undefined, { responseTimeoutMs: 60 });
    const ends = submit(1, { sourceAddr: 'late' });
    await ends.count(1);
    const { sequence } = await line.pdus.first(({ command }) => command === 'submit_sm');
    line.send({ command: 'submit_sm_resp', sequence, messageId: 'm1' });
    expect(await lates.first(() => true)).toMatchObject({
      submit: { sourceAddr: 'late', destinationAddr: '0' } satisfies SubmitSm,
      messageId: 'm1',
      status: 0,
    });
    line.send({ command: 'submit_sm_resp', sequence, messageId: 'm1' });
    expect(await problems.first(() => true)).toMatchObject({ kind: 'unexpected_response', sequence });
    expect(ends.all).toEqual([{ index: 0, result: indeterminate('timeout') }]);
    expect(lates.all.length).toBe(1);
  });

  it('an answer given twice ends the message once', async () => {
    const { submit, problems } = await bindTo((pdu, line) => {
      if (pdu.command !== 'submit_sm') return;
      for (const messageId of ['a', 'b']) line.send({ command: 'submit_sm_resp', sequence: pdu.sequence, messageId });
    });
    const ends = submit(1);
    expect(await problems.first(() => true)).toMatchObject({ kind: 'unexpected_response', command: 'submit_sm_resp' });
    expect(ends.all).toMatchObject([{ result: { messageId: 'a' } }]);
  });

  it('an answer with a sequence never used ends nothing', async () => {
    const { line, submit, problems } = await bindTo(undefined);
    const ends = submit(1);
    const { sequence } = await line.pdus.first(({ command }) => command === 'submit_sm');
    for (const wrong of [0, sequence + 1000, 0x7fffffff]) line.send({ command: 'submit_sm_resp', sequence: wrong });
    await problems.count(3);
    expect(ends.all).toEqual([]);
    line.send({ command: 'submit_sm_resp', sequence });
    await ends.count(1);
  });

  it('generic_nack with a known sequence ends that message with its status; without one it ends nothing', async () => {
    const { line, submit, problems } = await bindTo(undefined);
    const ends = submit(2);
    const { sequence } = await line.pdus.first(({ command }) => command === 'submit_sm');
    line.send({ command: 'generic_nack', status: 2, sequence: 0 });
    line.send({ command: 'generic_nack', status: 3, sequence });
    await ends.count(1);
    expect(ends.all).toMatchObject([{ index: 0, result: { kind: 'response', status: 3 } }]);
    expect(problems.all.map(({ kind }) => kind)).toEqual(['generic_nack', 'generic_nack']);
  });

  it('a message id of 300 characters, or one without NUL, does not hurt the link', async () => {
    const long = 'x'.repeat(300);
    const { submit } = await bindTo((pdu, { socket }) => {
      if (pdu.command !== 'submit_sm') return;
      const id = pdu.destinationAddr === '0' ? `${long}\0` : 'short';
      const octets = Buffer.concat([encodePdu({ command: 'unbind_resp', sequence: pdu.sequence }), Buffer.from(id)]);
      octets.writeUInt32BE(octets.length, 0);
      octets.writeUInt32BE(0x80000004, 4);
      socket.write(octets);
    });
    const ends = await submit(2).count(2);
    expect(ends.map(({ result }) => result.kind === 'response' && result.messageId)).toEqual([long, 'short']);
  });

  it('TLVs of an error answer reach the caller', async () => {
    const { submit } = await bindTo((pdu, line) => {
      if (pdu.command !== 'submit_sm') return;
      const tlvs = [{ tag: 0x001d, value: Buffer.from('no funds\0') }];
      line.send({ command: 'submit_sm_resp', sequence: pdu.sequence, status: 0x45, tlvs });
    });
    const [end] = await submit(1).count(1);
    expect(end?.result).toMatchObject({ status: 0x45, tlvs: [{ tag: 0x001d, value: Buffer.from('no funds\0') }] });
  });

  it('sequence numbers wrap from 0x7FFFFFFF to 1 and every answer finds its message', async () => {
    const sequences: number[] = [];
    const { submit } = await bindTo(
      (pdu, line) => {
        if (pdu.command !== 'submit_sm') return;
        sequences.push(pdu.sequence);
        line.send({ command: 'submit_sm_resp', sequence: pdu.sequence, messageId: pdu.destinationAddr });
      },
      { firstSequence: 0x7fffffff - 5, window: 4 },
    );
    const ends = await submit(12).count(12);
    expect(ends.every(({ index, result }) => result.kind === 'response' && result.messageId === String(index))).toBe(
      true,
    );
    expect(sequences.slice(3, 7)).toEqual([0x7fffffff - 1, 0x7fffffff, 1, 2]);
  });

  it('a process too busy to read does not time out the answers that wait in its socket', async () => {
    const { line, submit } = await bindTo(undefined, { responseTimeoutMs: 300 });
    const ends = submit(1);
    const { sequence } = await line.pdus.first(({ command }) => command === 'submit_sm');
    line.send({ command: 'submit_sm_resp', sequence, messageId: 'in time' });
    await new Promise((resolve) => setImmediate(resolve));
    const until = performance.now() + 700;
    while (performance.now() < until);
    expect((await ends.count(1))[0]?.result).toMatchObject({ kind: 'response', messageId: 'in time' });
  });
});

describe('connections that end', () => {
  it('a cut makes the window indeterminate and gives the queue back unwritten', async () => {
    const { line, submit, closedBy } = await bindTo(undefined, { window: 3 });
    const ends = submit(8);
    await line.pdus.count(4);
    line.socket.resetAndDestroy();
    expect(await closedBy()).toMatchObject({ kind: 'socket_error', code: 'ECONNRESET' });
    await ends.count(8);
    const kinds = ends.all.toSorted((a, b) => a.index - b.index).map(({ result }) => result.kind);
    expect(kinds).toEqual([...Array(3).fill('indeterminate'), ...Array(5).fill('unwritten')]);
  });

  it('what was queued and never written is sent once on the next bind when the caller keeps it', async () => {
    const sources: string[] = [];
    const { lines, submit, states } = await bindTo(
      (pdu, line) => {
        if (pdu.command !== 'submit_sm') return;
        sources.push(pdu.destinationAddr);
        if (lines.all.length === 1) line.socket.destroy();
        else line.send({ command: 'submit_sm_resp', sequence: pdu.sequence });
      },
      { window: 1, reconnect: { baseMs: 5 }, queueWhenDown: 'keep' },
    );
    const ends = await submit(4).count(4);
    expect(ends.map(({ index, result }) => [index, result.kind])).toEqual([
      [0, 'indeterminate'],
      [1, 'response'],
      [2, 'response'],
      [3, 'response'],
    ]);
    expect(sources).toEqual(['0', '1', '2', '3']);
    expect(states.all.map(({ state }) => state)).toEqual([
      'connecting',
      'bound',
      'closed',
      'backoff',
      'connecting',
      'bound',
    ]);
  });

  it('unbind mid-window is answered, sending stops, late answers still count, then the link closes', async () => {
    const { line, submit, states, closedBy } = await bindTo(undefined, { window: 4 });
    const ends = submit(9);
    await line.pdus.count(5);
    line.send({ command: 'unbind', sequence: 77 });
    expect(await line.pdus.first(({ command }) => command === 'unbind_resp')).toMatchObject({ sequence: 77 });
    for (const { sequence } of line.pdus.all.filter(({ command }) => command === 'submit_sm')) {
      line.send({ command: 'submit_sm_resp', sequence });
    }
    expect(await closedBy()).toEqual({ kind: 'peer_unbind' });
    await ends.count(9);
    expect(ends.all.filter(({ result }) => result.kind === 'response').length).toBe(4);
    expect(ends.all.filter(({ result }) => result.kind === 'unwritten').length).toBe(5);
    expect(states.all.map(({ state }) => state)).toEqual(['connecting', 'bound', 'unbinding', 'closed']);
  });

  it('a half-open connection is found by unanswered enquire_links and its window is indeterminate', async () => {
    let deaf = false;
    const { line, submit, closedBy } = await bindTo(
      (pdu) => {
        if (pdu.command === 'submit_sm') deaf = true;
        return deaf;
      },
      { enquireIntervalMs: 40, enquireTimeoutMs: 30, enquireMissedLimit: 2 },
    );
    const ends = submit(2);
    expect(await closedBy()).toEqual({ kind: 'enquire_link_unanswered', missed: 2 });
    expect(ends.all.map(({ result }) => result)).toEqual(Array(2).fill(indeterminate('disconnected')));
    await line.pdus.count(5);
    expect(line.pdus.all.filter(({ command }) => command === 'enquire_link').length).toBe(2);
  });

  it('answered enquire_links keep a quiet connection', async () => {
    const { line, session } = await bindTo(undefined, { enquireIntervalMs: 20, enquireTimeoutMs: 20 });
    await line.pdus.first((pdu) => pdu.command === 'enquire_link' && pdu.sequence >= 6);
    expect(session.state).toBe('bound');
  });

  it('a carrier that stops reading is dropped as stalled, and everything written is indeterminate', async () => {
    const { line, session, closedBy } = await bindTo(undefined, {
      window: 2_000,
      responseTimeoutMs: 200,
      enquireIntervalMs: 0,
    });
    line.socket.pause();
    const payload = [{ tag: 0x0424, value: Buffer.alloc(60_000) }];
    const ends = new Inbox<string>();
    const batch = Array.from({ length: 400 }, (_, i) => ({ destinationAddr: String(i), tlvs: payload }));
    session.submit(batch, {}, (_index, { kind }) => ends.push(kind));
    expect(await closedBy()).toEqual({ kind: 'write_stalled' });
    await ends.count(400);
    expect(new Set(ends.all)).toEqual(new Set(['indeterminate', 'unwritten']));
    expect(ends.all.filter((kind) => kind === 'unwritten').length).toBeGreaterThan(300);
  });

  it('close waits for the answers of the window and gives the queue back', async () => {
    const { line, session, submit } = await bindTo(undefined, { window: 2 });
    const ends = submit(5);
    await line.pdus.count(3);
    const closing = session.close();
    await ends.count(3);
    for (const { sequence } of line.pdus.all.slice(1)) line.send({ command: 'submit_sm_resp', sequence });
    await closing;
    expect(ends.all.map(({ result }) => result.kind).sort()).toEqual([
      'response',
      'response',
      'unwritten',
      'unwritten',
      'unwritten',
    ]);
    expect(line.pdus.all.at(-1)).toMatchObject({ command: 'unbind' });
  });

  it('close with an unanswered window ends it indeterminate after the drain time', async () => {
    const { line, session, submit } = await bindTo(undefined);
    const ends = submit(2);
    await line.pdus.count(3);
    await session.close({ drainMs: 30 });
    expect(ends.all.map(({ result }) => result)).toEqual(Array(2).fill(indeterminate('disconnected')));
  });

  it('a carrier that never answers unbind does not hold close up', async () => {
    const { session } = await bindTo((pdu) => pdu.command === 'unbind', { bindTimeoutMs: 50 });
    await session.close();
    expect(session.state).toBe('closed');
  });
});

describe('binds that fail', () => {
  it('refused credentials wait for the long back-off, other refusals for the short one', async () => {
    for (const [status, authentication] of [
      [0x0d, true],
      [0x0e, true],
      [0x0f, true],
      [0x08, false],
    ] as const) {
      const { port } = await carrier((pdu, line) => {
        if (pdu.command !== 'bind_transceiver') return false;
        line.send({ command: 'bind_transceiver_resp', sequence: pdu.sequence, status });
        return true;
      });
      const watched = watch(port, { reconnect: {}, chance: { nowMs: () => performance.now(), random: () => 0 } });
      const change = await watched.states.first(({ state }) => state === 'backoff');
      expect(change).toEqual({
        state: 'backoff',
        reason: { kind: 'bind_refused', status, authentication },
        retryInMs: authentication ? 300_000 : 250,
        attempt: 1,
      });
    }
  });

  it('a bind without an answer is given up after its time', async () => {
    const { port } = await carrier(() => true);
    expect(await watch(port, { bindTimeoutMs: 40 }).closedBy()).toEqual({ kind: 'bind_timeout' });
  });

  it('a port where nobody listens is told, and tried again with growing delays', async () => {
    const server = createTcpServer();
    const port = await listenAnywhere(server);
    await new Promise((resolve) => server.close(resolve));
    const watched = watch(port, {
      reconnect: { baseMs: 4 },
      chance: { nowMs: () => performance.now(), random: () => 0.999 },
    });
    await watched.states.first((change) => change.state === 'backoff' && change.attempt === 3);
    const delays = watched.states.all.flatMap((change) =>
      change.state === 'backoff' ? [Math.round(change.retryInMs)] : [],
    );
    expect(delays).toEqual([4, 8, 16]);
    expect(watched.states.all).toContainEqual(
      expect.objectContaining({
        state: 'closed',
        reason: expect.objectContaining({ kind: 'connect_failed', code: 'ECONNREFUSED' }),
      }),
    );
  });

  it('close during back-off ends for good and tries no more', async () => {
    const { port, lines } = await carrier((_pdu, line) => {
      line.socket.destroy();
      return true;
    });
    const watched = watch(port, { reconnect: { baseMs: 10_000 } });
    await watched.states.first(({ state }) => state === 'backoff');
    await watched.session.close();
    expect(watched.states.all.at(-1)).toMatchObject({ state: 'closed', final: true });
    expect(lines.all.length).toBe(1);
  });

  it('close while connecting ends for good', async () => {
    const { port } = await carrier();
    const watched = watch(port);
    await watched.session.close();
    expect(watched.states.all.map(({ state }) => state)).toEqual(['connecting', 'closed']);
  });

  it('a receiver refuses to submit, unwritten', async () => {
    const { submit } = await bindTo(undefined, { bind: 'receiver' });
    expect(submit(1).all[0]?.result).toEqual({ kind: 'unwritten', cause: 'not_bound' });
  });

  it('TLS to a server that does not speak it fails cleanly', async () => {
    const sockets: Socket[] = [];
    const server = createTcpServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => {});
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    });
    const port = await listenAnywhere(server);
    cleanups.push(() => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    });
    expect(await watch(port, { tls: true }).closedBy()).toMatchObject({ kind: 'connect_failed' });
  });
});
