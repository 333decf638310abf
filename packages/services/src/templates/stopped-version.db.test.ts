import { CreateTemplateRequest, decodeId, LaneJob, type SendMessageAnswer } from '@signalbox/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openScripted, type Stage, scriptCarriers, setStage } from '../dispatch/testing.ts';
import { sendMessage } from '../messages/send.ts';
import { readTimeline } from '../messages/timeline.ts';
import { moveTemplate } from './move.ts';
import { createTemplate } from './write.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('texts', 1, 1000);
});
afterAll(() => stage.end());

const ctx = () => ({ ...stage.ctx, actor: { kind: 'user' as const, id: 'ana', name: 'ana' } });
const move = (key: string, to: 'submit' | 'approve' | 'pause' | 'resume') =>
  moveTemplate({ ctx: ctx(), input: { key, version: 1, move: to } });

async function approve(key: string) {
  const bodies = [{ channel: 'sms', locale: 'en', text: 'On its way.' }];
  const input = { key, name: 'Order', class: 'transactional', default_locale: 'en', bodies };
  await createTemplate({ ctx: ctx(), input: CreateTemplateRequest.parse(input) });
  await move(key, 'submit');
  await move(key, 'approve');
}

async function accept(key: string, more: object = {}): Promise<string> {
  const body = { to: '+525512345678', channel: 'sms', class: 'transactional', template: { key }, ...more };
  const sent = await sendMessage({ ctx: stage.ctx, input: { body, idempotencyKey: undefined } });
  return (JSON.parse(sent.body) as SendMessageAnswer).id;
}

const stateOf = async (id: string) => {
  const [event] = await stage.services.database.sql<{ state: string; reason: string | null }[]>`
    select state, reason from event where message_id = ${decodeId('message', id) ?? ''} order by seq desc limit 1`;
  return event === undefined ? null : `${event.state} ${event.reason ?? ''}`.trim();
};

it('I-4: what was accepted by a version stops when the version is taken back before it is decided, a scheduled send too, and nothing else does', async () => {
  await approve('taken-back');
  await approve('kept');
  await approve('resumed');
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  const [waiting, scheduled, kept, resumed] = [
    await accept('taken-back'),
    await accept('taken-back', { send_at: inAnHour }),
    await accept('kept'),
    await accept('resumed'),
  ];
  const plain = await stage.accept('transactional', '+525512345678');
  const jobs = (await stage.jobs('transactional')).map(({ data }) => LaneJob.parse(data));
  const carriers = scriptCarriers();
  const worker = await openScripted(stage, carriers);
  try {
    await move('taken-back', 'pause');
    await move('resumed', 'pause');
    await move('resumed', 'resume');
    // Whether or not the notice has come: the number of the configuration, read behind the turnstile, tells the worker.
    await worker.runLane('transactional', jobs);
  } finally {
    await worker.stop(1000);
  }
  expect(await Promise.all([waiting, scheduled, kept, resumed].map(stateOf))).toEqual([
    'suppressed policy.template_stopped',
    'suppressed policy.template_stopped',
    'sent',
    'sent',
  ]);
  expect(carriers.submitted).toHaveLength(3);
  expect(plain).toBeDefined();
  const { data } = await readTimeline({ ctx: stage.ctx, input: { id: waiting } });
  expect(data.find(({ kind }) => kind === 'template')).toMatchObject({
    result: 'fail',
    facts: { key: 'taken-back', version: 1, state: 'paused' },
    text: 'Stopped: version 1 of the template taken-back was paused after the message had been accepted.',
  });
});
