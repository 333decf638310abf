// The signs by which a spreadsheet takes a cell for a formula, and their wide forms, which some fold to the plain ones.
const FORMULA = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const GUARDED = /^'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
// ITU-T E.164: a number in this form holds nothing that could be computed but itself.
const E164 = /^\+[1-9]\d{6,14}$/;

/**
 * A cell of a file we write: an apostrophe is put before what the program that opens the file would run (OWASP, "CSV Injection"). A number in
 * the strict form of E.164 stays as it is. `readCell` gives back what was there.
 */
export const guardCell = (text: string): string => (FORMULA.test(text) && !E164.test(text) ? `'${text}` : text);

/** A cell of a file that is brought in, without the apostrophe that `guardCell` or a spreadsheet put before it. */
export const readCell = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text);
