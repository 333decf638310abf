import { Scope } from '@signalbox/contracts';
import type { Reply } from '../../http/reply.ts';
import type { World } from '../../world.ts';

// The next key is published a month before it signs.
const PUBLIC = { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=3600' };

/** The keys access tokens are signed with (RFC 7517). */
export async function publishKeys({ services }: World): Promise<Reply> {
  return { status: 200, headers: { ...PUBLIC }, body: JSON.stringify(await services.tokens.published()) };
}

/** Where a client finds what it needs (RFC 8414). */
export function describeIssuer({ settings: { publicUrl } }: World): Reply {
  const metadata = {
    issuer: publicUrl,
    token_endpoint: `${publicUrl}/oauth/token`,
    jwks_uri: `${publicUrl}/.well-known/jwks.json`,
    grant_types_supported: ['client_credentials'],
    response_types_supported: [],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    scopes_supported: Scope.options,
    service_documentation: `${publicUrl}/docs`,
  };
  return { status: 200, headers: { ...PUBLIC }, body: JSON.stringify(metadata) };
}
