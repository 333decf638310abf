import {
  type Channel,
  channelsBeside,
  encodeId,
  type PersonActor,
  type PersonRequestKind,
  personChannel,
  type TrafficClass,
} from '@signalbox/contracts';
import type { PersonActorRow, PersonKey, PersonRequestRow } from '@signalbox/db';
import { actorId } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { channelOf, normaliseAddress } from '../policy/address.ts';
import { redactText } from '../redact.ts';
import { erasedAs, restrictedAs } from './person-hash.ts';

/** How long a law gives for the answer, in days: a month at most (GDPR, article 12). */
const ANSWER_DAYS = 30;
const DAY_MS = 86_400_000;

/** Searches of a person read what is rarely read. */
export const SEARCH_MS = 60_000;

/** A person as the caller names one, with the keyed hash and the ends of the address that may be told. */
export interface Person extends PersonKey {
  hash: string;
  masked: string;
}

/** Reads whom a call is about: the address in its one spelling, in the workspace and environment of the caller. */
export function personOf(
  ctx: RequestContext,
  given: { address: string; channel?: Channel | undefined },
  path = 'address',
): Person {
  const channel = personChannel(given.channel ?? channelOf(given.address));
  const address = normaliseAddress(channel, given.address, path);
  const workspace = ctx.workspace.number;
  const hash = ctx.services.personHash.of(workspace, channel, address);
  const { environment } = ctx;
  return {
    workspace,
    environment,
    channel,
    address,
    ...{ erasedAs: erasedAs(hash), restrictedAs: restrictedAs(hash) },
    hash,
    masked: redactText(address),
  };
}

/** Where the ledgers and lists of a person are: by every channel that reaches the address. */
export const placeOf = ({ workspace, environment, channel }: Person) => ({
  ...{ workspace, environment, channels: channelsBeside(channel) },
});

/** Who acts now, as the register keeps it. */
export const actorOf = ({ actor }: RequestContext): PersonActorRow => ({
  kind: actor.kind,
  id: actorId(actor),
  name: actor.name,
});

/** The same as it is told. */
export const viewActor = ({ id, name }: PersonActorRow): PersonActor => ({ id, name });

/** An entry of the register as the audit log names it. */
export const requestObject = ({ id, masked }: Pick<PersonRequestRow, 'id' | 'masked'>) =>
  ({ kind: 'person', id: encodeId('personRequest', id), name: masked }) as const;

/** A new entry of the register. */
export function newRequest(
  ctx: RequestContext,
  person: Person,
  { kind, reason, blocked = [] }: { kind: PersonRequestKind; reason: string; blocked?: readonly TrafficClass[] },
): Omit<PersonRequestRow, 'decided' | 'certificate' | 'state' | 'endedAtMs'> {
  const nowMs = ctx.services.world.nowMs();
  return {
    id: ctx.services.ids.next(),
    environment: person.environment,
    channel: person.channel,
    person: person.hash,
    masked: person.masked,
    asked: actorOf(ctx),
    createdAtMs: nowMs,
    dueAtMs: nowMs + ANSWER_DAYS * DAY_MS,
    blockedClasses: blocked,
    changes: null,
    kind,
    reason,
  };
}
