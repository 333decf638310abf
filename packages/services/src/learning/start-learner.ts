import type { Services } from '../context.ts';
import { learn } from './learn.ts';

const EVERY_MS = 20_000;

/** Learns every twenty seconds what is to be believed of the routes; of several workers one does it. */
export function startLearner(services: Services): { stop: () => void } {
  let learning = false;
  const timer = setInterval(() => {
    if (learning) return;
    learning = true;
    learn({ ctx: { services } })
      .catch((error) =>
        services.log.warn('Nothing could be learned of the routes; what is known stays in force.', {
          error: String(error),
        }),
      )
      .finally(() => {
        learning = false;
      });
  }, EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
