import { createHmac, hkdfSync } from 'node:crypto';

/** The hashes that codes are stored and checked by. */
export interface CodeHash {
  /**
   * Of a code, bound to its verification, so that equal codes have different hashes, and to what it confirms besides the address, so that
   * the right code with something else is a wrong one.
   */
  ofCode(verificationId: string, code: string, boundHash: string | null): string;
  /** Of what a code confirms besides the address: an order and its amount, a session. The same text of another workspace has another. */
  ofBinding(workspace: number, boundTo: string): string;
}

/** Builds the hashes under a key derived from the master key: without it a stored hash says nothing about the million codes there are. */
export function createCodeHash(masterKeyHex: string): CodeHash {
  const key = Buffer.from(hkdfSync('sha256', masterKeyHex, '', 'signalbox.codes', 32));
  const hashOf = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  return {
    ofCode: (verificationId, code, boundHash) =>
      hashOf(boundHash === null ? `${verificationId} ${code}` : `${verificationId} ${code} ${boundHash}`),
    ofBinding: (workspace, boundTo) => hashOf(`bound ${workspace} ${boundTo}`),
  };
}
