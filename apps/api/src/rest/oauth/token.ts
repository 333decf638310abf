import type { IncomingMessage } from 'node:http';
import { SignalboxError } from '@signalbox/contracts';
import { issueToken, type TokenRefusal } from '@signalbox/services';
import { readBody } from '../../http/body.ts';
import { clientAddress } from '../../http/client-address.ts';
import { jsonReply, type Reply } from '../../http/reply.ts';
import type { World } from '../../world.ts';

const FORM = /^application\/x-www-form-urlencoded *(;|$)/i;
const BASIC = /^Basic +([A-Za-z0-9+/=]+)$/i;
const FIELDS = ['grant_type', 'client_id', 'client_secret', 'scope'] as const;

type Form = Partial<Record<(typeof FIELDS)[number], string>>;

/** The access token of a client: RFC 6749, section 4.4, whose own words it answers in. */
export async function giveToken(world: World, incoming: IncomingMessage, requestId: string): Promise<Reply> {
  const form = await readForm(incoming);
  if ('error' in form) return refusal(form);
  const basic = readBasic(incoming.headers.authorization);
  if (basic !== undefined && form.client_secret !== undefined) {
    return refusal({ error: 'invalid_request', error_description: 'Send the client secret once, in one place.' });
  }
  const answered = await issueToken(world.services, {
    grantType: form.grant_type,
    clientId: basic?.id ?? form.client_id,
    clientSecret: basic?.secret ?? form.client_secret,
    scope: form.scope,
    address: clientAddress(incoming, world.settings.trustedHops),
    requestId,
  });
  return 'error' in answered ? refusal(answered) : jsonReply(200, JSON.stringify(answered), NO_CACHE);
}

// RFC 6749, section 5.1, asks for both.
const NO_CACHE = { Pragma: 'no-cache' };

function refusal(refused: TokenRefusal): Reply {
  const body = JSON.stringify(refused);
  if (refused.error !== 'invalid_client') return jsonReply(400, body, NO_CACHE);
  return jsonReply(401, body, { ...NO_CACHE, 'WWW-Authenticate': 'Basic realm="signalbox"' });
}

/** The fields of the form; each at most once (RFC 6749, section 3.2), those it does not know are ignored. */
async function readForm(incoming: IncomingMessage): Promise<Form | TokenRefusal> {
  if (!FORM.test(incoming.headers['content-type'] ?? '')) {
    incoming.resume();
    return {
      error: 'invalid_request',
      error_description: 'Send the fields as Content-Type: application/x-www-form-urlencoded.',
    };
  }
  const fields = new URLSearchParams((await readBody(incoming)).toString('utf8'));
  const form: Form = {};
  for (const name of FIELDS) {
    const values = fields.getAll(name).filter((value) => value !== '');
    if (values.length > 1) return { error: 'invalid_request', error_description: `Send ${name} once.` };
    const [value] = values;
    if (value !== undefined) form[name] = value;
  }
  return form;
}

/** Client and secret by HTTP Basic, form-encoded in it (RFC 6749, section 2.3.1). */
function readBasic(header: string | undefined): { id: string; secret: string } | undefined {
  const encoded = BASIC.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon === -1) return { id: text, secret: '' };
  return { id: decodeForm(text.slice(0, colon)), secret: decodeForm(text.slice(colon + 1)) };
}

function decodeForm(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new SignalboxError('request_invalid', { detail: 'The Authorization header is not encoded as a form.' });
  }
}
