import { createHash } from 'node:crypto';
import { type ConsentEntry, type ConsentView, encodeId } from '@signalbox/contracts';
import { canonicalJson } from '@signalbox/core';
import type { ConsentRow } from '@signalbox/db';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What the hash of an entry stands over. */
export const entryOf = (row: ConsentRow): ConsentEntry => ({
  at: new Date(row.atMs).toISOString(),
  channel: row.channel,
  environment: row.environment,
  id: row.id,
  jurisdiction: row.jurisdiction,
  list: row.list,
  locale: row.locale,
  person: row.person,
  purpose: row.purpose,
  recorded_at: new Date(row.recordedAtMs).toISOString(),
  source: row.source,
  state: row.state,
  topic: row.topic,
  wording: row.wording,
  wording_version: row.wordingVersion,
  workspace: row.workspaceId,
});

/** The digest of an entry as it is read now. */
export const digestOf = (row: ConsentRow): string => sha256(canonicalJson(entryOf(row)));

/** The hash of an entry at its place. */
export const hashOf = (prevHash: string, seq: number, digest: string): string =>
  sha256(`${prevHash}\n${seq}\n${digest}`);

/** True when address and proof are the ones that were recorded, or are gone with their salt. */
export const isPerson = ({ salt, address, proof, person }: ConsentRow): boolean =>
  salt === null || sha256(`${salt}\n{"address":${JSON.stringify(address)},"proof":${proof ?? 'null'}}`) === person;

/** True when the wording is the one that was recorded, or none was. */
export const isWording = ({ wording, wordingText }: ConsentRow): boolean =>
  wording === null || (wordingText !== null && sha256(wordingText) === wording);

/** An entry as people and machines see it. */
export const viewConsent = (row: ConsentRow): ConsentView => ({
  id: encodeId('consent', row.id),
  address: row.address,
  channel: row.channel,
  environment: row.environment,
  state: row.state,
  source: row.source,
  at: new Date(row.atMs).toISOString(),
  recorded_at: new Date(row.recordedAtMs).toISOString(),
  purpose: row.purpose,
  topic: row.topic,
  list_id: row.list === null ? null : encodeId('list', row.list),
  locale: row.locale,
  wording:
    row.wording === null || row.wordingText === null
      ? null
      : { text: row.wordingText, version: row.wordingVersion, sha256: row.wording },
  jurisdiction: row.jurisdiction,
  proof: row.proof === null ? null : (JSON.parse(row.proof) as Record<string, unknown>),
  seq: row.seq,
  hash: row.hash,
});
