import { decodeId, type StartVerificationAnswer } from '@signalbox/contracts';
import type { Services } from '../context.ts';
import type { Stage } from '../dispatch/testing.ts';
import { codePlace } from './code-message.ts';
import { startVerification } from './start.ts';

/** The UUID inside the public id of a verification. */
export const verificationUuid = (id: string): string => {
  const uuid = decodeId('verification', id);
  if (uuid === undefined) throw new Error(`not the id of a verification: ${id}`);
  return uuid;
};

/** Starts a verification of a test and returns what its caller is told. */
export async function start(stage: Stage, to: string, more: object = {}): Promise<StartVerificationAnswer> {
  const output = await startVerification({ ctx: stage.ctx, input: { body: { to, app_name: 'Shop', ...more } } });
  return JSON.parse(output.body);
}

/** The code of an open verification, as only the house can read it. */
export async function codeOf({ database, sealer }: Services, id: string): Promise<string> {
  const uuid = verificationUuid(id);
  const [row] = await database.sql<{ sealed: string | null }[]>`
    select sealed_code as sealed from otp_verification where id = ${uuid}`;
  if (row?.sealed == null) throw new Error('this verification has no code any more');
  return sealer.open(row.sealed, codePlace(uuid));
}

/** A code of the same length that is not the one given; each `n` below a hundred thousand gives another. */
export const wrongCode = (code: string, n = 1): string =>
  String((Number(code) + n) % 10 ** code.length).padStart(code.length, '0');
