import { closeSync, openSync, writeSync } from 'node:fs';

/** A file that only grows: one JSON line per event, written within 20 ms, complete after close(). */
export function createLineFile(path: string) {
  const descriptor = openSync(path, 'a', 0o600);
  let lines: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    timer = undefined;
    if (lines.length === 0) return;
    const batch = Buffer.from(`${lines.join('\n')}\n`);
    lines = [];
    for (let offset = 0; offset < batch.length; ) offset += writeSync(descriptor, batch, offset);
  };
  return {
    write(event: object) {
      lines.push(JSON.stringify(event));
      timer ??= setTimeout(flush, 20);
    },
    close() {
      clearTimeout(timer);
      flush();
      closeSync(descriptor);
    },
  };
}
