import { createHmac, hkdfSync } from 'node:crypto';

/** The hash a code is stored and checked by: bound to its verification, so that equal codes have different hashes. */
export type CodeHash = (verificationId: string, code: string) => string;

/** Builds the hash under a key derived from the master key: without it a stored hash says nothing about the million codes there are. */
export function createCodeHash(masterKeyHex: string): CodeHash {
  const key = Buffer.from(hkdfSync('sha256', masterKeyHex, '', 'signalbox.codes', 32));
  return (verificationId, code) => createHmac('sha256', key).update(`${verificationId} ${code}`).digest('base64url');
}
