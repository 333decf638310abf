import { encodeId } from '@signalbox/contracts';
import {
  type Due,
  deliveryIdOf,
  endDues,
  findRecorded,
  insertDues,
  insertOutcomes,
  lockDues,
  type NewOutcome,
  type NewTry,
  recordedKey,
  releaseDues,
  type Transaction,
} from '@signalbox/db';
import type { Services } from '../context.ts';
import type { Ended, HeldDue } from './delivery.ts';
import { type Published, publishEvents } from './publish.ts';
import { lastTryMs } from './times.ts';

/** What becomes of a claim with the tries of a batch: something is left to send here, all is done, or the rest is given back. */
interface Plan {
  due: HeldDue;
  tries: readonly Ended[];
  fate: 'kept' | 'ended' | 'released';
}

/** Tries of one claim that ended alike, with what follows. */
interface Group {
  due: HeldDue;
  outcome: Omit<NewOutcome, 'places' | 'tries'>;
  waitMs: number;
  tries: Ended[];
}

/**
 * Records tries in one transaction with what follows them: claims that are done go, the rest of those in `left` is given back, what is tried
 * again waits anew, and what is given up is told to the other endpoints. What another worker has taken over meanwhile is left to it. `again`
 * when it may have been recorded before: it then asks.
 */
export async function recordTries(
  services: Services,
  tries: readonly Ended[],
  left: ReadonlySet<HeldDue>,
  again: boolean,
): Promise<void> {
  const triesOf = Map.groupBy(tries, ({ flight }) => flight.post.due);
  const plans = [...new Set([...triesOf.keys(), ...left])]
    .map((due) => planOf(due, triesOf.get(due) ?? []))
    .filter((plan) => plan.tries.length > 0 || plan.fate !== 'kept');
  if (plans.length === 0) return;
  await services.database.sql.begin((tx) => writePlans(tx, services, plans, again));
  for (const { due, tries: over } of plans) {
    due.open -= over.length;
    due.left -= deliveriesOf(over);
  }
}

/** Of how many deliveries these are tries. */
const deliveriesOf = (tries: readonly Ended[]): number =>
  tries.reduce((sum, { flight }) => sum + flight.post.places.length, 0);

const placesOf = (tries: readonly Ended[]): number[] => tries.flatMap(({ flight }) => flight.post.places);

function planOf(due: HeldDue, tries: readonly Ended[]): Plan {
  if (due.left === deliveriesOf(tries)) return { due, tries, fate: 'ended' };
  const released = due.rest !== null && due.open === tries.length;
  return { due, tries, fate: released ? 'released' : 'kept' };
}

async function writePlans(tx: Transaction, services: Services, plans: readonly Plan[], again: boolean): Promise<void> {
  const held = await lockDues(
    tx,
    plans.map(({ due }) => due),
  );
  const ours = plans.filter(({ due }) => held.has(due.id));
  const fresh = again ? await withoutRecorded(tx, ours) : ours;
  const nowMs = services.world.nowMs();
  const groups = fresh.flatMap(({ due, tries }) => groupsOf(due, tries, nowMs));
  const fated = (fate: Plan['fate']) => ours.filter((plan) => plan.fate === fate).map(({ due }) => due);
  await Promise.all([
    insertOutcomes(
      tx,
      groups.map(({ outcome, tries }) => ({ ...outcome, places: placesOf(tries), tries: tries.map(tryOf) })),
    ),
    endDues(
      tx,
      fated('ended').map((due) => due.id),
    ),
    releaseDues(
      tx,
      fated('released').map(({ id, rest }) => ({ id, places: rest ?? [] })),
    ),
    insertDues(
      tx,
      groups.filter(({ outcome }) => outcome.state === 'pending').map((group) => retryOf(services, group)),
    ),
  ]);
  await publishEvents(
    tx,
    services,
    groups
      .filter(({ outcome }) => outcome.state === 'failed')
      .flatMap(({ tries }) => tries.flatMap((ended) => exhaustedEvents(services, ended))),
  );
}

async function withoutRecorded(tx: Transaction, plans: readonly Plan[]): Promise<Plan[]> {
  const recorded = await findRecorded(
    tx,
    plans.map(({ due }) => due),
  );
  return plans.map((plan) => {
    const places = recorded.get(recordedKey(plan.due));
    if (places === undefined) return plan;
    return {
      ...plan,
      tries: plan.tries.filter(({ flight }) => !flight.post.places.some((place) => places.has(place))),
    };
  });
}

/** Tries of a claim by what came of them. */
function groupsOf(due: HeldDue, tries: readonly Ended[], nowMs: number): Group[] {
  const groups = new Map<string, Group>();
  for (const ended of tries) {
    const { verdict, status, flight } = ended;
    const key = `${verdict.state} ${status} ${verdict.failure} ${verdict.waitMs} ${flight.endpoint.url}`;
    const group = groups.get(key) ?? openGroup(due, ended, nowMs);
    groups.set(key, group);
    group.tries.push(ended);
  }
  return [...groups.values()];
}

function openGroup(due: HeldDue, { verdict, status, flight }: Ended, nowMs: number): Group {
  const { endpoint, packet, n, workspace } = due;
  const nextAtMs = nowMs + verdict.waitMs;
  const waits = verdict.state === 'pending' && nextAtMs <= lastTryMs(packet);
  const state = verdict.state === 'pending' && !waits ? 'failed' : verdict.state;
  const { failure } = verdict;
  const { url } = flight.endpoint;
  const outcome = { endpoint, packet, n, workspace, state, status, failure, nextAtMs: waits ? nextAtMs : null, url };
  return { due, outcome, waitMs: verdict.waitMs, tries: [] };
}

const tryOf = ({ flight, durationMs, detail, response }: Ended): NewTry => ({
  atMs: flight.atMs,
  durationMs,
  signature: flight.signature,
  detail,
  response,
});

/** What is tried again, together what waits equally long. */
const retryOf = (services: Services, { due, waitMs, tries }: Group): Due & { waitMs: number } => ({
  id: services.ids.next(),
  packet: due.packet,
  workspace: due.workspace,
  endpoint: due.endpoint,
  n: due.n + 1,
  places: placesOf(tries),
  waitMs,
});

/** A delivery that is given up is an event for the other endpoints, unless it was about endpoints itself. */
function exhaustedEvents(services: Services, { flight, verdict, status }: Ended): Published[] {
  const { post, endpoint } = flight;
  const { due, places, events } = post;
  if (verdict.failure === 'gone') return [];
  return events.flatMap((event, index) => {
    if (event.type.startsWith('webhook.')) return [];
    return {
      ...aboutEndpoint(services, endpoint),
      type: 'webhook.exhausted',
      data: {
        webhook_id: encodeId('webhook', endpoint.id),
        delivery_id: encodeId('delivery', deliveryIdOf(due.packet, places[index] ?? 0)),
        event_id: event.publicId,
        event_type: event.type,
        tries: due.n,
        last_status: status,
        last_failure: verdict.failure,
      },
    };
  });
}

/** The beginnings of an event about an endpoint, which does not get it itself. */
export const aboutEndpoint = (
  services: Services,
  endpoint: { number: number; workspace: number; environment: Published['environment'] },
): Pick<Published, 'id' | 'workspace' | 'environment' | 'atMs' | 'except'> => ({
  id: services.ids.next(),
  workspace: endpoint.workspace,
  environment: endpoint.environment,
  atMs: services.world.nowMs(),
  except: endpoint.number,
});
