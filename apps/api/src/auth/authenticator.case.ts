import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What an authenticator does otherwise than a good one would. */
export interface Deviation {
  origin?: string;
  rpId?: string;
  /** The flags of WebAuthn, section 6.1: 1 is present, 4 verified. */
  flags?: number;
  counter?: number;
  userHandle?: string;
  challenge?: string;
  /** Signs with another key than the one it registered. */
  forges?: boolean;
}

/** What the api asks of a browser, as far as an authenticator reads it. */
interface Asked {
  challenge: string;
  rp?: { id: string };
  rpId?: string;
  user?: { id: string };
}

const PRESENT_AND_VERIFIED = 0b101;
const HAS_CREDENTIAL = 0b100_0000;
const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const text = (data: Buffer): string => data.toString('base64url');

/**
 * An authenticator with one passkey, made by hand so that it can deviate (WebAuthn level 3; a real browser is the peer in the flows of the
 * console). One key on P-256, no attestation.
 */
export class Authenticator {
  readonly id = text(randomBytes(32));
  readonly #origin: string;
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #userHandle = '';

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Answers `navigator.credentials.create`. */
  register(asked: Asked, deviation: Deviation = {}): object {
    this.#userHandle = asked.user?.id ?? '';
    const clientDataJSON = this.#clientData('webauthn.create', asked, deviation);
    const authData = Buffer.concat([
      this.#head(asked.rp?.id ?? '', HAS_CREDENTIAL, deviation),
      Buffer.alloc(16),
      Buffer.from([0, 32]),
      Buffer.from(this.id, 'base64url'),
      coseKey(this.#keys.publicKey),
    ]);
    const attestationObject = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
      Buffer.from([authData.length]),
      authData,
    ]);
    const response = { clientDataJSON, attestationObject: text(attestationObject), transports: ['internal'] };
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {}, response };
  }

  /** Answers `navigator.credentials.get`. */
  prove(asked: Asked, deviation: Deviation = {}): object {
    const clientDataJSON = this.#clientData('webauthn.get', asked, deviation);
    const authData = this.#head(asked.rpId ?? '', 0, deviation);
    const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    const key = deviation.forges
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
      : this.#keys.privateKey;
    const response = {
      clientDataJSON,
      authenticatorData: text(authData),
      signature: text(sign('sha256', signed, key)),
      userHandle: deviation.userHandle ?? this.#userHandle,
    };
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {}, response };
  }

  #clientData(type: string, { challenge }: Asked, deviation: Deviation): string {
    const origin = deviation.origin ?? this.#origin;
    return text(Buffer.from(JSON.stringify({ type, challenge: deviation.challenge ?? challenge, origin })));
  }

  #head(rpId: string, moreFlags: number, deviation: Deviation): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(deviation.counter ?? 0);
    const flags = Buffer.from([(deviation.flags ?? PRESENT_AND_VERIFIED) | moreFlags]);
    return Buffer.concat([sha256(deviation.rpId ?? rpId), flags, counter]);
  }
}

/** A key on P-256 for ES256 in CBOR (RFC 9053, sections 2.1 and 7.1.1). */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const head = Buffer.from('a5010203262001215820', 'hex');
  const middle = Buffer.from('225820', 'hex');
  return Buffer.concat([head, Buffer.from(x, 'base64url'), middle, Buffer.from(y, 'base64url')]);
}
