import type { SmsPart, SubmitAnswer, SubmitRequest } from '@signalbox/contracts';
import { afterEach, describe, expect, it } from 'vitest';
import { RecordingHost, untilSeen } from '../conformance.case.ts';
import { openChannel } from '../registry.ts';
import { makeText, openForeignSmsc } from './foreign-smsc.case.ts';

const gsm = (...texts: string[]): SmsPart[] => texts.map((text) => ({ encoding: 'gsm7', text }));

describe('smpp: on the wire', () => {
  const close: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const each of close.splice(0).reverse()) await each();
  });

  async function setUp(change: Record<string, unknown> = {}) {
    const smsc = await openForeignSmsc();
    close.push(() => smsc.goDown());
    const host = new RecordingHost();
    const adapter = openChannel({
      protocol: 'smpp',
      settings: { ...smsc.settings, ...change },
      providerId: 'prv',
      host,
      egressAllow: [],
    });
    close.push(() => adapter.stop(20));
    const up = (count: number): Promise<void> =>
      host.until(() => adapter.connections().filter((bind) => bind.state === 'up').length === count);
    const send = (requests: readonly SubmitRequest[]): Promise<SubmitAnswer[]> => {
      const answers: SubmitAnswer[] = [];
      let left = requests.length;
      return new Promise((resolve) =>
        adapter.submit(requests, (index, answer) => {
          expect(answers[index]).toBeUndefined();
          answers[index] = answer;
          left -= 1;
          if (left === 0) resolve(answers);
        }),
      );
    };
    adapter.start();
    return { smsc, host, adapter, up, send };
  }
  const texts = (count: number): SubmitRequest[] => Array.from({ length: count }, (_, index) => makeText(index));

  it('a long text goes out as its parts and is accepted with a reference for each', async () => {
    const { smsc, up, send } = await setUp();
    await up(1);
    const [answer] = await send([makeText(7, false, gsm('first ', 'second ', 'third'))]);
    expect(answer?.kind === 'accepted' && answer.refs.length).toBe(3);
    expect(smsc.submits.map((pdu) => pdu.short_message.message)).toEqual(['first ', 'second ', 'third']);
  });

  it('a throttled part of a text goes again until its sisters are not alone', async () => {
    const { smsc, up, send } = await setUp();
    await up(1);
    let refused = 0;
    smsc.judge = (pdu) => {
      if (pdu.short_message.message !== 'second ' || refused === 2) return { status: 0 };
      refused += 1;
      return { status: 0x58 };
    };
    const [answer] = await send([makeText(7, false, gsm('first ', 'second ', 'third'))]);
    expect(answer?.kind === 'accepted' && new Set(answer.refs).size).toBe(3);
    expect(smsc.submits.map((pdu) => pdu.short_message.message)).toEqual([
      'first ',
      'second ',
      'third',
      'second ',
      'second ',
    ]);
  });

  it('spreads a batch over its binds and takes receipts on any of them', async () => {
    const { smsc, adapter, host, up, send } = await setUp({ bind_count: 3, window: 50 });
    await up(3);
    const answers = await send(texts(500));
    expect(answers.every((answer) => answer.kind === 'accepted')).toBe(true);
    const totals = adapter.connections().map((bind) => bind.submittedTotal);
    expect(totals.every((total) => total > 50)).toBe(true);
    expect(
      await smsc.report?.(answers.slice(0, 20).flatMap((answer) => (answer.kind === 'accepted' ? answer.refs : []))),
    ).toEqual(new Array(20).fill('stored'));
    expect(host.receipts.length).toBe(20);
  });

  it.each([
    ['codes', true],
    ['other texts', false],
  ])(
    '%s that waited on a bind that dropped go out on another; what was written there is indeterminate, and nothing goes twice',
    async (_what, urgent) => {
      const { smsc, adapter, up, send } = await setUp({ bind_count: 2, window: 5 });
      await up(2);
      let seen = 0;
      smsc.judge = () => {
        seen += 1;
        if (seen === 30) return 'die';
        return { status: 0 };
      };
      const answers = await send(texts(200).map((request) => ({ ...request, urgent })));
      const lost = answers.filter((answer) => answer.kind === 'indeterminate').length;
      expect(answers.length - lost).toBe(answers.filter((answer) => answer.kind === 'accepted').length);
      expect(lost).toBeGreaterThan(0);
      expect(lost).toBeLessThanOrEqual(5);
      const numbers = smsc.seen();
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(adapter.isUp()).toBe(true);
    },
  );

  it('makes pairs of binds where the carrier wants them, and is up by its transmitter', async () => {
    const { smsc, adapter, up, send } = await setUp({ bind_mode: 'tx_rx' });
    await up(2);
    expect(smsc.binds().sort()).toEqual(['receiver', 'transmitter']);
    expect(adapter.connections().map((bind) => bind.name)).toEqual(['tx-1', 'rx-1']);
    const [answer] = await send([makeText(1)]);
    expect(await smsc.report?.(answer?.kind === 'accepted' ? answer.refs : [])).toEqual(['stored']);
  });

  it('refused credentials are told, not retried at once, and show no password', async () => {
    const { adapter, host, send } = await setUp({ password: 'wrongpw' });
    await host.until(() => adapter.connections()[0]?.state === 'backoff');
    expect(adapter.connections()[0]?.lastError).toContain('ESME_RINVPASWD');
    expect((await send([makeText(1)]))[0]).toMatchObject({ kind: 'unsent' });
    expect(JSON.stringify([host.said, adapter.connections()])).not.toContain('wrongpw');
  });

  it('people’s answers are stored before they are acknowledged, beside receipts', async () => {
    const { smsc, host, up } = await setUp();
    await up(1);
    const status = await smsc.deliver({
      source_addr: '12025550001',
      source_addr_ton: 1,
      destination_addr: '4477',
      short_message: 'STOP',
    });
    expect(status).toBe(0);
    expect(host.said).toContainEqual([
      expect.objectContaining({ from: '+12025550001', to: '4477', text: 'STOP', raw: 'STOP' }),
    ]);
  });

  it('a text it cannot write is rejected alone, its neighbours go', async () => {
    const { up, send } = await setUp({ default_alphabet: 'latin1' });
    await up(1);
    const mail = makeText(3);
    mail.submission = { kind: 'email', to: 'a@b.example', from: null, subject: '', text: '', html: null };
    const answers = await send([makeText(1), makeText(2, false, gsm('Ω')), mail, makeText(4, false, []), makeText(5)]);
    expect(answers.map((answer) => (answer.kind === 'rejected' ? answer.reason : answer.kind))).toEqual([
      'accepted',
      'content.invalid',
      'content.invalid',
      'content.invalid',
      'accepted',
    ]);
  });

  it('a carrier that never answers the unbind does not hold up a stop', async () => {
    const { smsc, adapter, up, send } = await setUp({ window: 10 });
    await up(1);
    smsc.answersUnbind = false;
    smsc.setMood('silent');
    const answers = send(texts(30));
    await untilSeen(smsc, 10);
    const startedMs = performance.now();
    await adapter.stop(100);
    expect(performance.now() - startedMs).toBeLessThan(400);
    const kinds = (await answers).map((answer) => answer.kind);
    expect([
      kinds.filter((kind) => kind === 'indeterminate').length,
      kinds.filter((kind) => kind === 'unsent').length,
    ]).toEqual([10, 20]);
  });

  it('a storm of throttling loses nothing and asks for the pause (F-10)', async () => {
    const { smsc, adapter, up, send } = await setUp({ window: 20 });
    await up(1);
    smsc.setMood('throttle');
    const answers = await send(texts(20));
    expect(answers.every((answer) => answer.kind === 'throttled' && answer.retryAfterMs === 20)).toBe(true);
    expect(adapter.isUp()).toBe(true);
    smsc.setMood('accept');
    expect((await send(texts(20))).every((answer) => answer.kind === 'accepted')).toBe(true);
  });
});
