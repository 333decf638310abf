import type { IncomingMessage } from 'node:http';
import { ERRORS, SignalboxError } from '@signalbox/contracts';
import { actOnPersonPage, type PersonAct, type PersonCall, readPersonPage } from '@signalbox/services';
import { readBody } from '../../http/body.ts';
import { clientAddress } from '../../http/client-address.ts';
import type { Reply } from '../../http/reply.ts';
import type { World } from '../../world.ts';
import { noteFailure } from '../gate.ts';
import { refusalOf } from '../problem.ts';
import { readHours } from './hours-form.ts';
import { badLinkPage, chooseLocale, personPage, refusalPage } from './page.ts';

const BODY_MAX_BYTES = 16_384;

/** A knock at a page of a person. */
interface Knock {
  incoming: IncomingMessage;
  token: string;
  lang: string | undefined;
  requestId: string;
}

/** Shows the page of a link. It changes nothing, whoever fetches it: filters of mail do. */
export function showPerson(world: World, knock: Knock): Promise<Reply> {
  return answering(world, knock, (call) => readPersonPage(call));
}

/** Does what a person asks for on the page, or what the mail program posts for its one click (RFC 8058). */
export async function actForPerson(world: World, knock: Knock): Promise<Reply> {
  const { act, oneClick } = readAct(await readForm(knock.incoming));
  const reply = await answering(world, knock, (call) =>
    act === undefined ? readPersonPage(call) : actOnPersonPage(call, act),
  );
  if (!oneClick || reply.status !== 200) return reply;
  return { status: 200, headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' }, body: 'unsubscribed' };
}

async function answering(
  world: World,
  { incoming, token, lang, requestId }: Knock,
  ask: (call: PersonCall) => ReturnType<typeof readPersonPage>,
): Promise<Reply> {
  const locale = chooseLocale(lang, incoming.headers['accept-language']);
  const call: PersonCall = {
    services: world.services,
    token,
    requestId,
    address: clientAddress(incoming, world.settings.trustedHops),
    userAgent: incoming.headers['user-agent'] ?? '',
  };
  try {
    const view = await ask(call);
    return view === undefined ? badLinkPage(locale) : personPage(view, locale);
  } catch (error) {
    noteFailure(world, error, requestId, '/u/:token');
    const { code, error: refusal } = refusalOf(error);
    return refusalPage(ERRORS[code].status, locale, refusal?.retryAfterSeconds ?? 60);
  }
}

/** The body of a form of at most 16 KiB. */
export async function readForm(incoming: IncomingMessage): Promise<string> {
  const body = await readBody(incoming);
  if (body.length > BODY_MAX_BYTES)
    throw new SignalboxError('payload_too_large', { detail: 'A form is at most 16 KiB.' });
  return body.toString('utf8');
}

const ONE_CLICK = /List-Unsubscribe=One-Click|name="List-Unsubscribe"\s+One-Click/i;

function readAct(form: string): { act: PersonAct | undefined; oneClick: boolean } {
  if (ONE_CLICK.test(form)) return { act: { act: 'one_click' }, oneClick: true };
  const fields = new URLSearchParams(form);
  const act = fields.get('act');
  const [list, topic] = [fields.get('list'), fields.get('topic')];
  if (act === 'leave_all' || act === 'undo' || act === 'confirm') return { act: { act }, oneClick: false };
  const hours = act === 'hours' ? readHours(fields) : undefined;
  if (hours !== undefined) return { act: { act: 'hours', hours }, oneClick: false };
  if (act === 'leave' || act === 'stay') {
    if (topic !== null) return { act: { act, topic }, oneClick: false };
    if (list !== null) return { act: { act, list }, oneClick: false };
  }
  return { act: undefined, oneClick: false };
}
