import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';
import { type Scope, Scope as ScopeSchema } from '@signalbox/contracts';
import { calculateJwkThumbprint, createLocalJWKSet, errors, exportJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import type { World } from '../clock.ts';

/** How long an access token is good for. */
export const TOKEN_SECONDS = 900;

/** What an access token says: the API key behind it by its public prefix and id, and what of its scopes was asked for (null is all). */
export interface TokenClaims {
  prefix: string;
  keyId: string;
  scopes: readonly Scope[] | null;
  /** Milliseconds since 1970. */
  expiresAtMs: number;
}

/**
 * Access tokens: JSON Web Tokens by RFC 9068, signed with Ed25519. The signing keys follow from the master key, a new one each month, so
 * every process signs and knows the same without storing any; the last, this and the next one are published.
 */
export interface Tokens {
  sign(claims: TokenClaims, requestId: string): Promise<string>;
  /** What a token says; `expired` when it is ours and too old, undefined when it is not ours. */
  read(token: string): Promise<TokenClaims | 'expired' | undefined>;
  /** The public halves of the signing keys (RFC 7517). */
  published(): Promise<{ keys: JWK[] }>;
}

/** True for what has the shape of a JSON Web Token. */
export const isTokenText = (text: string): boolean => /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(text);

const TYPE = 'at+jwt';
// RFC 8410: what stands before the 32 bytes of an Ed25519 private key in PKCS #8.
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

interface SigningKey {
  id: string;
  secret: KeyObject;
  jwk: JWK;
}

/** Builds the tokens of an installation; `issuer` is where callers reach its api. */
export function createTokens(masterKey: string, issuer: string, world: World): Tokens {
  const made = new Map<number, Promise<SigningKey>>();
  const monthOf = (nowMs: number): number => {
    const now = new Date(nowMs);
    return now.getUTCFullYear() * 12 + now.getUTCMonth();
  };
  const keyOf = (month: number): Promise<SigningKey> => {
    const known = made.get(month) ?? makeKey(masterKey, month);
    made.set(month, known);
    return known;
  };
  // A token outlives the month it was signed in by minutes; clocks of processes differ by less.
  const keysNow = (): Promise<SigningKey[]> => {
    const month = monthOf(world.nowMs());
    return Promise.all([month - 1, month, month + 1].map(keyOf));
  };
  const published = async (): Promise<{ keys: JWK[] }> => ({ keys: (await keysNow()).map(({ jwk }) => jwk) });
  return {
    async sign({ prefix, keyId, scopes, expiresAtMs }, requestId) {
      const nowMs = world.nowMs();
      const { id, secret } = await keyOf(monthOf(nowMs));
      return new SignJWT({ client_id: keyId, prefix, ...(scopes === null ? {} : { scope: scopes.join(' ') }) })
        .setProtectedHeader({ alg: 'EdDSA', typ: TYPE, kid: id })
        .setIssuer(issuer)
        .setAudience(issuer)
        .setSubject(keyId)
        .setJti(requestId)
        .setIssuedAt(Math.floor(nowMs / 1000))
        .setExpirationTime(Math.floor(expiresAtMs / 1000))
        .sign(secret);
    },
    async read(token) {
      const keys = createLocalJWKSet(await published());
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer,
          audience: issuer,
          typ: TYPE,
          algorithms: ['EdDSA'],
          currentDate: new Date(world.nowMs()),
        });
        const { prefix, sub, exp, scope } = payload;
        if (typeof prefix !== 'string' || sub === undefined || exp === undefined) return undefined;
        return {
          prefix,
          keyId: sub,
          scopes: typeof scope === 'string' ? scopesOf(scope) : null,
          expiresAtMs: exp * 1000,
        };
      } catch (error) {
        if (error instanceof errors.JWTExpired) return 'expired';
        if (error instanceof errors.JOSEError) return undefined;
        throw error;
      }
    },
    published,
  };
}

/** The scopes of a token that there are. One of an earlier release allows nothing any more. */
const scopesOf = (scope: string): Scope[] =>
  scope.split(' ').flatMap((one) => {
    const known = ScopeSchema.safeParse(one);
    return known.success ? [known.data] : [];
  });

async function makeKey(masterKey: string, month: number): Promise<SigningKey> {
  const seed = Buffer.from(hkdfSync('sha256', masterKey, '', `signalbox.tokens.${month}`, 32));
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
  const bare = await exportJWK(createPublicKey(secret));
  const id = await calculateJwkThumbprint(bare);
  return { id, secret, jwk: { ...bare, kid: id, alg: 'EdDSA', use: 'sig' } };
}
