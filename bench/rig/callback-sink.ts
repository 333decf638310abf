/**
 * Answers every HTTP request on a socket with 200 and counts them, in a process of its own: as cheap as a receiver of callbacks can be. It keeps
 * the last one, so that its signature can be looked at.
 */
import net from 'node:net';

const ANSWER = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n';
const LENGTH = /\r\ncontent-length: *(\d+)/i;
// How the events of a group begin; a request without one is an event itself.
const MEMBER = '{"id":"evt_';
let requests = 0;
let events = 0;
let last = { head: '', body: '' };

const server = net.createServer({ noDelay: true }, (socket) => {
  let held = '';
  // Where the request that is coming ends, as far as its head has been read.
  let bodyAt = 0;
  let end = 0;
  socket.setEncoding('latin1');
  socket.on('error', () => undefined);
  socket.on('data', (text: string) => {
    held += text;
    let answers = '';
    for (;;) {
      if (end === 0) {
        const headEnd = held.indexOf('\r\n\r\n');
        if (headEnd < 0) break;
        bodyAt = headEnd + 4;
        end = bodyAt + Number(LENGTH.exec(held.slice(0, headEnd))?.[1] ?? 0);
      }
      if (held.length < end) break;
      last = { head: held.slice(0, bodyAt - 4), body: held.slice(bodyAt, end) };
      requests += 1;
      events += Math.max(1, membersOf(last.body));
      answers += ANSWER;
      held = held.slice(end);
      end = 0;
    }
    if (answers !== '') socket.write(answers);
  });
});

function membersOf(body: string): number {
  let count = 0;
  for (let at = body.indexOf(MEMBER); at >= 0; at = body.indexOf(MEMBER, at + MEMBER.length)) count += 1;
  return count;
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
});
process.on('message', () => process.send?.({ requests, events, ...last }));
process.on('disconnect', () => process.exit(0));
