import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import Provider from 'oidc-provider';
import { readIdentityPort } from './testing.ts';

/** How the identity provider of the flows knows the console. */
export const CLIENT = { id: 'signalbox', secret: 'a-secret-the-provider-made' } as const;

/** An identity provider that is not ours, with its own pages; whoever signs in there has the address typed. */
export interface IdentityProvider {
  issuer: string;
  close(): Promise<void>;
}

/** Opens the provider at the port that the system under test may reach. */
export async function openIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const port = readIdentityPort();
  const issuer = `http://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({ sub, email: sub, email_verified: true, name: `${sub.split('.')[0]} of the provider` }),
    }),
    cookies: { keys: ['of-a-flow'] },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  });
  const server = createServer(provider.callback());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    issuer,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Signs in on the pages of the provider and grants what is asked. */
export async function signInThere(page: Page, address: string): Promise<void> {
  await page.locator('input[name="login"]').fill(address);
  await page.locator('input[name="password"]').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}
