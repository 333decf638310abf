import { type Log, redactedLog } from '@signalbox/services';
import { pino } from 'pino';

/** Opens the log: one JSON object per line on stdout, everything redacted. */
export function openLog(level: string): Log {
  return redactedLog(
    pino({
      level,
      base: { app: 'worker', pid: process.pid },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label: string) => ({ level: label }) },
    }),
  );
}
