import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { type AuthFailure, callAuth } from './auth-call.ts';

/** Whether passkeys work on this page: `elsewhere` when only at another address of the console, `never` when at none or in no way. */
export function passkeysHere(passkeysAt: string | null): 'here' | 'elsewhere' | 'never' {
  if (passkeysAt === null) return 'never';
  if (location.hostname !== new URL(passkeysAt).hostname) return 'elsewhere';
  return browserSupportsWebAuthn() ? 'here' : 'never';
}

/** What the browser says when nobody touched the key, or it was called off: it does not tell the two apart. */
function failureOf(error: unknown): AuthFailure {
  const { name } = error as { name?: string };
  if (name === 'NotAllowedError' || name === 'AbortError') return 'passkey_canceled';
  return name === 'InvalidStateError' ? 'passkey_known' : 'passkey';
}

/** Signs in with a passkey that the browser offers. */
export async function signInWithPasskey(): Promise<'done' | AuthFailure> {
  const asked = await callAuth<PublicKeyCredentialRequestOptionsJSON>('passkey/sign-in-options', {});
  if (!asked.done) return asked.failure;
  try {
    const response = await startAuthentication({ optionsJSON: asked.answer });
    const outcome = await callAuth('passkey/sign-in', { response });
    return outcome.done ? 'done' : outcome.failure;
  } catch (error) {
    return failureOf(error);
  }
}

/** Makes a passkey for the person who is signed in, behind the password. */
export async function addPasskey(given: { name: string; password: string }): Promise<'done' | AuthFailure> {
  const { name, password } = given;
  const asked = await callAuth<PublicKeyCredentialCreationOptionsJSON>('passkey/registration-options', { password });
  if (!asked.done) return asked.failure;
  try {
    const response = await startRegistration({ optionsJSON: asked.answer });
    const outcome = await callAuth('passkey/register', { name, response });
    return outcome.done ? 'done' : outcome.failure;
  } catch (error) {
    return failureOf(error);
  }
}
