import type { FieldError } from '@signalbox/contracts';
import { type ParsedNumber, refusedRange } from '@signalbox/core';
import type { RequestContext } from '../context.ts';

/**
 * Finds a number that no code goes to by its range in the plan: before anything is stored or spent, and the same for everybody, since the
 * plan is public. A range that somebody of the workspace allows is taken. The fault is added to `fields`.
 */
export function judgeRange(ctx: RequestContext, number: ParsedNumber, path: string, fields: FieldError[]): void {
  const range = refusedRange(number);
  if (range === null) return;
  const { config, world } = ctx.services;
  const book = config.current().fraudOf(ctx.workspace.number);
  if (book.listedOf(ctx.environment, number.e164, world.nowMs())?.action === 'allow') return;
  fields.push({
    path,
    code: 'range_refused',
    message: `This is ${range.what}: no codes are sent there, because such ranges bill the sender. Ask the person for a mobile number; if people of yours hold such numbers, allow their prefix.`,
  });
}
