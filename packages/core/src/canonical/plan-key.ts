import type { RoutingFacts } from '@signalbox/contracts';
import { canonicalJson } from './canonical-json.ts';
import { mix32 } from './mix.ts';

/**
 * Address of the facts of a routing decision: a signed 64 bit number, equal for equal facts, fit for a bigint column.
 * Not cryptographic. Among a million different facts of one workspace two share a key with a chance of about 3 in 100 million;
 * who stores facts under the key compares them when it is already there.
 */
export function planKey(facts: RoutingFacts): bigint {
  return hash64(canonicalJson(facts));
}

/** 64 bits over the UTF-16 code units of a text, from two 32 bit lanes that see every unit with different multipliers; as a signed bigint. */
export function hash64(text: string): bigint {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x5bd1e995);
    second ^= second >>> 15;
  }
  const high = mix32(first ^ text.length);
  const low = mix32(second ^ Math.imul(first, 0xc2b2ae35));
  return BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low));
}
