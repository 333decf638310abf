import type { TemplatePreview } from '@signalbox/contracts';

/** What is wrong at a path, or below it, in sentences. */
export function faultsAt(errors: TemplatePreview['errors'], path: string): string[] {
  return errors.flatMap((error) => (error.path === path || error.path.startsWith(`${path}.`) ? [error.message] : []));
}

/** What is wrong in a source of several lines, each in its line where that is known. */
export function lineFaultsAt(
  errors: TemplatePreview['errors'],
  path: string,
): { line: number | null; message: string }[] {
  return errors.flatMap(({ path: at, line, message }) => (at === path ? [{ line, message }] : []));
}
