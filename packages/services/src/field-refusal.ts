import { SignalboxError } from '@signalbox/contracts';
import { isKeyTaken } from '@signalbox/db';

/** A refusal that names one field: where, a stable code, and a sentence with the cure. */
export function refuseField(path: string, code: string, message: string): SignalboxError {
  return new SignalboxError('request_invalid', { fields: [{ path, code, message }] });
}

/** Turns the database's complaint about a name that is in use into a refusal of the field; every other fault is thrown on. */
export function nameTaken(error: unknown, what: string): unknown {
  if (!isKeyTaken(error)) return error;
  return refuseField('name', 'taken', `Another ${what} of this environment has this name; choose a different one.`);
}
