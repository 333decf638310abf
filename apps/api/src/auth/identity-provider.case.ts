import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

/** Somebody the provider knows, by the claims it says of the person. */
export type Claims = { sub: string } & Record<string, unknown>;

/** How the provider knows us. */
export const CLIENT = { id: 'signalbox', secret: 'a-secret-the-provider-made' } as const;

/** A provider that is not ours (npm oidc-provider, certified by the OpenID Foundation) on a loopback port. */
export interface IdentityProvider {
  issuer: string;
  /** As an allow-list of outgoing HTTP names it. */
  host: string;
  /** Lets a client in that sends people back here. */
  trust(redirectUri: string, more?: Configuration): void;
  /** Whoever comes from now on is this person, and says yes to everything. */
  beAs(claims: Claims): void;
  close(): Promise<void>;
}

/** Opens the port; `trust` makes the provider behind it. */
export async function openIdentityProvider(): Promise<IdentityProvider> {
  let provider: Provider | undefined;
  let person: Claims = { sub: 'nobody' };
  const server = createServer((request, response) => {
    if (provider === undefined) response.writeHead(503).end();
    else if (request.url?.startsWith('/interaction/')) void sayYes(provider, person, request, response);
    else provider.callback()(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  return {
    issuer,
    host: `127.0.0.1:${port}`,
    trust(redirectUri, more = {}) {
      provider = new Provider(issuer, {
        clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
        claims: {
          openid: ['sub', 'amr'],
          email: ['email', 'email_verified', 'xms_edov'],
          profile: ['name', 'groups', 'realm_access'],
        },
        features: { devInteractions: { enabled: false } },
        interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
        findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => person }),
        cookies: { keys: ['of-a-test'] },
        // Said, or the provider writes a line about each.
        ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
        pkce: { required: () => true },
        ...more,
      });
    },
    beAs(claims) {
      person = claims;
    },
    close: () => closeServer(server),
  };
}

/** Signs the person in and grants what is asked, without a page. */
async function sayYes(
  provider: Provider,
  { sub }: Claims,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId: sub, clientId: String(params.client_id) });
  grant.addOIDCScope(String(params.scope));
  const result = { login: { accountId: sub }, consent: { grantId: await grant.save() } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** Visits addresses one after the other as a browser does, with the cookies of each, until one leads to `until`; resolves with that one. */
export async function visit(address: string, until: (address: URL) => boolean): Promise<URL> {
  const jar = new Map<string, string>();
  let next = new URL(address);
  for (let hops = 0; hops < 12; hops += 1) {
    if (until(next)) return next;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answered = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const set of answered.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const mark = pair.indexOf('=');
      jar.set(pair.slice(0, mark), pair.slice(mark + 1));
    }
    const location = answered.headers.get('location');
    if (location === null) throw new Error(`${next} answered ${answered.status}: ${await answered.text()}`);
    next = new URL(location, next);
  }
  throw new Error('the provider sends in circles');
}
