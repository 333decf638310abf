import { type Channel, decodeId, encodeId, SignalboxError, type Wording } from '@signalbox/contracts';
import { parseMailbox, parseNumber } from '@signalbox/core';
import { countUses, findSignUpList, type OptInListRow, type RateUse } from '@signalbox/db';
import type { RequestContext, Services } from '../context.ts';
import { personContext } from '../person-context.ts';
import { inWorkspace } from '../tenant.ts';
import { ipSubject } from '../verifications/ip-subject.ts';
import { addMember } from './add-member.ts';
import { findList } from './lists.ts';

const HOUR_SECONDS = 3600;
const MOST_OF_ONE_IP = 30;

/** Who knocks at the page of a list, and what the browser says of itself. */
export interface SignUpCall {
  services: Services;
  /** Public id of the list, as the address of the page has it. */
  list: string;
  requestId: string;
  /** IP address. */
  address: string;
  userAgent: string;
}

/** What the page of a list shows. */
export interface SignUpView {
  /** Whose list it is. */
  sender: string;
  name: string;
  channel: Channel;
  confirmHours: number;
  /** What people agree to, by language. */
  wordings: Readonly<Record<string, Wording>>;
}

/** What a person fills in. */
export interface Wish {
  address: string;
  /** The language whose wording was shown; one the list has none in stands for the first it has. */
  locale: string;
}

/** The page of a list; undefined when there is none, or it is closed. Changes nothing. */
export async function readSignUpPage(call: SignUpCall): Promise<SignUpView | undefined> {
  const ctx = await open(call);
  return ctx === undefined ? undefined : viewOf(ctx, await readList(ctx, call));
}

/** What came of a wish: the page it was asked on, and whether it was taken; an address that is none is not. */
export interface SignedUp {
  view: SignUpView;
  isTaken: boolean;
}

/**
 * Sends the message that asks a person to confirm; undefined when the page is closed. The answer is the same for who is on the list, was asked
 * already, or was erased: the page tells nobody who is known. Throws `rate_limited`.
 */
export async function signUp(call: SignUpCall, wish: Wish): Promise<SignedUp | undefined> {
  const ctx = await open(call);
  if (ctx === undefined) return undefined;
  const list = await readList(ctx, call);
  const view = viewOf(ctx, list);
  // As it is dialled abroad; people write both.
  const address = list.channel === 'sms' ? wish.address.trim().replace(/^00/, '+') : wish.address.trim();
  if (!(list.channel === 'sms' ? parseNumber(address) : parseMailbox(address)).ok) return { view, isTaken: false };
  await countWish(ctx, list);
  const member = {
    ...{ id: call.list, address, source: 'sign-up page' },
    ...(Object.hasOwn(list.wordings, wish.locale) ? { locale: wish.locale } : {}),
    proof: { form: 'sign_up', ip: call.address, user_agent: call.userAgent.slice(0, 400) },
  };
  try {
    await addMember({ ctx, input: member });
  } catch (error) {
    if (!isErased(error)) throw error;
  }
  return { view, isTaken: true };
}

async function open({ services, list, requestId, address }: SignUpCall): Promise<RequestContext | undefined> {
  const id = decodeId('list', list);
  const found = id === undefined ? undefined : await findSignUpList(services.database.sql, id);
  return found && personContext(services, { ...found, requestId, address });
}

const readList = (ctx: RequestContext, { list }: SignUpCall): Promise<OptInListRow> =>
  inWorkspace(ctx, (tx) => findList(tx, ctx, list));

const viewOf = (ctx: RequestContext, { name, channel, confirmHours, wordings }: OptInListRow): SignUpView => ({
  ...{ sender: ctx.workspace.name, name, channel, confirmHours, wordings },
});

/** Each wish costs a message, and nobody is signed in: neither one network nor all together may ask for more than is set. */
async function countWish(ctx: RequestContext, list: OptInListRow): Promise<void> {
  const scope = `${ctx.environment} sign-up`;
  const uses: RateUse[] = [
    { scope, subject: encodeId('list', list.id), windowSeconds: HOUR_SECONDS, limit: list.signUpHourly },
    { scope: `${scope} ip`, subject: ipSubject(ctx.address ?? ''), windowSeconds: HOUR_SECONDS, limit: MOST_OF_ONE_IP },
  ];
  await inWorkspace(ctx, async (tx) => {
    const [refused] = await countUses(tx, ctx.workspace.number, uses);
    // Thrown within: one refusal leaves the other uncounted.
    if (refused !== undefined)
      throw new SignalboxError('rate_limited', { retryAfterSeconds: Math.max(1, refused.retryAfterSeconds) });
  });
}

const isErased = (error: unknown): boolean =>
  error instanceof SignalboxError && error.fields.some(({ code }) => code === 'erased');
