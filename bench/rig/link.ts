import { type LinkFigures, measureLink, measureNpmSmppLink } from '@signalbox/smpp/bench';
import { medianOf, round } from './numbers.ts';

const THE = { window: 100, receipts: true };
const ROUNDS = 3;

/** Our link and that of the npm package `smpp` against the same carrier, in turns; medians. */
export async function measureLinks(signal: AbortSignal) {
  const ours: LinkFigures[] = [];
  const npm: LinkFigures[] = [];
  for (let one = 0; one < ROUNDS; one += 1) {
    signal.throwIfAborted();
    ours.push(await measureLink({ ...THE, messages: 300_000 }));
    signal.throwIfAborted();
    npm.push(await measureNpmSmppLink({ ...THE, messages: 60_000 }));
  }
  return { conditions: { ...THE, rounds: ROUNDS }, ours: middle(ours), npm: middle(npm) };
}

function middle(rounds: readonly LinkFigures[]) {
  return {
    perSecond: medianOf(rounds.map((one) => one.messagesPerSecond)),
    nodeMicros: round(medianOf(rounds.map((one) => one.cpuMicrosPerMessage)), 2),
    carrierMicros: round(medianOf(rounds.map((one) => one.carrierCpuMicrosPerMessage)), 2),
  };
}
