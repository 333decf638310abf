import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import type { SuiteEntry } from '../scripts/suite/context.ts';
import { medianOf, round } from './rig/numbers.ts';

const MAILS = 3000;
const CONNECTIONS = 10;
const ROUNDS = 3;

/** A mail server that takes everything and keeps nothing, in this process. */
async function openServer() {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      stream.resume().on('end', () => done());
    },
  });
  const listener = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => listener.once('listening', resolve));
  const address = listener.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { port, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

export default {
  name: 'peer.nodemailer',
  async run(context) {
    const server = await openServer();
    const transport = createTransport({
      host: '127.0.0.1',
      port: server.port,
      pool: true,
      maxConnections: CONNECTIONS,
      maxMessages: Number.POSITIVE_INFINITY,
      ignoreTLS: true,
    });
    const mail = {
      from: 'shop@example.com',
      subject: 'Your order has been shipped',
      text: 'It will arrive on Tuesday. '.repeat(18),
      html: `<p>${'It will arrive on Tuesday. '.repeat(18)}</p>`,
    };
    const rates: number[] = [];
    const micros: number[] = [];
    try {
      for (let one = 0; one <= ROUNDS; one += 1) {
        context.signal.throwIfAborted();
        const before = process.cpuUsage();
        const startedAt = performance.now();
        await Promise.all(
          Array.from({ length: MAILS }, (_, n) => transport.sendMail({ ...mail, to: `p${n}@example.com` })),
        );
        const { user, system } = process.cpuUsage(before);
        if (one === 0) continue;
        rates.push(MAILS / ((performance.now() - startedAt) / 1000));
        micros.push((user + system) / MAILS);
      }
    } finally {
      transport.close();
      await server.close();
    }
    context.figure({
      name: 'peer.nodemailer',
      value: Math.round(medianOf(rates)),
      unit: 'mails/s',
      conditions: {
        mails: MAILS,
        connections: CONNECTIONS,
        rounds: ROUNDS,
        nodeMicrosWithServer: round(medianOf(micros)),
      },
    });
    return true;
  },
} satisfies SuiteEntry;
