import type { RunningSystem } from './start-system.ts';

const EVERY_MS = 3000;

/**
 * Shows the live state of a system: one line redrawn on a terminal; elsewhere a line only when something changed.
 * Answers the function that ends it.
 */
export function showStatus(system: RunningSystem, startedAt: number): () => void {
  const terminal = process.stdout.isTTY === true;
  let last = '';
  let ended = false;
  const draw = async () => {
    const states = await Promise.all(
      system.services.map(async ({ plan, isReady }) => `${plan.name} ${(await isReady()) ? 'ready' : 'NOT READY'}`),
    );
    if (ended) return;
    const line = states.join(' · ');
    if (terminal) process.stdout.write(`\r\u001b[2K${formatDuration(performance.now() - startedAt)}  ${line}`);
    else if (line !== last) console.log(line);
    last = line;
  };
  void draw();
  const timer = setInterval(() => void draw(), EVERY_MS);
  return () => {
    ended = true;
    clearInterval(timer);
    if (terminal) process.stdout.write('\n');
  };
}

/** Seconds below two minutes, then minutes, then hours. */
export function formatDuration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 120) return `up ${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 120 ? `up ${minutes} min` : `up ${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
