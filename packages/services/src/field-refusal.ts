import { SignalboxError } from '@signalbox/contracts';

/** A refusal that names one field: where, a stable code, and a sentence with the cure. */
export function refuseField(path: string, code: string, message: string): SignalboxError {
  return new SignalboxError('request_invalid', { fields: [{ path, code, message }] });
}

const UNIQUE_VIOLATION = '23505';

/** Turns the database's complaint about a name that is in use into a refusal of the field; every other fault is thrown on. */
export function nameTaken(error: unknown, what: string): unknown {
  if ((error as { code?: string } | null)?.code !== UNIQUE_VIOLATION) return error;
  return refuseField('name', 'taken', `Another ${what} of this environment has this name; choose a different one.`);
}
