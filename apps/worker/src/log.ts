import { type Log, redactText, redactValue } from '@signalbox/services';
import { pino } from 'pino';

/** Opens the log: one JSON object per line on stdout, everything redacted. */
export function openLog(level: string): Log {
  const lines = pino({
    level,
    base: { app: 'worker', pid: process.pid },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  });
  const write = (kind: 'info' | 'warn' | 'error') => (message: string, fields?: Record<string, unknown>) => {
    if (lines.isLevelEnabled(kind)) lines[kind](redactValue(fields ?? {}), redactText(message));
  };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}
