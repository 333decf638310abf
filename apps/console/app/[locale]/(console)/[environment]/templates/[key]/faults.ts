import type { TemplatePreview } from '@signalbox/contracts';

/** What is wrong at a path, or below it, in sentences. */
export function faultsAt(errors: TemplatePreview['errors'], path: string): string[] {
  return errors.flatMap((error) => (error.path === path || error.path.startsWith(`${path}.`) ? [error.message] : []));
}
