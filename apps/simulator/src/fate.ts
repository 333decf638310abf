import type { ReceiptStat, SmppBehaviour } from './behaviour.ts';
import type { MagicNumber } from './magic-numbers.ts';
import type { Random } from './random.ts';

const MAX_REMEMBERED = 50_000;

interface PlannedReceipt {
  /** Counted from the moment the answer to the submit is due. */
  afterMs: number;
  stat: ReceiptStat;
  err: string;
  intermediate: boolean;
  /** Which kind of nonsense the receipt is; null for a sound one. */
  garbage: number | null;
  unknownId: boolean;
}

/** What becomes of a message the carrier has taken. */
export interface Fate {
  stat: ReceiptStat;
  err: string;
  reachesPhone: boolean;
  afterMs: number;
  beforeResponse: boolean;
  receipts: PlannedReceipt[];
}

/** Draws the fate of one taken message (or part of one) from the carrier's behaviour; the number dialled has the last word. */
export function drawFate(
  receipt: SmppBehaviour['receipt'],
  magic: MagicNumber | undefined,
  random: Random,
  partNumber = 1,
): Fate {
  const decided = (magic?.outcomeOfPart ?? partNumber) === partNumber ? magic?.outcome : undefined;
  const drawn = decided ?? random.pick(receipt.errors) ?? { stat: 'DELIVRD' as const, err: '000' };
  const afterMs = magic?.receiptDelayMs ?? random.between(receipt.delay_ms);
  const beforeResponse = receipt.before_response || magic?.beforeResponse === true;
  const told = receipt.forge ? ({ stat: 'DELIVRD', err: '000' } as const) : drawn;
  const final: PlannedReceipt = {
    afterMs: receipt.forge || beforeResponse ? 0 : afterMs,
    stat: told.stat,
    err: told.err,
    intermediate: false,
    garbage: magic?.garbage || random.chance(receipt.garbage) ? random.between({ min: 0, max: 1000 }) : null,
    unknownId: random.chance(receipt.unknown_id),
  };
  const lost = magic?.noReceipt === true || random.chance(receipt.loss);
  const copies = lost ? 0 : 1 + (magic?.duplicates ?? receipt.duplicates);
  const receipts = Array.from({ length: copies }, () => final);
  if (!lost && (receipt.intermediate || magic?.intermediate)) {
    const enroute: PlannedReceipt = { ...final, stat: 'ENROUTE', err: '000', intermediate: true, garbage: null };
    if (receipt.reorder || magic?.reorder) receipts.push({ ...enroute, afterMs: final.afterMs + 50 });
    else receipts.unshift({ ...enroute, afterMs: Math.floor(final.afterMs / 2) });
  }
  return { ...drawn, reachesPhone: drawn.stat === 'DELIVRD', afterMs, beforeResponse, receipts };
}

const FIRST_CARRIER_MEMORY_MS = 600_000;

/** Remembers who refused which number, for the magic numbers that refuse once or at the first carrier only. */
export function createRefusalMemory() {
  const firstCarriers = new Map<string, { carrier: string; at: number }>();
  const refusedOnce = new Set<string>();
  return {
    /** Whether this try of this carrier is to be refused; `digest` tells messages to the same number apart. */
    refuses(
      magic: MagicNumber | undefined,
      attempt: { carrier: string; destination: string; digest: string },
    ): boolean {
      if (!magic?.refuse) return false;
      if (magic.refuse.when === 'always') return true;
      const { carrier, destination, digest } = attempt;
      if (magic.refuse.when === 'first_carrier') {
        // By number, not by text: the parts of a long text must all meet the same refusal.
        const first = firstCarriers.get(destination);
        if (first && Date.now() - first.at < FIRST_CARRIER_MEMORY_MS) return first.carrier === carrier;
        if (firstCarriers.size >= MAX_REMEMBERED) firstCarriers.clear();
        firstCarriers.set(destination, { carrier, at: Date.now() });
        return true;
      }
      const key = `${carrier}|${destination}|${digest}`;
      // Forgotten again once it has passed, so that the same text sent later is throttled once more.
      if (refusedOnce.delete(key)) return false;
      if (refusedOnce.size >= MAX_REMEMBERED) refusedOnce.clear();
      refusedOnce.add(key);
      return true;
    },
  };
}
export type RefusalMemory = ReturnType<typeof createRefusalMemory>;
