import { Hono } from 'hono';
import { z } from 'zod';
import { fieldErrors, problem } from './problem.ts';
import type { Sink } from './sink.ts';
import { receiptForms } from './sink-settings.ts';

const settingsSchema = z.strictObject({
  receipts: z.enum(receiptForms).optional(),
  latency_ms: z.number().int().min(0).max(60_000).optional(),
  receipt_delay_ms: z.number().int().min(0).max(60_000).optional(),
});

/** What the load sink tells and takes: GET and DELETE /stats, GET and PUT /settings, GET /livez. */
export function createSinkControl(sink: Sink): Hono {
  const app = new Hono();
  app.notFound((c) => problem(c, 404, 'not_found', `${c.req.method} ${c.req.path} is not known.`));
  app.get('/livez', (c) => c.json({ status: 'ok' }));
  app.get('/stats', (c) => c.json(sink.stats()));
  app.delete('/stats', (c) => {
    sink.reset();
    return c.body(null, 204);
  });
  const shown = () => ({
    receipts: sink.settings.receipts,
    latency_ms: sink.settings.latencyMs,
    receipt_delay_ms: sink.settings.receiptDelayMs,
  });
  app.get('/settings', (c) => c.json(shown()));
  app.put('/settings', async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const parsed = settingsSchema.safeParse(body);
    if (!parsed.success) return problem(c, 422, 'invalid_settings', 'Nothing was changed.', fieldErrors(parsed.error));
    sink.settings.receipts = parsed.data.receipts ?? sink.settings.receipts;
    sink.settings.latencyMs = parsed.data.latency_ms ?? sink.settings.latencyMs;
    sink.settings.receiptDelayMs = parsed.data.receipt_delay_ms ?? sink.settings.receiptDelayMs;
    return c.json(shown());
  });
  return app;
}
