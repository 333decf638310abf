#!/usr/bin/env node
// Checks a proof of consent, as GET /v1/consents/{id}/proof answers it, without a connection and without trusting who made it:
//   node verify-proof.mjs proof.json [hash of the head, noted elsewhere]
// Needs Node.js 18 or newer and nothing else. Exit code 0: it holds; 1: it does not; 2: it is no proof.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** RFC 8785, for what stands in a proof: objects, lists, texts, whole numbers, true, false and null. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.keys(value).sort();
  return `{${fields.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

/** What is wrong with a proof, in sentences; none means that it holds. */
function faultsOf({ entry, person, wording, chain }, knownHead) {
  const faults = [];
  const must = (holds, sentence) => {
    if (!holds) faults.push(sentence);
  };
  if (person !== null) {
    const spelled = `${person.salt}\n{"address":${JSON.stringify(person.address)},"proof":${person.proof ?? 'null'}}`;
    must(sha256(spelled) === entry.person, 'The address or the evidence is not the one that was recorded.');
  }
  if (entry.wording !== null) {
    must(wording !== null && sha256(wording) === entry.wording, 'The wording is not the one that was recorded.');
  }
  must(
    sha256(`${chain.prev_hash}\n${chain.seq}\n${sha256(canonical(entry))}`) === chain.hash,
    'The entry does not fit its hash: it was changed.',
  );
  let before = { seq: chain.seq, hash: chain.hash };
  for (const link of chain.after) {
    const fits = link.seq === before.seq + 1 && sha256(`${before.hash}\n${link.seq}\n${link.digest}`) === link.hash;
    must(fits, `Entry ${link.seq} of the chain does not follow the one before it.`);
    if (!fits) break;
    before = link;
  }
  if (chain.reaches_head) {
    must(
      before.seq === chain.head.seq && before.hash === chain.head.hash,
      'The chain does not end at the head it names.',
    );
  }
  const seen = [chain.hash, chain.prev_hash, ...chain.after.map(({ hash }) => hash)];
  must(knownHead === undefined || seen.includes(knownHead), 'The head you noted is no part of this chain.');
  return faults;
}

const [path, knownHead] = process.argv.slice(2);
let proof;
try {
  proof = JSON.parse(readFileSync(path ?? '', 'utf8'));
  if (proof.format !== 'signalbox-consent-proof/1') throw new Error('its format is not signalbox-consent-proof/1');
} catch (error) {
  process.stderr.write(`This is no proof of consent: ${error.message}\n`);
  process.exit(2);
}
const { entry, person, chain } = proof;
const faults = faultsOf(proof, knownHead);
process.stdout.write(
  [
    `Who: ${person === null ? 'erased since' : person.address}`,
    `What: ${entry.state}, ${entry.purpose}${entry.topic === null ? '' : `, ${entry.topic}`}, by ${entry.channel}`,
    `When: ${entry.at}, recorded ${entry.recorded_at}`,
    `How: ${entry.source}${person?.proof ? ` ${person.proof}` : ''}`,
    `Shown: ${proof.wording ?? 'no wording was recorded'}`,
    `Place: entry ${chain.seq} of ${chain.head.seq}${chain.reaches_head ? '' : ', followed for the first links only'}`,
    ...(faults.length === 0 ? ['It holds.'] : ['IT DOES NOT HOLD.', ...faults]),
    '',
  ].join('\n'),
);
process.exit(faults.length === 0 ? 0 : 1);
