import type { Filed } from './find-template.ts';
import { parseDltTemplate } from './parse-template.ts';

const WHAT = ['order', 'parcel', 'refund', 'ticket', 'booking'];
const HOW = ['late', 'cancelled', 'ready', 'on its way'];

/** A registry of as many templates as a large brand has, all of them alike; each is filed under its number. */
export function registryOf(count: number, text?: string): Filed<number>[] {
  return Array.from({ length: count }, (_, row) => {
    const written =
      text ??
      `Dear {#var#}, your ${WHAT[row % 5]} {#numeric#} from shop ${row} is ${HOW[row % 4]} since {#var#}. Call {#cbn#} or see {#url#} - Acme`;
    const parsed = parseDltTemplate(written);
    if (!parsed.ok) throw new Error('a template of the registry could not be read');
    return { row, template: parsed.template };
  });
}
