import type { SmppAccount } from './accounts.ts';
import { createDeliverDesk, type DeliverDesk } from './deliver-desk.ts';
import type { RefusalMemory } from './fate.ts';
import type { Handsets } from './handsets.ts';
import { createIdGiver, type MessageIds } from './message-ids.ts';
import type { Random } from './random.ts';
import type { messageStates } from './receipt-pdu.ts';
import { createScrubber, type Scrubber } from './scrub.ts';
import type { Link } from './smpp-link.ts';
import type { SubmitLog } from './submit-log.ts';

/** What the SMSC holds of one account. */
export interface Desk {
  account: SmppAccount;
  links: Set<Link>;
  deliver: DeliverDesk;
  giveId: (form: SmppAccount['behaviour']['id_form']) => MessageIds;
  /** State by response id, for query_sm. */
  states: Map<string, keyof typeof messageStates>;
  scrubber: Scrubber;
}

export interface SmscWorld {
  log: SubmitLog;
  handsets: Handsets;
  random: Random;
  refusals: RefusalMemory;
  later: (ms: number, run: () => void) => void;
}

/** Opens the desk of an account: no bind yet, nothing on its way. */
export function openDesk(account: SmppAccount, world: SmscWorld): Desk {
  const links = new Set<Link>();
  const desk: Desk = {
    account,
    links,
    giveId: createIdGiver(world.random),
    states: new Map(),
    scrubber: createScrubber(),
    deliver: createDeliverDesk({
      receivers: () => receiversOf(desk),
      window: () => account.behaviour.receipt_window,
      later: world.later,
    }),
  };
  return desk;
}

/** Binds that take deliver_sm. */
export function receiversOf(desk: Desk): Link[] {
  return [...desk.links].filter((link) => link.mode !== 'tx' && !link.silent && !link.closed);
}
