/**
 * Many receivers of webhooks in a process of its own. Those at /hang never answer; those at /well/<n> answer at once, and of each is kept how long
 * after its instant every event came.
 */
import net from 'node:net';

const ANSWER = 'HTTP/1.1 204 No Content\r\n\r\n';
const REQUEST = /^POST \/(\w+)\/(\d+) [\s\S]*\r\ncontent-length: (\d+)/;
const TIMESTAMP = '"timestamp":"';
const INSTANT_LENGTH = '2026-11-23T09:00:00.000Z'.length;
const delaysOf = new Map<number, number[]>();
let answered = 0;
let hanging = 0;

const server = net.createServer({ noDelay: true }, (socket) => {
  let held = '';
  socket.setEncoding('latin1');
  socket.on('error', () => undefined);
  socket.on('data', (text: string) => {
    held += text;
    let answers = '';
    for (let end = held.indexOf('\r\n\r\n'); end >= 0; end = held.indexOf('\r\n\r\n')) {
      const [, path, number, length] = REQUEST.exec(held.slice(0, end)) ?? [];
      const next = end + 4 + Number(length);
      if (held.length < next) break;
      if (path === 'hang') hanging += 1;
      else {
        keep(Number(number), held.slice(end + 4, next));
        answers += ANSWER;
      }
      held = held.slice(next);
    }
    if (answers !== '') socket.write(answers);
  });
});

function keep(number: number, body: string): void {
  const at = body.indexOf(TIMESTAMP) + TIMESTAMP.length;
  const delayMs = Date.now() - Date.parse(body.slice(at, at + INSTANT_LENGTH));
  const delays = delaysOf.get(number);
  if (delays === undefined) delaysOf.set(number, [delayMs]);
  else delays.push(delayMs);
  answered += 1;
}

/** Of each receiver the delay that so many of its events do not exceed; the longest of them. */
function worst(share: number): number {
  const shareOf = (delays: number[]) => delays.toSorted((a, b) => a - b)[Math.ceil(delays.length * share) - 1] ?? 0;
  return Math.max(0, ...[...delaysOf.values()].map(shareOf));
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
});
process.on('message', (what) => {
  if (what === 'count') process.send?.({ answered, hanging });
  else process.send?.({ receivers: delaysOf.size, p95Ms: worst(0.95), maxMs: worst(1) });
});
process.on('disconnect', () => process.exit(0));
