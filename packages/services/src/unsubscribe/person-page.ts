import { encodeId, isByPhone, type MemberState, type QuietWish, SignalboxError } from '@signalbox/contracts';
import { consentInForce, MARKETING_PURPOSE, parseNumber, zonesOfCountry } from '@signalbox/core';
import { type ConsentHit, countUses, findConsents, findOptInList, readListsOf, type Transaction } from '@signalbox/db';
import { findWish, hoursIn } from '../consent/read-hours.ts';
import { leavesTime } from '../consent/set-hours.ts';
import type { RequestContext } from '../context.ts';
import { wishSource } from '../dispatch/hold.ts';
import { wakeHeldBy } from '../dispatch/wake-held-by.ts';
import { personContext } from '../person-context.ts';
import { inWorkspace } from '../tenant.ts';
import { openLink, type PersonLink } from './links.ts';
import { choose, confirm, isOffered, setHours, undo, undoable } from './person-acts.ts';
import type { Opened, PersonAct, PersonCall } from './person-call.ts';

const WINDOW_SECONDS = 600;
const POSTS = 30;

/** What a person can choose to get or not: a topic, named in some languages, or a list whose topic is none of them. */
export interface PersonPick {
  by: 'topic' | 'list';
  id: string;
  names: Readonly<Record<string, string>> | string;
  gets: boolean;
}

/** What a page of a person shows. */
export interface PersonView {
  kind: PersonLink['kind'];
  /** Who writes to the person. */
  sender: string;
  /** Masked: whoever gets hold of a link shall not learn the address from it. */
  address: string;
  /** Whether marketing of any kind may come. */
  gets: boolean;
  /** Whether having left everything can be taken back. */
  mayUndo: boolean;
  choices: readonly PersonPick[];
  /** When the person wants no marketing; null when it may come at any time. */
  hours: QuietWish | null;
  /** The zone the person is in as far as we know. */
  timeZone: string;
  /** The hours that were asked for leave nothing of the week: nothing was changed. */
  isNothingLeft: boolean;
  /** Of a link to confirm: the list, and how the person stands to it. */
  list: { name: string; state: MemberState | null } | null;
}

/** The page of a link; undefined when the link is not ours, was changed or is too old. Changes nothing. */
export async function readPersonPage(call: PersonCall): Promise<PersonView | undefined> {
  const opened = open(call);
  return opened === undefined ? undefined : inWorkspace(opened.ctx, (tx) => viewOf(tx, opened));
}

/**
 * Does what the person asks for and shows the page as it is then; undefined for a link that is none. What leaves passes the turnstile alone: a
 * claim that commits after this answer has seen it. The same act twice is one. Throws `rate_limited` for a link that is used over and over.
 */
export async function actOnPersonPage(call: PersonCall, given: PersonAct): Promise<PersonView | undefined> {
  const opened = open(call);
  if (opened === undefined) return undefined;
  await countPost(opened);
  const { view, replaced } = await inWorkspace(opened.ctx, async (tx) => {
    const { isNothingLeft, replaced } = await act(tx, opened, given, call);
    return { view: { ...(await viewOf(tx, opened)), isNothingLeft }, replaced };
  });
  if (replaced !== null) wakeHeldBy(opened.ctx, wishSource(replaced));
  return view;
}

/** Does it; tells whether the hours that were asked for leave nothing, and which wish for hours holds no longer. */
async function act(
  tx: Transaction,
  opened: Opened,
  given: PersonAct,
  call: PersonCall,
): Promise<Pick<PersonView, 'isNothingLeft'> & { replaced: ConsentHit | null }> {
  const { kind } = opened.link;
  const done = { isNothingLeft: false, replaced: null };
  if (given.act === 'confirm') await confirm(tx, opened, call);
  else if (kind === 'unsubscribe') {
    if (given.act === 'undo') await undo(tx, opened, call);
    else if (given.act !== 'hours') await choose(tx, opened, given, call);
    else if (!leavesTime(given.hours)) return { ...done, isNothingLeft: true };
    else return { ...done, replaced: await setHours(tx, opened, given.hours, call) };
  }
  return done;
}

function open({ services, token, requestId, address }: PersonCall): Opened | undefined {
  const link = openLink(services.sealer, token, services.world.nowMs());
  if (link === undefined) return undefined;
  const { workspace, environment } = link;
  const ctx = personContext(services, { workspace, environment, requestId, address });
  return ctx && { ctx, link };
}

/** Counted by the link and not by the network: the servers of one mailbox provider answer for millions of people. */
async function countPost({ ctx, link }: Opened): Promise<void> {
  const use = {
    scope: `${link.environment} person-page`,
    subject: link.message,
    windowSeconds: WINDOW_SECONDS,
    limit: POSTS,
  };
  const [refused] = await countUses(ctx.services.database.sql, ctx.workspace.number, [use]);
  if (refused !== undefined)
    throw new SignalboxError('rate_limited', { retryAfterSeconds: Math.max(1, refused.retryAfterSeconds) });
}

async function viewOf(tx: Transaction, { ctx, link }: Opened): Promise<PersonView> {
  const { environment } = ctx;
  const workspace = ctx.workspace.number;
  const { channel, address } = link;
  const place = { workspace, environment, channel };
  const entries = await findConsents(tx, { ...place, purposes: [MARKETING_PURPOSE] }, [address]);
  const wish = await findWish(tx, place, address);
  const lists = await readListsOf(tx, place, address);
  const offered = ctx.services.config.current().topicsOf(workspace);
  const topics = [...(offered?.values() ?? [])].flatMap(({ key, names }): PersonPick[] => {
    if (!isOffered(entries, key)) return [];
    const gets = consentInForce(entries, { purpose: MARKETING_PURPOSE, topic: key })?.state === 'granted';
    return [{ by: 'topic', id: key, names, gets }];
  });
  const others = lists.flatMap(({ id, name, purpose, topic, state }): PersonPick[] => {
    if (purpose !== MARKETING_PURPOSE || topic === null || offered?.has(topic) === true) return [];
    if (state !== 'confirmed' && state !== 'withdrawn') return [];
    return [{ by: 'list', id: encodeId('list', id), names: name, gets: state === 'confirmed' }];
  });
  const wanted = link.kind === 'confirm' ? await findOptInList(tx, workspace, environment, link.list) : undefined;
  return {
    kind: link.kind,
    sender: ctx.workspace.name,
    address: maskAddress(address),
    gets: consentInForce(entries, { purpose: MARKETING_PURPOSE })?.state === 'granted',
    mayUndo: link.kind === 'unsubscribe' && undoable(entries, ctx.services.world.nowMs()) !== undefined,
    choices: [...topics, ...others],
    hours: wish === null ? null : hoursIn(wish),
    timeZone: zoneOf(ctx, link),
    isNothingLeft: false,
    list:
      wanted === undefined
        ? null
        : { name: wanted.name, state: lists.find(({ id }) => id === wanted.id)?.state ?? null },
  };
}

/** A number is in the first zone of its country, a mailbox where the workspace is. */
function zoneOf({ services, workspace }: RequestContext, { channel, address }: PersonLink): string {
  const number = isByPhone(channel) ? parseNumber(address) : null;
  const [zone] = number?.ok === true && number.country !== null ? zonesOfCountry(number.country) : [];
  return zone ?? services.config.current().workspaces.get(workspace.number)?.timeZone ?? 'UTC';
}

function maskAddress(address: string): string {
  const at = address.indexOf('@');
  return at < 0 ? `${address.slice(0, 3)}•••${address.slice(-2)}` : `${address.slice(0, 1)}•••${address.slice(at)}`;
}
