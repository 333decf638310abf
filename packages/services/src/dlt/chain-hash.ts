import { createHash } from 'node:crypto';
import { chainText } from '@signalbox/core';

/** The hash of a chain as operators compare it: SHA-256 in lowercase hex over the ids, the entity first and the delivering telemarketer last. */
export function chainHash(entityId: string, telemarketerIds: readonly string[]): string {
  return createHash('sha256').update(chainText(entityId, telemarketerIds)).digest('hex');
}
