import { SignalboxError } from '@signalbox/contracts';

/** Most faults of a file that are told at once; the error file has all of them. */
export const FAULTS_SHOWN = 100;

/** The refusal of a file with faulty rows: each by its line, and by its column where it has one. */
export function refuseRows(faults: readonly { line: number; column: string; message: string }[]): SignalboxError {
  const fields = faults.slice(0, FAULTS_SHOWN).map(({ line, column, message }) => ({
    path: 'csv',
    code: 'faulty_row',
    message: `Line ${line}${column === '' ? '' : `, ${column}`}: ${message}`,
  }));
  return new SignalboxError('request_invalid', { fields });
}
