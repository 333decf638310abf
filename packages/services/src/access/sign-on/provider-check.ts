import type { Services } from '../../context.ts';
import { refuseField } from '../../field-refusal.ts';

const WELL_KNOWN = /\/\.well-known\/openid-configuration\/?$/;

/** The innermost reason of a failure: the libraries in between say only that something failed. */
function reasonOf(error: unknown): string {
  let reason = error;
  while (reason instanceof Error && reason.cause instanceof Error) reason = reason.cause;
  return reason instanceof Error ? reason.message : 'it failed';
}

/**
 * Checks the address of an identity provider, and where `ask` says so asks it who it is; resolves with the issuer as the provider spells it. A
 * wrong address, one that may not be reached and one that no provider answers at are refused as the field `issuer`.
 */
export async function checkIssuer(
  { judgeUrl, identityClient }: Pick<Services, 'judgeUrl' | 'identityClient'>,
  given: { issuer: string; ask: boolean },
): Promise<string> {
  const issuer = given.issuer.replace(WELL_KNOWN, '');
  const why = judgeUrl(issuer);
  if (why !== null) throw refuseField('issuer', 'invalid_value', why);
  if (!given.ask) return issuer;
  try {
    return await identityClient.discover(issuer);
  } catch (error) {
    throw refuseField(
      'issuer',
      'not_a_provider',
      `No OpenID provider answers at ${issuer}/.well-known/openid-configuration: ${reasonOf(error)}.`,
    );
  }
}
