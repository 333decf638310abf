import { randomBytes, randomFillSync } from 'node:crypto';
import { judgePolicy } from '@signalbox/core';
import { insertMessages, loadMessages, migrateDatabase, type NewMessage } from '@signalbox/db';
import { openServices } from '@signalbox/services';
import { loadFacts } from '@signalbox/services/worker';
import type { SuiteEntry } from '../scripts/suite/context.ts';
import { round } from './rig/numbers.ts';

const BATCH = 500;
const ROUNDS = 40;
const WARM = 5;
/** Advertising under every kind of rule there is: hours of several zones, a label and a cap by law, lists of words, a cap of the workspace. */
const TEXTS = [
  {
    prefix: '+849123',
    country: 'VN',
    body: '[QC] Acme: giam gia 20% hom nay, xem acme.vn/sale. Tu choi: soan TC gui 1234',
  },
  {
    prefix: '+628123',
    country: 'ID',
    body: 'Acme: diskon 20% khusus hari ini untuk Anda, cek acme.id/promo. Balas STOP untuk berhenti',
  },
];
/** Late in the morning in Hanoi and Jakarta, whenever it is measured. */
const LATE_MORNING_UTC = 'T04:00:00Z';

export default {
  name: 'policy.batch',
  async run(context) {
    const postgres = await context.startPostgres();
    await migrateDatabase(postgres.url, Date.now());
    const services = await openServices({
      databaseUrl: postgres.url,
      masterKey: randomBytes(32).toString('hex'),
      role: 'worker',
      consoleOrigins: [],
      egressAllow: [],
      world: { nowMs: Date.now, fillRandom: (bytes) => void randomFillSync(bytes) },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    const { sql } = services.database;
    const [made] = await sql<{ number: number }[]>`
      insert into workspace (id, name) values (${services.ids.next()}, 'Bench') returning number`;
    const workspace = made?.number ?? 0;
    await sql`insert into cap_rule (id, workspace, environment, name, channels, classes, "limit", window_seconds)
      values (${services.ids.next()}, ${workspace}, 'live', 'Cap', '{sms}', '{marketing}', 1000000, 86400)`;
    await services.config.refresh();
    const nowMs = Date.parse(`${new Date().toISOString().slice(0, 10)}${LATE_MORNING_UTC}`);
    const took: number[] = [];
    let sent = 0;
    try {
      const batches: string[][] = [];
      for (let one = 0; one < ROUNDS + WARM; one += 1)
        batches.push(await seedBatch(sql, workspace, one, () => services.ids.next()));
      // Consents are given long before: their pages have been written and counted by then.
      await sql`vacuum analyze consent`;
      for (const ids of batches) {
        context.signal.throwIfAborted();
        const messages = await loadMessages(sql, workspace, ids);
        const place = { workspace, environment: 'live' as const, channel: 'sms' as const };
        const { personHash } = services;
        const question = {
          ...place,
          nowMs,
          personHash,
          textOf: ({ body }: { body: string | null }) => body,
          counts: () => true,
        };
        const startedAt = performance.now();
        const { facts } = await sql.begin((tx) => loadFacts(tx, services.config.current(), question, messages));
        const verdicts = [...facts.values()].map(judgePolicy);
        took.push(performance.now() - startedAt);
        sent += verdicts.filter(({ kind }) => kind === 'send').length;
      }
    } finally {
      await services.close();
    }
    if (sent !== BATCH * took.length)
      throw new Error(`${sent} of ${BATCH * took.length} would go: the rules were not all asked`);
    const measured = took.slice(WARM).toSorted((a, b) => a - b);
    const at = (share: number) => round(measured[Math.floor(measured.length * share)] ?? 0, 2);
    context.figure({
      name: 'policy.batch',
      value: at(0.5),
      unit: 'ms for a batch, facts loaded and caps counted in its transaction',
      conditions: {
        recipients: BATCH,
        rounds: ROUNDS,
        p95Ms: at(0.95),
        countries: TEXTS.map(({ country }) => country).join(' '),
      },
    });
  },
} satisfies SuiteEntry;

async function seedBatch(
  sql: Parameters<typeof insertMessages>[0],
  workspace: number,
  round: number,
  newId: () => string,
): Promise<string[]> {
  const messages = Array.from({ length: BATCH }, (_, index): NewMessage => {
    const { prefix, country, body } = TEXTS[index % TEXTS.length] as (typeof TEXTS)[number];
    const address = `${prefix}${String(round * BATCH + index).padStart(6, '0')}`;
    return {
      ...{ id: newId(), workspace, environment: 'live', class: 'marketing', channel: 'sms', apiKey: null },
      ...{ address, country, sender: 'ACME', subject: null, body: `${body} #${index}`, html: null, parts: 1 },
      ...{ clientRef: null, metadata: null, sendAtMs: null, expiresAtMs: Date.now() + 86_400_000 },
      ...{
        maxPriceMicros: null,
        maxPriceCurrency: null,
        sealedBody: null,
        sentFor: null,
        template: null,
        topic: null,
        locale: null,
      },
    };
  });
  await insertMessages(sql, messages);
  await sql`
    select count(*) from append_consent(${workspace}, (select jsonb_agg(jsonb_build_object(
      'environment', 'live', 'channel', 'sms', 'address', address, 'state', 'granted', 'source', 'bench'))
    from unnest(${messages.map(({ address }) => address)}::text[]) as given(address)))`;
  return messages.map(({ id }) => id);
}
