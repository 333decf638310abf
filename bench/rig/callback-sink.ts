/**
 * Answers every HTTP request on a socket with 200 and counts them, in a process of its own: as cheap as a receiver of callbacks can be. It keeps
 * the last one, so that its signature can be looked at.
 */
import net from 'node:net';

const ANSWER = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n';
let count = 0;
// What a connection sent last: the head, and behind it what has come of the body.
let last = { head: '', held: '' };

const server = net.createServer({ noDelay: true }, (socket) => {
  const seen = { head: '', held: '' };
  socket.setEncoding('latin1');
  socket.on('error', () => undefined);
  socket.on('data', (text: string) => {
    seen.held += text;
    let answers = '';
    for (let end = seen.held.indexOf('\r\n\r\n'); end >= 0; end = seen.held.indexOf('\r\n\r\n')) {
      seen.head = seen.held.slice(0, end);
      seen.held = seen.held.slice(end + 4);
      answers += ANSWER;
      count += 1;
      last = seen;
    }
    if (answers !== '') socket.write(answers);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
});
process.on('message', () => process.send?.({ count, head: last.head, body: last.held }));
process.on('disconnect', () => process.exit(0));
