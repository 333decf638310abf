import { readEnv } from './env.ts';
import { run } from './run.ts';
import { startSimulator } from './simulator.ts';

await run(async () => {
  const settings = readEnv();
  const { url, ports, stop } = await startSimulator(settings);
  const doors = `SMPP ${ports.smpp}, SMTP ${ports.smtp}, HTTP vendor ${ports.vendor}`;
  return { ready: `simulator ready: control ${url}, ${doors}, seed ${settings.seed}`, stop };
});
