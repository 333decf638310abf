import { randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SnippetValues, snippet } from '@signalbox/contracts/clients';
import { readComplaint, type Tally } from '../checks.ts';
import { root } from '../env.ts';
import { CommandFailure, runQuietly, showStep } from '../progress.mjs';
import { readPublishedApi } from '../sdk/emit.ts';
import type { Demo } from '../system/addresses.ts';
import { type Bench, benches, firstExample, runProgram } from './sdk/benches.ts';
import { startFaultServer } from './sdk/fault-server.ts';

const name = 'Client tests';
const run = randomUUID();

/** Counts of one language; `notes` holds what failed and what is missing on this machine. */
type Count = { passed: number; failed: number; skipped: number; notes: string[] };

/**
 * Runs the four clients against a running system: their own tests, the first example of each README as it is written, and the calls that
 * the console shows as programs. A language without tools on this machine is said and counted as skipped.
 */
export async function runSdkTests(env: NodeJS.ProcessEnv): Promise<Tally> {
  const count: Count = { passed: 0, failed: 0, skipped: 0, notes: [] };
  let doing = '';
  const runAll = async () => {
    const demo = JSON.parse(readFileSync(env.DEMO_JSON ?? '', 'utf8')) as Demo;
    const faults = await startFaultServer();
    try {
      for (const bench of benches) {
        doing = bench.language;
        await runBench(bench, demo, faults.url, count);
      }
    } finally {
      await faults.stop();
    }
  };
  try {
    await showStep(
      name,
      runAll,
      () => doing,
      () => count.failed === 0,
    );
  } catch (error) {
    count.failed += 1;
    count.notes.push(readComplaint(error));
  }
  const { passed, failed, skipped, notes } = count;
  return { name, passed, failed, skipped, complaint: notes.join('\n\n') };
}

