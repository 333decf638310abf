import { actOnPersonPage, type PersonAct, type PersonCall, readPersonPage } from '@signalbox/services';
import type { Reply } from '../../http/reply.ts';
import type { World } from '../../world.ts';
import { answerPerson, type Knock, readForm } from './answer-person.ts';
import { readHours } from './hours-form.ts';
import { badLinkPage, personPage } from './page.ts';

/** A knock at a page of a person, by the token of a link. */
type PersonKnock = Knock & { token: string };

/** Shows the page of a link. It changes nothing, whoever fetches it: filters of mail do. */
export function showPerson(world: World, knock: PersonKnock): Promise<Reply> {
  return answering(world, knock, (call) => readPersonPage(call));
}

/** Does what a person asks for on the page, or what the mail program posts for its one click (RFC 8058). */
export async function actForPerson(world: World, knock: PersonKnock): Promise<Reply> {
  const { act, oneClick } = readAct(await readForm(knock.incoming));
  const reply = await answering(world, knock, (call) =>
    act === undefined ? readPersonPage(call) : actOnPersonPage(call, act),
  );
  if (!oneClick || reply.status !== 200) return reply;
  return { status: 200, headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' }, body: 'unsubscribed' };
}

function answering(
  world: World,
  knock: PersonKnock,
  ask: (call: PersonCall) => ReturnType<typeof readPersonPage>,
): Promise<Reply> {
  return answerPerson(world, knock, '/u/:token', async (caller, locale) => {
    const view = await ask({ ...caller, token: knock.token });
    return view === undefined ? badLinkPage(locale) : personPage(view, locale);
  });
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
