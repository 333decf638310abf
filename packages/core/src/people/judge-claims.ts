import type { ClaimedRole, Role } from '@signalbox/contracts';

/** What an organisation says of whom its identity provider sends. */
export interface SignOnRules {
  /** Domains of the addresses that are let in, in lower case. */
  domains: readonly string[];
  /** The word of the owner that the provider asks for a second factor itself. */
  provesSecondFactor: boolean;
  /** The claim that holds groups or roles, by its name or as a path with dots, and what its values are; null: none is read. */
  roleClaim: string | null;
  claimedRoles: readonly ClaimedRole[] | null;
  /** As what somebody joins whom no claim gives a role; null: not at all. */
  joinsAs: Role | null;
}

/** Why somebody whom the provider vouches for is not let in. */
export type SignOnRefusal = 'no_address' | 'not_verified' | 'wrong_domain' | 'no_role';

/** Who somebody is by the claims of the provider. `role` is as what the person joins, or is from now on when a claim is read. */
export type SignOnJudgement =
  | { ok: true; email: string; name: string; role: Role | null; secondFactor: boolean }
  | { ok: false; why: SignOnRefusal };

const NAME_MAX = 100;

/** Judges the claims of a verified ID token (OpenID Connect Core, section 5.1): only a verified address of a domain of the organisation is let in. */
export function judgeClaims(rules: SignOnRules, claims: Readonly<Record<string, unknown>>): SignOnJudgement {
  const email = textOf(claims.email)?.toLowerCase();
  if (email === undefined || !/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 320) {
    return { ok: false, why: 'no_address' };
  }
  if (!isVerified(claims)) return { ok: false, why: 'not_verified' };
  if (!rules.domains.includes(email.slice(email.lastIndexOf('@') + 1))) return { ok: false, why: 'wrong_domain' };
  const role = roleOf(rules, claims) ?? rules.joinsAs;
  if (role === null && rules.roleClaim !== null) return { ok: false, why: 'no_role' };
  return { ok: true, email, name: nameOf(claims, email), role, secondFactor: provesSecondFactor(rules, claims) };
}

// A string in some providers. Microsoft Entra ID has a claim of its own for it (xms_edov: the owner of the domain is verified).
const YES: readonly unknown[] = [true, 'true', 1, '1'];
const isVerified = (claims: Readonly<Record<string, unknown>>): boolean =>
  YES.slice(0, 2).includes(claims.email_verified) ||
  (claims.email_verified === undefined && YES.includes(claims.xms_edov));

/** RFC 8176: `mfa` says that more than one factor was used. */
function provesSecondFactor(rules: SignOnRules, { amr }: Readonly<Record<string, unknown>>): boolean {
  return rules.provesSecondFactor || (Array.isArray(amr) && amr.includes('mfa'));
}

function roleOf({ roleClaim, claimedRoles }: SignOnRules, claims: Readonly<Record<string, unknown>>): Role | undefined {
  if (roleClaim === null) return undefined;
  const found = readClaim(claims, roleClaim);
  const values = Array.isArray(found) ? found : [found];
  return claimedRoles?.find(({ value }) => values.includes(value))?.role;
}

/** A claim by its name, or by the way to it through claims that hold others, as `realm_access.roles`. */
export function readClaim(claims: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let found: unknown = claims;
  for (const step of name.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Record<string, unknown>)[step];
  }
  return found;
}

function nameOf(claims: Readonly<Record<string, unknown>>, email: string): string {
  const whole = [textOf(claims.given_name), textOf(claims.family_name)].filter((part) => part !== undefined).join(' ');
  const name = textOf(claims.name) ?? (whole === '' ? textOf(claims.preferred_username) : whole);
  return [...(name ?? email.slice(0, email.lastIndexOf('@')))].slice(0, NAME_MAX).join('');
}

/** A claim as one line of text; undefined when it says nothing. */
function textOf(claim: unknown): string | undefined {
  if (typeof claim !== 'string') return undefined;
  const line = claim.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return line === '' || !line.isWellFormed() ? undefined : line;
}
