import type { IncomingMessage } from 'node:http';
import { ERRORS, SignalboxError } from '@signalbox/contracts';
import type { PersonLocale, Services } from '@signalbox/services';
import { readBody } from '../../http/body.ts';
import { clientAddress } from '../../http/client-address.ts';
import type { Reply } from '../../http/reply.ts';
import type { World } from '../../world.ts';
import { noteFailure } from '../gate.ts';
import { refusalOf } from '../problem.ts';
import { chooseLocale, refusalPage } from './page.ts';

const BODY_MAX_BYTES = 16_384;

/** A knock at a page of ours that needs no sign-in. */
export interface Knock {
  incoming: IncomingMessage;
  lang: string | undefined;
  requestId: string;
}

/** Who knocks, and what the browser says of itself. */
export interface Caller {
  services: Services;
  requestId: string;
  /** IP address. */
  address: string;
  userAgent: string;
}

/** Answers in the language of the person with what `ask` makes; what fails is a page that says so. `route` is its name in the log. */
export async function answerPerson(
  world: World,
  { incoming, lang, requestId }: Knock,
  route: string,
  ask: (caller: Caller, locale: PersonLocale) => Promise<Reply>,
): Promise<Reply> {
  const locale = chooseLocale(lang, incoming.headers['accept-language']);
  const caller: Caller = {
    ...{ services: world.services, requestId },
    address: clientAddress(incoming, world.settings.trustedHops),
    userAgent: incoming.headers['user-agent'] ?? '',
  };
  try {
    return await ask(caller, locale);
  } catch (error) {
    noteFailure(world, error, requestId, route);
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
