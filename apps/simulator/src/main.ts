import { readEnv } from './env.ts';
import { startSimulator } from './simulator.ts';

try {
  const settings = readEnv();
  const simulator = await startSimulator(settings);
  const { smpp, smtp, vendor } = simulator.ports;
  process.stdout.write(
    `simulator ready: control ${simulator.url}, SMPP ${smpp}, SMTP ${smtp}, HTTP vendor ${vendor}, seed ${settings.seed}\n`,
  );
  const stop = () => {
    setTimeout(() => process.exit(1), 2000).unref();
    void simulator.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
