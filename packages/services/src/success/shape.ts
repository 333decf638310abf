import { SENDER_KINDS, type SenderKind } from '@signalbox/contracts';
import { partsClassOf, senderKindOf } from '@signalbox/core';

const STRIDE = 10;

/** What of a message the success model tells apart, its parts and the kind of its sender, as one number: it is counted for every message. */
export const shapeOf = ({ parts, sender }: { parts: number | null; sender: string | null }): number =>
  SENDER_KINDS.indexOf(senderKindOf(sender)) * STRIDE + partsClassOf(parts);

/** The same in words. */
export const readShape = (shape: number): { parts: number; sender: SenderKind } => ({
  parts: shape % STRIDE,
  sender: SENDER_KINDS[Math.floor(shape / STRIDE)] ?? 'none',
});
