import { SignalboxError } from '@signalbox/contracts';
import type { Reply } from '../../http/reply.ts';
import type { World } from '../../world.ts';
import { answer } from '../door.ts';

/** How long the database may take to answer before this process counts as not ready. */
const READY_WITHIN_MS = 1000;
const RETRY_AFTER_SECONDS = 2;

const notReady = (detail: string) =>
  new SignalboxError('overloaded', { detail, retryAfterSeconds: RETRY_AFTER_SECONDS });

// One question to the database at a time, however many ask us: probing must not become load.
const asking = new WeakMap<World, Promise<void>>();

function askServices(world: World): Promise<void> {
  const running = asking.get(world);
  if (running !== undefined) return running;
  const asked = world.services.ready().finally(() => asking.delete(world));
  asking.set(world, asked);
  return asked;
}

/** Resolves when this process can take work; refuses with `overloaded` when not. The reason goes to the log, not to the caller. */
async function assertReady(world: World): Promise<void> {
  if (world.isDraining()) throw notReady('This process is stopping.');
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${READY_WITHIN_MS} ms`)), READY_WITHIN_MS);
  });
  try {
    await Promise.race([askServices(world), late]);
  } catch (error) {
    world.log.warn('This process is not ready.', { error });
    throw notReady('The database does not answer as it should.');
  } finally {
    clearTimeout(timer);
  }
}

/** Whether this process can take work now. */
export async function readyz(world: World): Promise<Reply> {
  await assertReady(world);
  return answer(200, { status: 'ready' });
}

/** Readiness with the name of the region, for a balancer that steers between regions. */
export async function regionz(world: World): Promise<Reply> {
  await assertReady(world);
  return answer(200, { status: 'ready', region: world.services.region });
}