async function runBench(bench: Bench, demo: Demo, faultsUrl: string, count: Count): Promise<void> {
  try {
    await bench.findTools();
  } catch {
    count.skipped += 1;
    count.notes.push(`Skipped: the tests of the ${bench.language} client need ${bench.missing}`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), `signalbox-${bench.language}-`));
  const env = {
    SIGNALBOX_BASE_URL: demo.api_url,
    SIGNALBOX_API_KEY: demo.api_keys.sandbox,
    FAULTS_URL: faultsUrl,
  };
  try {
    await bench.install(folder);
    if (bench.tests !== undefined) await runOwnTests(bench, folder, env, count);
    if (bench.language === 'typescript')
      await check('typescript refuses a wrong field', refuseWrongField(folder), count);
    for (const [title, run] of programs(bench, folder, env)) await check(`${bench.language}: ${title}`, run(), count);
  } catch (error) {
    count.failed += 1;
    count.notes.push(`${bench.language}: ${readComplaint(error)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function runOwnTests(bench: Bench, folder: string, env: NodeJS.ProcessEnv, count: Count): Promise<void> {
  const { run, args, cwd = folder, env: own } = bench.tests ?? { run: '', args: () => [] };
  const outcome = await runQuietly(run, args(folder), { cwd, env: { ...process.env, ...env, ...own } }).then(
    (output) => ({ output, isGood: true }),
    (error: unknown) => ({ output: error instanceof CommandFailure ? error.output : String(error), isGood: false }),
  );
  const passed = outcome.output.match(/^ok\b/gm)?.length ?? 0;
  const failed = outcome.output.match(/^not ok\b/gm)?.length ?? 0;
  count.passed += passed;
  // A program that falls over before its tests fails once; one without any test does too.
  count.failed += failed === 0 && (!outcome.isGood || passed === 0) ? 1 : failed;
  if (!outcome.isGood || passed === 0)
    count.notes.push(`The tests of the ${bench.language} client:\n${outcome.output}`);
}

async function check(title: string, run: Promise<void>, count: Count): Promise<void> {
  try {
    await run;
    count.passed += 1;
  } catch (error) {
    count.failed += 1;
    count.notes.push(`${title}: ${readComplaint(error)}`);
  }
}

/** What a customer runs: the README's first example, and a call of each kind as the console writes it. */
function programs(bench: Bench, folder: string, env: NodeJS.ProcessEnv): [string, () => Promise<void>][] {
  const api = readPublishedApi();
  const baseUrl = String(env.SIGNALBOX_BASE_URL);
  const write = (operationId: string, values: Omit<SnippetValues, 'baseUrl'>) => {
    const operation = api.operations.find((one) => one.operationId === operationId);
    if (operation === undefined) throw new Error(`The document has no operation ${operationId}.`);
    return snippet(api, operation, { baseUrl, ...values }, bench.language);
  };
  const good = (code: () => string, isGood: RegExp) => async () => {
    const output = await runProgram(bench, folder, code(), env);
    if (!isGood.test(output)) throw new Error(`The program wrote:\n${output}`);
  };
  const refused = (code: () => string) => async () => {
    const failure = await runProgram(bench, folder, code(), env).catch((error: unknown) => error);
    const isSaid = failure instanceof CommandFailure && /request_invalid.*req_/s.test(failure.output);
    if (!isSaid) throw new Error(`A refusal was expected, not ${failure}`);
  };
  const { room } = bench;
  const readme: [string, () => Promise<void>][] =
    room === undefined ? [] : [['the first example of its README', good(() => firstExample(room), /msg_\w+ \w+/)]];
  return [
    ...readme,
    ['POST /v1/messages as a program', good(() => write('sendMessage', sendValues(bench)), /msg_\w+/)],
    ['POST /v1/messages under the same key again', good(() => write('sendMessage', sendValues(bench)), /msg_\w+/)],
    ['POST /v1/verifications as a program', good(() => write('startVerification', startValues(bench)), /vrf_\w+/)],
    ['GET /v1/messages as a program', good(() => write('listMessages', { query: { limit: 200 } }), /msg_\w+/)],
    ['a refusal ends a program and says why', refused(() => write('listMessages', { query: { country: 'Mexico' } }))],
  ];
}

/** Every character that has a meaning in one of the languages. */
const DIFFICULT = `It's "5" $HOME \${x} {$y} \\n \\u0041 %s\n\`¿Qué?\` 🚚`;

const sendValues = ({ language }: Bench) => ({
  body: {
    to: '+525512345601',
    channel: 'sms',
    class: 'transactional',
    content: { text: DIFFICULT },
    metadata: { language, text: DIFFICULT },
    valid_for_seconds: 600,
  },
  idempotencyKey: `send-${language}-${run}`,
});

const startValues = ({ language }: Bench) => ({
  body: {
    to: `+5255127${randomInt(10_000, 89_999)}`,
    app_name: 'Shop',
    channels: ['sms'],
    code_length: 7,
  },
  idempotencyKey: `start-${language}-${run}`,
});

/** Strict types: what compiles is right, and a field that is not there does not compile. */
async function refuseWrongField(folder: string): Promise<void> {
  const program = (field: string) => `import { Signalbox, type MessageView } from '@signalbox/sdk';
const sent = await new Signalbox().messages.send({ to: '', channel: 'sms', class: 'otp', content: { text: '' }, ${field} });
const read: MessageView = await new Signalbox().messages.get(sent.id);
export const state: string = read.state;
`;
  const tsc = (files: string[]) =>
    runQuietly(
      join(root, 'node_modules/.bin/tsc'),
      ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--types', 'node', ...files],
      { cwd: folder },
    );
  writeFileSync(join(folder, 'right.mts'), program("client_ref: 'a'"));
  await tsc(['right.mts']);
  const wrong = ["clientref: 'a'", 'client_ref: 1', "channel: 'fax'", "content: { subject: '' }"];
  const files = wrong.map((field, at) => {
    writeFileSync(join(folder, `wrong-${at}.mts`), program(field));
    return `wrong-${at}.mts`;
  });
  const failure = await tsc(files).catch((error: unknown) => error);
  const said = failure instanceof CommandFailure ? failure.output : '';
  const compiled = wrong.filter((_, at) => !said.includes(`wrong-${at}.mts`));
  if (compiled.length > 0) throw new Error(`It compiles with ${compiled.join(' and with ')}.`);
}
