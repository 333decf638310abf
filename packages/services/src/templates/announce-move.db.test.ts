import { CreateTemplateRequest, type TemplateMove } from '@signalbox/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stage, setStage } from '../dispatch/testing.ts';
import { createWebhook } from '../webhooks/endpoints.ts';
import { moveTemplate } from './move.ts';
import { createTemplate } from './write.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.end());

it('tells webhooks of both environments what became of a version, once each, and nothing of a move that is refused', async () => {
  const subscribe = (environment: 'live' | 'sandbox', types: string[]) =>
    createWebhook({
      ctx: { ...stage.ctx, environment },
      input: { url: 'https://hooks.example.com/', description: '', event_types: types as never, events_per_request: 1 },
    });
  await subscribe('live', ['template.submitted', 'template.rejected']);
  await subscribe('sandbox', []);
  await stage.services.config.refresh();
  const bodies = [{ channel: 'sms', locale: 'en', text: 'On its way.' }];
  const input = { key: 'order', name: 'Order', class: 'transactional', default_locale: 'en', bodies };
  await createTemplate({ ctx: stage.ctx, input: CreateTemplateRequest.parse(input) });
  const move = (to: TemplateMove) =>
    moveTemplate({ ctx: stage.ctx, input: { key: 'order', version: 1, move: to, comment: 'As agreed.' } });
  await move('submit');
  await move('approve');
  await expect(move('reject')).rejects.toMatchObject({ code: 'conflict' });
  await move('pause');
  const rows = await stage.services.database.sql<{ environment: string; type: string; body: string }[]>`
    select environment, type, body from webhook_event order by id`;
  expect(rows.map(({ environment, type }) => `${environment} ${type}`)).toEqual([
    ...[
      'live template.submitted',
      'sandbox template.submitted',
      'sandbox template.approved',
      'sandbox template.paused',
    ],
  ]);
  expect(JSON.parse(rows[0]?.body ?? '')).toMatchObject({
    type: 'template.submitted',
    data: { key: 'order', version: 1, state: 'submitted', comment: 'As agreed.' },
  });
});
