import { type Log, redactedLog } from '@signalbox/services';
import { type DestinationStream, pino } from 'pino';

/** Opens the log: one JSON object per line, on stdout or the stream given. Every value is redacted; bodies are never logged. */
export function openLog(level: string, stream?: DestinationStream): Log {
  const options = {
    level,
    base: { app: 'api', pid: process.pid },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return redactedLog(stream === undefined ? pino(options) : pino(options, stream));
}
