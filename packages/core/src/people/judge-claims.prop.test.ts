import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeClaims, type SignOnRules } from './index.ts';

const domain = fc.constantFrom('shop.example', 'other.example', 'a.shop.example', 'example');
const anything = fc.oneof(
  fc.anything(),
  fc.emailAddress(),
  domain,
  fc.constantFrom('a@shop.example', 'a@shop.example '),
);

describe('any claims', () => {
  it('let in nobody but a verified address of a domain that is named, and always end', () => {
    fc.assert(
      fc.property(
        fc.array(domain, { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('email', 'email_verified', 'xms_edov', 'name', 'amr', 'groups'), anything),
        (domains, claims) => {
          const rules: SignOnRules = {
            domains,
            provesSecondFactor: false,
            roleClaim: 'groups',
            claimedRoles: [{ value: 'a', role: 'support' }],
            joinsAs: 'viewer',
          };
          const judged = judgeClaims(rules, claims);
          if (!judged.ok) return;
          expect(domains).toContain(judged.email.split('@')[1]);
          expect(judged.email.split('@')).toHaveLength(2);
          expect(
            [claims.email_verified, claims.xms_edov].some((said) => said === true || /^(true|1)$/.test(String(said))),
          ).toBe(true);
          expect(['viewer', 'support']).toContain(judged.role);
          expect([...judged.name].length).toBeLessThanOrEqual(100);
        },
      ),
    );
  });
});
