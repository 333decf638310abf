/** Answers every HTTP request on a socket with 200 and counts them, in a process of its own: as cheap as a receiver of callbacks can be. */
import net from 'node:net';

const ANSWER = 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n';
let count = 0;

const server = net.createServer({ noDelay: true }, (socket) => {
  let held = '';
  socket.setEncoding('latin1');
  socket.on('error', () => undefined);
  socket.on('data', (text: string) => {
    held += text;
    let answers = '';
    for (let end = held.indexOf('\r\n\r\n'); end >= 0; end = held.indexOf('\r\n\r\n')) {
      held = held.slice(end + 4);
      answers += ANSWER;
      count += 1;
    }
    if (answers !== '') socket.write(answers);
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
});
process.on('message', () => process.send?.({ count }));
process.on('disconnect', () => process.exit(0));
