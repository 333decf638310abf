import {
  type CertificateVerdict,
  decodeId,
  ErasureCertificate,
  encodeId,
  type VerifyCertificateRequest,
} from '@signalbox/contracts';
import { canonicalJson } from '@signalbox/core';
import { readPersonRequest } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import type { PersonHash } from './person-hash.ts';
import { personOf } from './person-of.ts';

/** A certificate with its seal. */
export const sealCertificate = (hash: PersonHash, unsealed: Omit<ErasureCertificate, 'seal'>): ErasureCertificate => ({
  ...unsealed,
  seal: hash.seal(canonicalJson(unsealed)),
});

/**
 * Checks a certificate with the address given again: whether it is ours and unchanged, whether it is about this address, and whether the
 * register has it.
 */
export async function verifyCertificate({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: VerifyCertificateRequest;
}): Promise<CertificateVerdict> {
  const parsed = ErasureCertificate.safeParse(input.certificate);
  if (!parsed.success) return { genuine: false, about_this_address: false, recorded: false };
  const { seal, ...unsealed } = parsed.data;
  const { personHash } = ctx.services;
  const genuine =
    personHash.fits(canonicalJson(unsealed), seal) && unsealed.workspace_id === encodeId('workspace', ctx.workspace.id);
  const person = personOf(ctx, { address: input.address, channel: unsealed.channel });
  const id = decodeId('personRequest', unsealed.request_id);
  const row =
    id === undefined
      ? undefined
      : await inWorkspace(ctx, (tx) => readPersonRequest(tx, ctx.workspace.number, unsealed.environment, id));
  return {
    genuine,
    about_this_address: genuine && person.hash === unsealed.person,
    recorded: genuine && row?.certificate?.seal === seal,
  };
}
