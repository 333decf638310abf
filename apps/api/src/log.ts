import { type Log, redactText, redactValue } from '@signalbox/services';
import { type DestinationStream, pino } from 'pino';

/** Opens the log: one JSON object per line, on stdout or the stream given. Every value is redacted; bodies are never logged. */
export function openLog(level: string, stream?: DestinationStream): Log {
  const options = {
    level,
    base: { app: 'api', pid: process.pid },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const lines = stream === undefined ? pino(options) : pino(options, stream);
  const write = (kind: 'info' | 'warn' | 'error') => (message: string, fields?: Record<string, unknown>) => {
    if (lines.isLevelEnabled(kind)) lines[kind](redactValue(fields ?? {}), redactText(message));
  };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}
