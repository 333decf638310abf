import net from 'node:net';

/** What came back: the status, and how long it took in milliseconds. */
export type Answer = { status: number; ms: number };

/** Keep-alive connections to one port, one call at a time on each: as little of the machine as a load generator can take. */
export type HttpClient = {
  /** Sends the bytes of one whole request on a free connection, opening one when all are busy. */
  send: (request: Buffer | string) => Promise<Answer>;
  close: () => void;
};

type Line = {
  socket: net.Socket;
  startedAt: number;
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
  held: string;
};

const LENGTH = /\r\ncontent-length: *(\d+)/i;

/** Opens a client; answers must carry a Content-Length, and only ASCII in the head. */
export function openHttpClient(port: number): HttpClient {
  const idle: Line[] = [];
  const all = new Set<Line>();
  let closed = false;

  function openLine(): Line {
    const socket = net.connect({ host: '127.0.0.1', port, noDelay: true });
    const line: Line = { socket, startedAt: 0, resolve: () => {}, reject: () => {}, held: '' };
    all.add(line);
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => readAnswer(line, text));
    const fail = (error?: Error) => {
      all.delete(line);
      const at = idle.indexOf(line);
      if (at >= 0) idle.splice(at, 1);
      if (!closed) line.reject(error ?? new Error('the server closed the connection'));
    };
    socket.on('error', fail).on('close', () => fail());
    return line;
  }

  function readAnswer(line: Line, text: string): void {
    line.held = line.held === '' ? text : line.held + text;
    const { held } = line;
    const end = held.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(LENGTH.exec(held.slice(0, end))?.[1] ?? 0);
    if (held.length < end + 4 + length) return;
    line.held = '';
    idle.push(line);
    line.resolve({ status: Number(held.slice(9, 12)), ms: performance.now() - line.startedAt });
  }

  return {
    send(request) {
      const line = idle.pop() ?? openLine();
      return new Promise((resolve, reject) => {
        line.resolve = resolve;
        line.reject = reject;
        line.startedAt = performance.now();
        line.socket.write(request);
      });
    },
    close() {
      closed = true;
      for (const line of all) line.socket.destroy();
    },
  };
}

/** Keeps `connections` calls under way until `next` has no more; returns every answer. Throws when the run is interrupted. */
export async function sendAll(
  client: HttpClient,
  connections: number,
  signal: AbortSignal,
  next: () => Buffer | string | undefined,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const work = async () => {
    for (let request = next(); request !== undefined; request = next()) {
      signal.throwIfAborted();
      answers.push(await client.send(request));
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  return answers;
}
