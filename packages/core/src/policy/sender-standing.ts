import type { SenderStanding, SenderStatus, TrafficClass } from '@signalbox/contracts';

/** A registration of a sender, as far as it decides whether messages may name it. */
export interface FiledSender {
  /** Null is every class. */
  class: TrafficClass | null;
  status: SenderStatus;
  /** The last day on which it counts, YYYY-MM-DD; null has none. */
  expiresOn: string | null;
}

// Of several registrations of one name the one that lets most pass tells how it stands.
const BEST: readonly SenderStatus[] = ['registered', 'submitted', 'draft', 'suspended', 'rejected', 'expired'];

/** How a sender on file stands on a day: one that is past its last day has expired, whatever is written. */
export const statusOn = (
  { status, expiresOn }: Pick<FiledSender, 'status' | 'expiresOn'>,
  day: string,
): SenderStatus => (status === 'registered' && expiresOn !== null && expiresOn < day ? 'expired' : status);

/** How a sender stands for a class on a day, by the registrations that are on file of it in one place. */
export function standingOfSender(
  filed: readonly FiledSender[],
  trafficClass: TrafficClass,
  day: string,
): SenderStanding {
  let best: SenderStatus | undefined;
  for (const sender of filed) {
    if (sender.class !== null && sender.class !== trafficClass) continue;
    const status = statusOn(sender, day);
    if (best === undefined || BEST.indexOf(status) < BEST.indexOf(best)) best = status;
  }
  return best ?? 'missing';
}
