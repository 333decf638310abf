import { encodeId, type StopScope, type TrafficClass } from '@signalbox/contracts';
import { consentInForce, MARKETING_PURPOSE } from '@signalbox/core';
import {
  findConsents,
  lockKeywordStop,
  passTurnstile,
  readSuppressions,
  saveKeywordStop,
  type Transaction,
  upsertSuppression,
} from '@signalbox/db';
import type { AuditChange } from '../audit/record.ts';
import { appendEvents } from '../consent/append.ts';
import { laterThan } from '../consent/restore.ts';
import type { RequestContext } from '../context.ts';
import { spellingsOf, suppressionFacts, suppressionObject } from '../policy/suppressions.ts';

/** The text that asks, and how it is told of in the ledger. */
export interface Asked {
  /** UUID of the text. */
  id: string;
  channel: 'sms';
  address: string;
  keyword: string;
  country: string | null;
  locale: string;
  proof: object;
}

// Who says "all" means all that is ours to send: a code is sent because the person asks for it at that moment, and goes on.
const CLASSES: Readonly<Record<StopScope, readonly TrafficClass[]>> = {
  marketing: ['marketing'],
  all: ['marketing', 'transactional'],
};
const REASON_MAX = 200;

/**
 * Obeys a stop: the address is suppressed and marketing withdrawn in the ledger, with the text as its proof. It passes the turnstile alone: a claim
 * that commits after it has seen it. Answers what the audit log shall say; nothing when all of it was so already.
 */
export async function obeyStop(
  tx: Transaction,
  ctx: RequestContext,
  asked: Asked,
  scope: StopScope,
): Promise<AuditChange[]> {
  const { environment, services } = ctx;
  const workspace = ctx.workspace.number;
  const { channel, address } = asked;
  await passTurnstile(tx, workspace, true);
  const place = { workspace, environment, channel, address };
  const known = await lockKeywordStop(tx, place);
  const [before] = await readSuppressions(
    tx,
    { ...place, addresses: spellingsOf(ctx, channel, address), belowId: null },
    1,
  );
  const added = CLASSES[scope].filter((one) => before?.classes.includes(one) !== true);
  const withdrawn = await withdraw(tx, ctx, asked);
  if (added.length === 0 && withdrawn === null) return [];
  const own = `Keyword ${asked.keyword}`;
  const reason = before === undefined || before.reason === known?.reasonAfter ? own : `${before.reason}; ${own}`;
  const after =
    added.length === 0
      ? before
      : await upsertSuppression(tx, {
          // Of who was erased the address is not written down again.
          ...{ id: services.ids.next(), environment, channel, address: before?.address ?? address, workspace },
          ...{ classes: added, reason: reason.slice(0, REASON_MAX) },
        });
  // Of two stops in a row, a start takes back both: what the first added is still its own.
  const isKnown = known !== undefined && known.reasonAfter === before?.reason;
  await saveKeywordStop(tx, place, {
    inbound: asked.id,
    consent: withdrawn?.id ?? known?.consent ?? null,
    classes: isKnown ? [...new Set([...known.classes, ...added])] : added,
    reasonBefore: isKnown ? known.reasonBefore : (before?.reason ?? null),
    reasonAfter: after?.reason ?? '',
  });
  const changes = withdrawn === null ? [] : [withdrawn.change];
  if (added.length > 0 && after !== undefined) {
    changes.push({
      action: 'suppression.added',
      object: suppressionObject(after),
      before: before === undefined ? null : suppressionFacts(before),
      after: suppressionFacts(after),
    });
  }
  return changes;
}

/** Withdraws all marketing, unless it is withdrawn and nothing granted since. */
async function withdraw(
  tx: Transaction,
  ctx: RequestContext,
  { id, channel, address, keyword, country, locale, proof }: Asked,
): Promise<{ id: string; change: AuditChange } | null> {
  const place = {
    workspace: ctx.workspace.number,
    environment: ctx.environment,
    channel,
    purposes: [MARKETING_PURPOSE],
  };
  const entries = await findConsents(tx, place, [address]);
  const whole = consentInForce(
    entries.filter(({ topic }) => topic === null),
    { purpose: MARKETING_PURPOSE },
  );
  const isGranted = consentInForce(entries, { purpose: MARKETING_PURPOSE })?.state === 'granted';
  if (whole?.state === 'withdrawn' && !isGranted) return null;
  const source = `keyword ${keyword}`;
  const [made] = await appendEvents(tx, ctx, [
    {
      ...{ channel, address, state: 'withdrawn', source, purpose: MARKETING_PURPOSE, topic: null, list: null },
      ...{ locale, wordingText: null, wordingVersion: null, jurisdiction: country, proof },
      atMs: laterThan(entries, ctx.services.world.nowMs()),
      occasion: `inbound ${id}`,
    },
  ]);
  if (made === undefined) throw new Error('a withdrawal was not stored');
  const change: AuditChange = {
    action: 'consent.recorded',
    object: { kind: 'consent', id: encodeId('consent', made.id), name: address },
    before: whole === null ? null : { state: whole.state, source: whole.source },
    after: { channel, address, state: 'withdrawn', source, purpose: MARKETING_PURPOSE, topic: null },
  };
  return { id: made.id, change };
}
