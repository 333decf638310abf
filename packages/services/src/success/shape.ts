import { SENDER_FORMS, type SenderForm } from '@signalbox/contracts';
import { partsClassOf, senderFormOf } from '@signalbox/core';

const STRIDE = 10;

/** What of a message the success model tells apart, its parts and the form of its sender, as one number: it is counted for every message. */
export const shapeOf = ({ parts, sender }: { parts: number | null; sender: string | null }): number =>
  SENDER_FORMS.indexOf(senderFormOf(sender)) * STRIDE + partsClassOf(parts);

/** The same in words. */
export const readShape = (shape: number): { parts: number; sender: SenderForm } => ({
  parts: shape % STRIDE,
  sender: SENDER_FORMS[Math.floor(shape / STRIDE)] ?? 'none',
});
