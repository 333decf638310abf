import type { IncomingMessage } from 'node:http';
import { ERRORS } from '@signalbox/contracts';
import { type PersonLocale, readSignUpPage, type SignUpCall, signUp } from '@signalbox/services';
import { clientAddress } from '../../http/client-address.ts';
import type { Reply } from '../../http/reply.ts';
import type { World } from '../../world.ts';
import { noteFailure } from '../gate.ts';
import { refusalOf } from '../problem.ts';
import { readForm } from './doors.ts';
import { chooseLocale, refusalPage } from './page.ts';
import { askedPage, closedPage, signUpPage, TRAP } from './sign-up-page.ts';

/** A knock at the page of a list. */
interface Knock {
  incoming: IncomingMessage;
  list: string;
  lang: string | undefined;
  requestId: string;
}

/** Shows the page of a list. It changes nothing, whoever fetches it. */
export function showSignUp(world: World, knock: Knock): Promise<Reply> {
  return answering(world, knock, async (call, locale) => {
    const view = await readSignUpPage(call);
    return view === undefined ? closedPage(locale) : signUpPage(view, locale);
  });
}

/** Takes what a person filled in, on our page or in a form of the business's own that posts here. */
export async function takeSignUp(world: World, knock: Knock): Promise<Reply> {
  const fields = new URLSearchParams(await readForm(knock.incoming));
  const address = (fields.get('address') ?? '').trim();
  const agreed = fields.get('agree') === 'yes';
  return answering(world, knock, async (call, locale) => {
    const view = await readSignUpPage(call);
    if (view === undefined) return closedPage(locale);
    // A program that fills in everything is told what it wants to hear.
    if ((fields.get(TRAP) ?? '') !== '') return askedPage(view, locale, address);
    if (!agreed) return signUpPage(view, locale, { address, agreed, fault: 'agree' });
    const spoken = fields.get('locale') ?? '';
    const shown = Object.hasOwn(view.wordings, spoken) ? spoken : (Object.keys(view.wordings)[0] ?? '');
    return (await isTaken(call, { address, locale: shown }))
      ? askedPage(view, locale, address)
      : signUpPage(view, locale, { address, agreed, fault: 'address' });
  });
}

/** Whether the wish was taken; false for an address that is none. */
async function isTaken(call: SignUpCall, wish: { address: string; locale: string }): Promise<boolean> {
  try {
    await signUp(call, wish);
    return true;
  } catch (error) {
    if (refusalOf(error).code === 'request_invalid') return false;
    throw error;
  }
}

async function answering(
  world: World,
  { incoming, list, lang, requestId }: Knock,
  ask: (call: SignUpCall, locale: PersonLocale) => Promise<Reply>,
): Promise<Reply> {
  const locale = chooseLocale(lang, incoming.headers['accept-language']);
  const call: SignUpCall = {
    ...{ services: world.services, list, requestId },
    address: clientAddress(incoming, world.settings.trustedHops),
    userAgent: incoming.headers['user-agent'] ?? '',
  };
  try {
    return await ask(call, locale);
  } catch (error) {
    noteFailure(world, error, requestId, '/f/:list');
    const { code, error: refusal } = refusalOf(error);
    return refusalPage(ERRORS[code].status, locale, refusal?.retryAfterSeconds ?? 60);
  }
}
