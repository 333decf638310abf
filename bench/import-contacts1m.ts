import { setTimeout as sleep } from 'node:timers/promises';
import type { SuiteEntry } from '../scripts/suite/context.ts';
import { round } from './rig/numbers.ts';
import { familyMicros, residentMib } from './rig/processor-time.ts';
import { withRig } from './rig.ts';

const MILLION = 1_000_000;
/** What is promised of a million. */
const MOST_SECONDS = 300;
const MOST_MIB = 300;
/** What the api may hold while the parts of the file come in. */
const MOST_API_MIB = 400;
const PART_BYTES = 1024 * 1024;
const POLL_MS = 500;
/** A row in a thousand is no number, and one in a thousand stands in the file before: what a file of people has. */
const ODD = 1000;

const rowOf = (n: number): string => {
  const address = n % ODD === 1 ? '12' : `55${String(10_000_000 + (n % ODD === 2 ? n - 2 : n))}`;
  return `Person ${n},${address},2026-10-01T09:00:00Z,es,203.0.113.7\n`;
};

/** The parts of a file of so many people, made as they are sent. */
function* partsOf(rows: number): Generator<Buffer> {
  let text = 'name,phone,given_at,language,ip\n';
  for (let n = 0; n < rows; n += 1) {
    text += rowOf(n);
    if (text.length < PART_BYTES) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

export default {
  name: 'import.contacts1m',
  long: true,
  run: (context) =>
    withRig(context, {}, async (rig) => {
      const rows = Math.round(MILLION * context.scale);
      const call = async (method: string, path: string, body?: object) => {
        const answered = await fetch(`http://127.0.0.1:${rig.apiPort}${path}`, {
          method,
          headers: { authorization: `Bearer ${rig.key}`, 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const json = (await answered.json()) as Record<string, never>;
        if (!answered.ok) throw new Error(`${path} answered ${answered.status}: ${JSON.stringify(json)}`);
        return json;
      };
      const list = await call('POST', '/v1/lists', {
        name: 'Bench',
        channel: 'sms',
        wordings: { en: { text: 'Yes', version: '1' } },
      });
      const { id } = await call('POST', '/v1/contacts/imports', { list_id: list.id });
      const apiBefore = residentMib(rig.apiPid).now;
      const uploadAt = performance.now();
      let at = 0;
      for (const part of partsOf(rows)) {
        context.signal.throwIfAborted();
        await call('POST', `/v1/contacts/imports/${id}/parts`, { at, data: part.toString('base64') });
        at += part.length;
      }
      const uploadSeconds = (performance.now() - uploadAt) / 1000;
      const before = { worker: residentMib(rig.workerPid).now, postgres: familyMicros(rig.postgresPid) };
      const startAt = performance.now();
      await call('POST', `/v1/contacts/imports/${id}/start`, {
        source: 'bench',
        reference: 'bench',
        country: 'MX',
        dry_run: false,
      });
      let seen = await call('GET', `/v1/contacts/imports/${id}`);
      while (seen.state === 'running') {
        context.signal.throwIfAborted();
        await sleep(POLL_MS);
        seen = await call('GET', `/v1/contacts/imports/${id}`);
      }
      const seconds = (performance.now() - startAt) / 1000;
      const worker = residentMib(rig.workerPid);
      const api = residentMib(rig.apiPid);
      const counts = seen.counts as unknown as Record<string, number>;
      const counted = Object.values(counts).reduce((sum, count) => sum + count, 0);
      if (seen.state !== 'done' || counted !== rows) throw new Error(`it ended so: ${JSON.stringify(seen)}`);
      context.figure({
        name: 'import.contacts1m',
        value: round(seconds, 1),
        unit: 's from the start to the last person on the list',
        conditions: {
          rows,
          rowsPerSecond: Math.round(rows / seconds),
          ...counts,
          fileMib: round(at / 1024 / 1024, 1),
          uploadSeconds: round(uploadSeconds, 1),
          workerBeforeMib: before.worker,
          workerPeakMib: worker.peak,
          apiBeforeMib: apiBefore,
          apiPeakMib: api.peak,
          postgresSeconds: round((familyMicros(rig.postgresPid) - before.postgres) / 1e6, 1),
        },
      });
      return seconds <= MOST_SECONDS * context.scale + 5 && worker.peak <= MOST_MIB && api.peak <= MOST_API_MIB;
    }),
} satisfies SuiteEntry;
