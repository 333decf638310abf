import { decodeId, encodeId, Scope } from '@signalbox/contracts';
import type { Services } from '../context.ts';
import { readKeyText } from './spell-key.ts';
import { TOKEN_SECONDS } from './tokens.ts';

/** What a client asks for (RFC 6749, section 4.4), as it came. */
export interface TokenRequest {
  grantType: string | undefined;
  clientId: string | undefined;
  clientSecret: string | undefined;
  scope: string | undefined;
  /** Where the call came from. */
  address: string;
  requestId: string;
}

/** What it is given (RFC 6749, section 5.1). */
export interface TokenAnswer {
  access_token: string;
  token_type: 'Bearer';
  expires_in: number;
  scope: string;
}

/** Why it is given nothing: a code of RFC 6749, section 5.2, and a sentence with the cure. */
export interface TokenRefusal {
  error: 'invalid_request' | 'invalid_client' | 'invalid_scope' | 'unsupported_grant_type';
  error_description: string;
}

const refuse = (error: TokenRefusal['error'], description: string): TokenRefusal => ({
  error,
  error_description: description,
});

const NO_CLIENT =
  'The client is not known, or its secret does not fit: client_id is the id of an API key (key_…), client_secret the key itself.';

/**
 * Gives an access token for an API key: the key's id is the client, the key its secret. The token carries the key's scopes, or those of
 * them that were asked for, and dies with the key: what revokes, narrows or binds the key to addresses holds for its tokens at once.
 */
export async function issueToken(services: Services, request: TokenRequest): Promise<TokenAnswer | TokenRefusal> {
  const { grantType, clientId, clientSecret } = request;
  if (grantType === undefined) return refuse('invalid_request', 'Send grant_type=client_credentials.');
  if (grantType !== 'client_credentials')
    return refuse('unsupported_grant_type', 'The only grant_type here is client_credentials.');
  if (clientId === undefined || clientSecret === undefined)
    return refuse('invalid_client', 'Send client_id and client_secret, by HTTP Basic or in the body.');
  // A token must not beget tokens: only the key itself is a secret.
  const reading = readKeyText(clientSecret);
  if (reading.kind !== 'key') return refuse('invalid_client', NO_CLIENT);
  const verdict = await services.keys.authenticate(clientSecret, request.address);
  if (!verdict.ok) {
    if (verdict.why !== 'elsewhere') return refuse('invalid_client', NO_CLIENT);
    return refuse('invalid_client', `This client may not be used from ${request.address}.`);
  }
  const { actor } = verdict.identity;
  if (actor.kind !== 'key' || decodeId('apiKey', clientId) !== actor.id) return refuse('invalid_client', NO_CLIENT);
  const asked = askedScopes(request.scope);
  if (asked !== null) {
    const beyond = asked.find((scope) => !isScope(scope) || !verdict.scopes.has(scope));
    if (beyond !== undefined) return refuse('invalid_scope', `This client does not carry the scope "${beyond}".`);
  }
  const scopes = (asked as Scope[] | null) ?? [...verdict.scopes];
  const expiresAtMs = services.world.nowMs() + TOKEN_SECONDS * 1000;
  const claims = { prefix: reading.prefix, keyId: encodeId('apiKey', actor.id), scopes, expiresAtMs };
  return {
    access_token: await services.tokens.sign(claims, request.requestId),
    token_type: 'Bearer',
    expires_in: TOKEN_SECONDS,
    scope: scopes.join(' '),
  };
}

const isScope = (text: string): text is Scope => Scope.safeParse(text).success;

/** The scopes asked for, each once; null when none were. */
function askedScopes(scope: string | undefined): string[] | null {
  const words = scope?.split(' ').filter((word) => word !== '') ?? [];
  return words.length === 0 ? null : [...new Set(words)];
}
