import type { PolicyFacts } from '@signalbox/contracts';
import { judgePolicy } from '@signalbox/core';
import type { LoadedMessage, Transaction } from '@signalbox/db';
import type { FraudBook } from '../config/fraud-book.ts';
import type { Services } from '../context.ts';
import type { GuardedCode, GuardPlace } from './guarded-code.ts';
import { judgeBlocks } from './judge-blocks.ts';
import { chargeSpend, reserveSpend } from './reserve-spend.ts';

/** What the guard made of codes: their facts by message, and what gives the money of one back that is not claimed after all. */
export interface Guarded {
  facts: ReadonlyMap<string, PolicyFacts>;
  giveBack(isLost: (messageId: string) => boolean): Promise<void>;
}

/** Whether a message carries a code of a verification: those are guarded, since only of them it is known whether they come back. */
export const isOurCode = ({ class: lane, sealedBody, sentFor }: LoadedMessage): boolean =>
  lane === 'otp' && sealedBody !== null && sentFor !== null;

/**
 * Counts codes that are about to leave in their blocks of numbers and against the limits of money, and judges them by what stands there
 * now. Counters stay locked until the claims are committed, so that no threshold and no limit is passed by codes that are decided side by
 * side. Blocks that turn out suspicious are listed in the same commit. The sandbox spends nothing and counts nothing.
 */
export async function guardCodes(
  tx: Transaction,
  services: Services,
  book: FraudBook,
  place: GuardPlace,
  codes: readonly GuardedCode[],
): Promise<Guarded> {
  const facts = new Map(codes.map(({ message, facts }) => [message.id, facts]));
  if (place.environment !== 'live' || codes.length === 0) return { facts, giveBack: async () => undefined };
  // Later turns of a message were judged, and counted, with its first.
  if (place.turn === 1) await judgeBlocks(tx, services, book, place, codes, facts);
  const open = codes.filter(({ message }) => sends(facts.get(message.id)));
  const spent = await reserveSpend(tx, book, place, open, facts);
  return {
    facts,
    async giveBack(isLost) {
      const lost = spent.filter(({ messageId }) => isLost(messageId));
      await chargeSpend(tx, place, lost, -1);
    },
  };
}

const sends = (facts: PolicyFacts | undefined): boolean => facts !== undefined && judgePolicy(facts).kind === 'send';
