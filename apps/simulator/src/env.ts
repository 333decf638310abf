import { z } from 'zod';
import { receiptForms, type SinkSettings } from './sink-settings.ts';

const port = z.coerce.number().int().min(0).max(65_535);

const schema = z.object({
  SIMULATOR_HOST: z.string().min(1).default('127.0.0.1'),
  SIMULATOR_PORT: port.default(4900),
  /** The other doors follow SIMULATOR_PORT unless they are set. */
  SIMULATOR_SMPP_PORT: port.optional(),
  SIMULATOR_SMTP_PORT: port.optional(),
  SIMULATOR_VENDOR_PORT: port.optional(),
  SIMULATOR_SEED: z.coerce.number().int().min(0).max(4_294_967_295).default(20_260_501),
  SIMULATOR_LOG_CAPACITY: z.coerce.number().int().min(1000).max(5_000_000).default(1_000_000),
  SIMULATOR_LOG_FILE: z.string().min(1).optional(),
  SIMULATOR_SCENARIO_FILE: z.string().min(1).optional(),
});

const sinkSchema = z.object({
  SIMULATOR_HOST: z.string().min(1).default('127.0.0.1'),
  SINK_SMPP_PORT: port.default(4911),
  SINK_HTTP_PORT: port.default(4912),
  /** 0 and 1 stand for off and both. */
  SINK_RECEIPTS: z.enum(['0', '1', ...receiptForms]).default('off'),
  SINK_LATENCY_MS: z.coerce.number().int().min(0).max(60_000).default(0),
  SINK_RECEIPT_DELAY_MS: z.coerce.number().int().min(0).max(60_000).default(0),
});

/** The simulator's settings; a wrong value throws one sentence that names it. */
export function readEnv(source: NodeJS.ProcessEnv = process.env) {
  const env = parse(schema, source);
  // Port 0 leaves the choice to the system, for every door.
  const following = (step: number) => (env.SIMULATOR_PORT === 0 ? 0 : Math.min(65_535, env.SIMULATOR_PORT + step));
  return {
    host: env.SIMULATOR_HOST,
    httpPort: env.SIMULATOR_PORT,
    smppPort: env.SIMULATOR_SMPP_PORT ?? following(1),
    smtpPort: env.SIMULATOR_SMTP_PORT ?? following(2),
    vendorPort: env.SIMULATOR_VENDOR_PORT ?? following(3),
    seed: env.SIMULATOR_SEED,
    logCapacity: env.SIMULATOR_LOG_CAPACITY,
    logFile: env.SIMULATOR_LOG_FILE,
    scenarioFile: env.SIMULATOR_SCENARIO_FILE,
  };
}

interface SinkEnv extends SinkSettings {
  host: string;
  smppPort: number;
  httpPort: number;
}

/** The load sink's settings; a wrong value throws one sentence that names it. */
export function readSinkEnv(source: NodeJS.ProcessEnv = process.env): SinkEnv {
  const env = parse(sinkSchema, source);
  return {
    host: env.SIMULATOR_HOST,
    smppPort: env.SINK_SMPP_PORT,
    httpPort: env.SINK_HTTP_PORT,
    receipts: env.SINK_RECEIPTS === '1' ? 'both' : env.SINK_RECEIPTS === '0' ? 'off' : env.SINK_RECEIPTS,
    latencyMs: env.SINK_LATENCY_MS,
    receiptDelayMs: env.SINK_RECEIPT_DELAY_MS,
  };
}

function parse<T extends z.ZodType>(settings: T, source: NodeJS.ProcessEnv): z.output<T> {
  // An empty variable is what a compose file passes for "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = settings.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const name = String(issue?.path[0] ?? 'environment');
  throw new Error(`${name}=${JSON.stringify(source[name] ?? '')} is not usable: ${issue?.message ?? 'invalid'}.`);
}
