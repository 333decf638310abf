import type { Channel, Environment } from '@signalbox/contracts';
import type { Sealer } from '../secrets.ts';

/** What the link of a mail is about. Sealed: who holds it learns nothing from it and can make no other. */
export type PersonLink = Unsubscribe | Confirm;
interface Whose {
  /** Number of the workspace. */
  workspace: number;
  environment: Environment;
  channel: Channel;
  /** As consents are kept under. */
  address: string;
}
/** To stop what a message was part of. */
export interface Unsubscribe extends Whose {
  kind: 'unsubscribe';
  /** UUID of the message the link came with. */
  message: string;
}
/** To confirm the wish to be on a list. */
export interface Confirm extends Whose {
  kind: 'confirm';
  /** UUIDs of the list and of the message that asks. */
  list: string;
  message: string;
}

const PLACE = 'person-link';
const DAY_MS = 86_400_000;
/** How long a link to stop works: mails are kept for years, and no link is worth less than a complaint. */
const LIFE_MS = 3 * 365 * DAY_MS;
const TOKEN = /^[\w.-]{40,1200}$/;

/** The token of a link. */
export function sealLink(sealer: Sealer, link: PersonLink, nowMs: number): string {
  const { kind, workspace, environment, channel, address, message } = link;
  const list = kind === 'confirm' ? link.list : null;
  return sealer.seal(JSON.stringify([kind, workspace, environment, channel, address, message, list, nowMs]), PLACE);
}

/** What a token is about; undefined when it is not ours, was changed, or is too old. Asks no database, so that it takes as long for every address. */
export function openLink(sealer: Sealer, token: string, nowMs: number): PersonLink | undefined {
  if (!TOKEN.test(token)) return undefined;
  try {
    const [kind, workspace, environment, channel, address, message, list, madeMs] = JSON.parse(
      sealer.open(token, PLACE),
    );
    if (nowMs - madeMs > LIFE_MS) return undefined;
    const whose = { workspace, environment, channel, address, message };
    return kind === 'confirm' ? { kind, ...whose, list } : { kind: 'unsubscribe', ...whose };
  } catch {
    return undefined;
  }
}
