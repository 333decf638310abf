import { z } from 'zod';
import { parseJson } from './json-pointer.ts';

/** Accepts what a form gives for a `json` field, the text of a JSON value, as well as the value itself; empty text takes the default. */
export function fromJson<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => {
    if (typeof value !== 'string') return value;
    return value.trim() === '' ? undefined : (parseJson(value) ?? value);
  }, schema);
}

/** Accepts what a form gives for a `list` field, entries parted by commas or lines, as well as an array; empty text takes the default. */
export function fromList<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => {
    if (typeof value !== 'string') return value;
    const entries = value
      .split(/[,\n]/)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
    return entries.length === 0 ? undefined : entries;
  }, schema);
}
