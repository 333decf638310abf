import {
  CONSENT_RULE,
  type ConsentProofBundle,
  decodeId,
  encodeId,
  HOURS_PURPOSE,
  isByPhone,
  SignalboxError,
} from '@signalbox/contracts';
import { type ConsentRow, readConsent, readConsentChain, readConsentHead, type SqlRunner } from '@signalbox/db';
import { useApproval } from '../approvals/assert-approved.ts';
import type { RequestContext } from '../context.ts';
import { readWithin } from '../tenant.ts';
import { digestOf, entryOf } from './spell.ts';

const LINKS_MAX = 5000;

/**
 * Everything it takes to prove one entry of the ledger to somebody who does not trust us; `not_found` when there is none of this id here,
 * `forbidden` where a second person approves exports and did not.
 */
export async function readConsentProof({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string };
}): Promise<ConsentProofBundle> {
  const workspace = ctx.workspace.number;
  const { row, after, head } = await readWithin(ctx, 'The chain takes too long to read; try again.', async (tx) => {
    const found = await findEntry(tx, ctx, input.id);
    const end = await readConsentHead(tx, workspace);
    if (end === undefined) throw noEntry();
    const links = await readConsentChain(tx, workspace, found.seq, end.seq, LINKS_MAX);
    const { environment } = ctx;
    await useApproval(tx, ctx, { kind: 'exports', action: 'export.consent_proof', environment, object: input.id });
    return { row: found, after: links, head: end };
  });
  const last = after.at(-1)?.seq ?? row.seq;
  return {
    format: 'signalbox-consent-proof/1',
    made_at: new Date(ctx.services.world.nowMs()).toISOString(),
    rule: CONSENT_RULE,
    page: pageOf(row, ctx.workspace.name),
    entry: entryOf(row),
    person: row.salt === null ? null : { address: row.address, proof: row.proof, salt: row.salt },
    wording: row.wordingText,
    chain: {
      seq: row.seq,
      prev_hash: row.prevHash,
      hash: row.hash,
      after: after.map((link) => ({ seq: link.seq, digest: digestOf(link), hash: link.hash })),
      head,
      reaches_head: last === head.seq,
    },
    receipt: receiptOf(row, ctx.workspace),
  };
}

const noEntry = (): SignalboxError =>
  new SignalboxError('not_found', { detail: 'There is no consent entry with this id.' });

/** The entry of the ledger with this public id; `not_found` when there is none here. */
export async function findEntry(tx: SqlRunner, ctx: RequestContext, given: string): Promise<ConsentRow> {
  const id = decodeId('consent', given);
  const found = id === undefined ? undefined : await readConsent(tx, ctx.workspace.number, ctx.environment, id);
  if (found === undefined) throw noEntry();
  return found;
}

function pageOf(row: ConsentRow, controller: string): string[] {
  const who = row.salt === null ? 'A person who has been erased since' : row.address;
  const isHours = row.purpose === HOURS_PURPOSE;
  const [granted, withdrawn] = isHours
    ? ['set hours without', 'took back hours without']
    : ['agreed to', 'withdrew the consent to'];
  const did = row.state === 'granted' ? granted : withdrawn;
  const about = isHours ? 'marketing' : row.topic === null ? row.purpose : `${row.purpose} about ${row.topic}`;
  return [
    `${who} ${did} ${about} by ${row.channel} from ${controller} at ${new Date(row.atMs).toISOString()}.`,
    `How it came: ${row.source}. It was recorded at ${new Date(row.recordedAtMs).toISOString()}.`,
    ...(row.wordingText === null
      ? ['No wording was recorded with it.']
      : [`The person was shown: “${row.wordingText}” (version ${row.wordingVersion ?? 'not said'}).`]),
    `It is entry ${row.seq} of the ledger; its hash is ${row.hash}.`,
  ];
}

/** The entry under the names of ISO/IEC TS 27560:2023. */
function receiptOf(row: ConsentRow, workspace: { id: string; name: string }): Record<string, unknown> {
  const party = encodeId('workspace', workspace.id);
  return {
    schema_version: 'ISO/IEC TS 27560:2023',
    record_id: row.id,
    pii_principal_id: row.person,
    pii_processing: [
      {
        privacy_notice: row.wording,
        language: row.locale,
        purpose: row.purpose,
        service: row.topic,
        lawful_basis: 'consent',
        pii_information: [isByPhone(row.channel) ? 'phone number' : 'mail address'],
        pii_controllers: [party],
        collection_method: row.source,
        jurisdiction: row.jurisdiction,
        withdrawal_method: 'The link in every marketing mail, or a word to the sender.',
      },
    ],
    parties: [{ party_id: party, party_name: workspace.name, party_type: 'controller' }],
    events: [
      {
        event_time: new Date(row.atMs).toISOString(),
        event_type: 'explicit',
        event_state: row.state === 'granted' ? 'given' : 'withdrawn',
        entity_id: row.person,
      },
    ],
  };
}
