import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Seals secrets at rest with AES-256-GCM; the place a secret belongs to is authenticated with it, so that rows cannot be swapped. */
export interface Sealer {
  /** Seals text for a place such as `provider/<id>/secrets`. */
  seal(text: string, place: string): string;
  /** Opens what was sealed for the same place; throws when the text was changed, moved, or sealed under another master key. */
  open(sealed: string, place: string): string;
}

const VERSION = 'v1';

/** Builds a Sealer from the master key: 32 bytes as 64 hex digits. A fresh data key is derived for each secret from its salt. */
export function createSealer(masterKeyHex: string): Sealer {
  if (!/^[0-9a-f]{64}$/i.test(masterKeyHex)) {
    throw new Error('SIGNALBOX_MASTER_KEY must be 64 hexadecimal digits; make one with: openssl rand -hex 32');
  }
  const master = Buffer.from(masterKeyHex, 'hex');
  const dataKey = (salt: Buffer) => Buffer.from(hkdfSync('sha256', master, salt, 'signalbox.secrets', 32));
  return {
    seal(text, place) {
      const salt = randomBytes(16);
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', dataKey(salt), nonce);
      cipher.setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [VERSION, salt, nonce, body, cipher.getAuthTag()]
        .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
        .join('.');
    },
    open(sealed, place) {
      const [version, salt, nonce, body, tag] = sealed.split('.');
      if (version !== VERSION || !salt || !nonce || body === undefined || !tag) {
        throw new Error(`The secret of ${place} is not in a form this version can open.`);
      }
      const decipher = createDecipheriv(
        'aes-256-gcm',
        dataKey(Buffer.from(salt, 'base64url')),
        Buffer.from(nonce, 'base64url'),
        // Without it a tag cut to four bytes would do, which can be guessed.
        { authTagLength: 16 },
      );
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(Buffer.from(tag, 'base64url'));
      try {
        return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
      } catch {
        throw new Error(
          `The secret of ${place} cannot be opened: it was changed, or SIGNALBOX_MASTER_KEY is not the key it was sealed with.`,
        );
      }
    },
  };
}
